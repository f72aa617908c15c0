// Runs every case of nunjucks_cases/*.mjs with the real Nunjucks and writes what it gave to nunjucks/*.json.
// Usage: NODE_PATH=FOLDER_WITH_NUNJUCKS node generate_nunjucks.mjs [FILE…]
import { readdirSync } from 'node:fs';

import { isComparable, render } from './nunjucksoriginal.mjs';
import { record } from './record.mjs';

const wanted = process.argv.slice(2).map((name) => `${name}.mjs`);
const all = readdirSync(new URL('nunjucks_cases', import.meta.url)).sort();
for (const file of wanted.length ? wanted : all) await record('nunjucks', file, render, isComparable);

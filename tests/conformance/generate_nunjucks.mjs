// Runs every case of nunjucks_cases/*.mjs with the real Nunjucks and writes what it gave to nunjucks/*.json.
// Usage: NODE_PATH=FOLDER_WITH_NUNJUCKS node generate_nunjucks.mjs [FILE…]
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

import { isComparable, render } from './nunjucksoriginal.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

const wanted = process.argv.slice(2).map((name) => `${name}.mjs`);
for (const file of wanted.length ? wanted : readdirSync(path.join(here, 'nunjucks_cases')).sort()) {
  const { rows, defaults = {}, composed = false } = await import(path.join(here, 'nunjucks_cases', file));
  const seen = new Set();
  const lines = [];
  let errors = 0;
  for (const row of rows) {
    const own = typeof row === 'string' ? { template: row } : row;
    const key = JSON.stringify(own);
    if (seen.has(key)) continue;
    seen.add(key);
    const result = render({ ...defaults, ...own });
    if (composed && !isComparable(result)) continue;
    errors += result.error ? 1 : 0;
    lines.push(JSON.stringify({ ...own, ...result }));
  }
  const target = path.join(here, 'nunjucks', file.replace('.mjs', '.json'));
  writeFileSync(target, `{"defaults": ${JSON.stringify(defaults)},\n"rows": [\n${lines.join(',\n')}\n]}\n`);
  console.log(file, lines.length, 'errors', errors);
}

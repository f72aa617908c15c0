// Runs every case of backstage_cases/*.mjs with Backstage's own renderer and writes what it gave to backstage/*.json.
// Usage: NODE_PATH=FOLDER_WITH_BACKSTAGE node generate_backstage.mjs
// It was recorded with @backstage/plugin-scaffolder-backend 3.4.1, whose Nunjucks is 3.2.4.
import { readdirSync } from 'node:fs';

import { render } from './backstageoriginal.mjs';
import { record } from './record.mjs';

for (const file of readdirSync(new URL('backstage_cases', import.meta.url)).sort()) await record('backstage', file, render);

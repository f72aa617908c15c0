// Runs every case of nunjucks_cases/*.mjs with the real Nunjucks and writes what it gave to nunjucks/*.json.
// Usage: node generate_nunjucks.mjs DIRECTORY_WITH_NUNJUCKS/node_modules [FILE…]
import { createRequire } from 'node:module';
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const here = path.dirname(fileURLToPath(import.meta.url));
const require = createRequire(path.resolve(process.argv[2], 'x.js'));
const nunjucks = require('nunjucks');

class MapLoader extends nunjucks.Loader {
  constructor(files) {
    super();
    this.files = files;
  }
  resolve(from, to) {
    return path.posix.join(path.posix.dirname(from), to);
  }
  getSource(name) {
    return name in this.files ? { src: this.files[name], path: name, noCache: true } : null;
  }
}

// Where a file's cases are `composed`, what prints the source of one of Nunjucks' own functions is left out,
const printsSource = /function\s*\w*\([^)]*\)\s*\{(?! \[native)|=>/i;
// and what Nunjucks itself compiles to code that is none.
const isItsOwnFault = /^(ReferenceError|SyntaxError): |unknown block/;

// What nunjucks reports in the middle of a render may come after the callback: any error is an error.
function run(row) {
  const options = { autoescape: false, ...(row.options ?? {}) };
  const uninstall = options.jinjaCompat ? nunjucks.installJinjaCompat() : () => {};
  delete options.jinjaCompat;
  try {
    const env = new nunjucks.Environment(new MapLoader(row.files ?? {}), options);
    const data = JSON.parse(JSON.stringify(row.data ?? {}));
    const text = env.renderString(row.template, data, { path: 'main.txt' });
    // As bytes: half a surrogate pair is U+FFFD there.
    return typeof text === 'string' ? { expected: Buffer.from(text).toString() } : { error: true };
  } catch (e) {
    return { error: true, message: String(e.message).split('\n').pop().trim() };
  } finally {
    uninstall();
  }
}

process.on('uncaughtException', () => {}); // a late report of an error that was seen already

const wanted = process.argv.slice(3).map((name) => `${name}.mjs`);
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
    const result = run({ ...defaults, ...own });
    if (composed && (printsSource.test(result.expected ?? '') || isItsOwnFault.test(result.message ?? ''))) continue;
    errors += result.error ? 1 : 0;
    lines.push(JSON.stringify({ ...own, ...result }));
  }
  const target = path.join(here, 'nunjucks', file.replace('.mjs', '.json'));
  writeFileSync(target, `{"defaults": ${JSON.stringify(defaults)},\n"rows": [\n${lines.join(',\n')}\n]}\n`);
  console.log(file, lines.length, 'errors', errors);
}

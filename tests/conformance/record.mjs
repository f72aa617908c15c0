// Writes what the original of a language makes of its cases.
import { writeFileSync } from 'node:fs';

/// Runs the rows of NAME_cases/FILE with `render` and writes them to NAME/: each once, and of those that were
/// `composed` only what `isComparable`.
export async function record(name, file, render, isComparable = () => true) {
  const { rows, defaults = {}, composed = false } = await import(`./${name}_cases/${file}`);
  const seen = new Set();
  const lines = [];
  let errors = 0;
  for (const row of rows) {
    const own = typeof row === 'string' ? { template: row } : row;
    const key = JSON.stringify(own);
    if (seen.has(key)) continue;
    seen.add(key);
    const result = await render({ ...defaults, ...own });
    if (composed && !isComparable(result)) continue;
    errors += result.error ? 1 : 0;
    lines.push(JSON.stringify({ ...own, ...result }));
  }
  const target = new URL(`${name}/${file.replace('.mjs', '.json')}`, import.meta.url);
  writeFileSync(target, `{"defaults": ${JSON.stringify(defaults)},\n"rows": [\n${lines.join(',\n')}\n]}\n`);
  console.log(file, lines.length, 'errors', errors);
}

// Renders random templates with the real Nunjucks and with this engine, and says where they differ.
// Usage: NODE_PATH=FOLDER_WITH_NUNJUCKS node compare_nunjucks.mjs RENDER_ROWS [RUNS [FIRST_CASE]]
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

import { hasBrokenFile, isComparable, render } from './nunjucksoriginal.mjs';
import { caseOf } from './nunjucksgenerator/case.mjs';

const [renderer, runs = process.env.WAYMARK_PROPERTY_RUNS ?? '1000', first = '0'] = process.argv.slice(2);
const ours = spawn(renderer, { stdio: ['pipe', 'pipe', 'inherit'] });
const answers = createInterface({ input: ours.stdout })[Symbol.asyncIterator]();

const isSame = (theirs, own) => (theirs.error ? own.text === undefined : own.text === theirs.expected);
const counts = { same: 0, different: 0, refused: 0, left: 0 };
for (let number = Number(first); number < Number(first) + Number(runs); ++number) {
  const row = caseOf(number);
  ours.stdin.write(`${JSON.stringify(row)}\n`);
  const theirs = render(row);
  const { value, done } = await answers.next();
  if (done) {
    console.log(`case ${number}: the renderer ended\n${JSON.stringify(row)}`);
    process.exit(1);
  }
  const own = JSON.parse(value);
  if (!isComparable(theirs) || hasBrokenFile(row)) {
    counts.left += 1;
  } else if (isSame(theirs, own)) {
    counts.same += 1;
    counts.refused += theirs.error ? 1 : 0;
  } else {
    counts.different += 1;
    console.log(`case ${number}: ${JSON.stringify(row)}\n  Nunjucks: ${JSON.stringify(theirs)}\n  Waymark:  ${value}`);
  }
}
ours.stdin.end();
console.log(`${counts.same} the same, ${counts.refused} of them errors; ${counts.left} that Nunjucks does not define; ${counts.different} different`);
process.exitCode = counts.different ? 1 : 0;

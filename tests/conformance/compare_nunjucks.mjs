// Renders random templates with the real Nunjucks and with this engine, and says where they differ.
// Usage: NODE_PATH=FOLDER_WITH_NUNJUCKS node compare_nunjucks.mjs RENDER_ROWS [RUNS [FIRST_CASE]]
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

import { hasBrokenFile, isComparable, render } from './nunjucksoriginal.mjs';
import { caseOf } from './nunjucksgenerator/case.mjs';

const [renderer, runs = process.env.WAYMARK_PROPERTY_RUNS ?? '1000', first = '0'] = process.argv.slice(2);
const atOnce = 250; // so that the two need not wait for each other at each case
const ours = spawn(renderer, { stdio: ['pipe', 'pipe', 'inherit'] });
const answers = createInterface({ input: ours.stdout })[Symbol.asyncIterator]();

const isSame = (theirs, own) => (theirs.error ? own.text === undefined : own.text === theirs.expected);
const counts = { same: 0, different: 0, refused: 0, left: 0 };

function compare(number, row, theirs, answer) {
  const own = JSON.parse(answer);
  if (!isComparable(theirs) || hasBrokenFile(row)) {
    counts.left += 1;
  } else if (isSame(theirs, own)) {
    counts.same += 1;
    counts.refused += theirs.error ? 1 : 0;
  } else {
    counts.different += 1;
    console.log(`case ${number}: ${JSON.stringify(row)}\n  Nunjucks: ${JSON.stringify(theirs)}\n  Waymark:  ${answer}`);
  }
}

const end = Number(first) + Number(runs);
for (let start = Number(first); start < end; start += atOnce) {
  const rows = Array.from({ length: Math.min(atOnce, end - start) }, (_, i) => caseOf(start + i));
  ours.stdin.write(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const theirs = rows.map(render);
  for (const [i, row] of rows.entries()) {
    const { value, done } = await answers.next();
    if (done) {
      console.log(`case ${start + i}: the renderer ended\n${JSON.stringify(row)}`);
      process.exit(1);
    }
    compare(start + i, row, theirs[i], value);
  }
}
ours.stdin.end();
console.log(`${counts.same} the same, ${counts.refused} of them errors; ${counts.left} that Nunjucks does not define; ${counts.different} different`);
process.exitCode = counts.different ? 1 : 0;

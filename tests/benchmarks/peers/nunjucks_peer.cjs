// nunjucks_peer.cjs NODE_MODULES TEMPLATES: seconds a warm render takes in Nunjucks, by template, as JSON.
const fs = require('fs');
const [modules, folder] = process.argv.slice(2);
const nunjucks = require(`${modules}/nunjucks`);
const context = JSON.parse(fs.readFileSync(`${folder}/context.json`, 'utf-8'));
const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(folder), { autoescape: false });
const now = () => Number(process.hrtime.bigint()) / 1e9;
const times = {};
for (const name of ['expressions', 'filters', 'loops', 'macros', 'inheritance', 'literal']) {
  const template = environment.getTemplate(`${name}.txt`, true);
  const warm = now();
  let once = Infinity;
  while (now() - warm < 0.5) { // V8 compiles what it has seen often
    const started = now();
    template.render(context);
    once = Math.min(once, now() - started);
  }
  const count = Math.max(1, Math.floor(0.02 / once));
  const batches = [];
  for (let batch = 0; batch < 11; ++batch) {
    const started = now();
    for (let i = 0; i < count; ++i) template.render(context);
    batches.push((now() - started) / count);
  }
  batches.sort((a, b) => a - b);
  times[name] = batches[5];
}
console.log(JSON.stringify(times));

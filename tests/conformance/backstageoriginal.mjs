// Backstage's own renderer of templates and its filters, found where NODE_PATH says. Its isolate is a context of
// Node's module vm here, which renders the same.
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

const require = createRequire(import.meta.url);

class Context {
  constructor() {
    this.own = vm.createContext({});
    const set = (name, value) => {
      // As there, what goes over the border is a copy.
      this.own[name] = typeof value === 'function' ? (...given) => value(...structuredClone(given)) : value;
    };
    this.global = { set, setSync: set };
  }
  evalSync(code) {
    return vm.runInContext(code, this.own);
  }
}
class Isolate {
  createContext() {
    return new Context();
  }
  compileScript(code) {
    return { run: (context) => vm.runInContext(code, context.own) };
  }
}
const load = Module._load;
Module._load = (name, ...rest) => (name === 'isolated-vm' ? { Isolate } : load(name, ...rest));
process.execArgv.push('--no-node-snapshot'); // which only an isolate needs

const backend = path.dirname(require.resolve('@backstage/plugin-scaffolder-backend/package.json'));
const part = (name) => require(path.join(backend, 'dist', name));
const { SecureTemplater } = part('lib/templating/SecureTemplater.cjs.js');
const { createDefaultFilters } = part('lib/templating/filters/createDefaultFilters.cjs.js');
const { convertFiltersToRecord } = part('util/templating.cjs.js');
const { ScmIntegrations } = require('@backstage/integration');
const { ConfigReader } = require('@backstage/config');

const templateFilters = convertFiltersToRecord(createDefaultFilters({ integrations: ScmIntegrations.fromConfig(new ConfigReader({})) }));
const renderers = new Map();

/// What Backstage makes of a case: {expected}, or {error, message}.
export async function render(row) {
  const { jinjaCompat: cookiecutterCompat = false, trimBlocks, lstripBlocks } = row.options;
  const key = JSON.stringify([cookiecutterCompat, trimBlocks, lstripBlocks]);
  if (!renderers.has(key)) renderers.set(key, await SecureTemplater.loadRenderer({ cookiecutterCompat, templateFilters, nunjucksConfigs: { trimBlocks, lstripBlocks } }));
  try {
    const text = renderers.get(key)(row.template, row.data);
    return typeof text === 'string' ? { expected: Buffer.from(text).toString() } : { error: true };
  } catch (e) {
    return { error: true, message: String(e.message).split('\n').pop().trim() };
  }
}

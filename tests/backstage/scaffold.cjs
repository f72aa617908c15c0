// Makes services of Backstage templates with the real scaffolder.
//   node --no-node-snapshot scaffold.cjs BACKEND ROADIE
// BACKEND: the folder with node_modules in which @backstage/plugin-scaffolder-backend 3.4.1 and
// @rjsf/utils and @rjsf/validator-ajv8 5.24.13 are installed; ROADIE: the same for
// @roadiehq/scaffolder-backend-module-utils 4.1.2. Each line of standard input is JSON: {template,
// answers, out, isOnForge}, of which "template" is a folder and "out" becomes the service's. Prints a
// line for each: {refused} or {called, output}, which are the steps whose actions need a server, with
// their inputs, and what the template tells at the end.
'use strict';
const fs = require('fs');
const os = require('os');
const path = require('path');
const readline = require('readline');
const [backend, roadie] =
    process.argv.slice(2).map(folder => path.resolve(folder, 'node_modules'));
process.env.NODE_PATH = `${backend}:${roadie}`;
require('module').Module._initPaths();
const scaffolder = file =>
    require(path.join(backend, '@backstage/plugin-scaffolder-backend/dist/scaffolder', file));
const utility = file =>
    require(path.join(roadie, '@roadiehq/scaffolder-backend-module-utils/dist/actions', file));

/** The names that a page may ask for, whatever is answered. */
function namesOf(schema) {
  if (schema === null || typeof schema !== 'object') return [];
  if (Array.isArray(schema)) return schema.flatMap(namesOf);
  const inside = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else'].map(key => schema[key]);
  return [...Object.keys(schema.properties ?? {}), ...namesOf(inside),
          ...namesOf(Object.values(schema.dependencies ?? {}))];
}

/**
 * What the form hands on: page by page, as its Stepper does it, what is answered there with the
 * defaults of the others; secrets apart, and hidden by asterisks.
 */
function filledIn(pages, answers) {
  const { getDefaultFormState } = require(path.join(backend, '@rjsf/utils'));
  const validator = require(path.join(backend, '@rjsf/validator-ajv8')).default;
  let parameters = {};
  for (const page of pages) {
    const schema = { type: 'object', ...page };
    const names = namesOf(schema);
    const answered = Object.entries(answers).filter(([name]) => names.includes(name));
    const filled = getDefaultFormState(validator, schema,
                                       { ...parameters, ...Object.fromEntries(answered) }, schema,
                                       false, { allOf: 'populateDefaults' });
    parameters = { ...parameters, ...filled };
  }
  for (const page of pages) {
    const { errors } = validator.validateFormData(parameters, { type: 'object', ...page });
    if (errors.length) throw new Error(errors.map(error => error.stack).join('; '));
  }
  const { validate } = require(path.join(backend, 'jsonschema')); // which the backend asks once more
  for (const page of pages) {
    const { errors } = validate(parameters, page);
    if (errors.length) throw new Error(errors.join('; '));
  }
  const secrets = {};
  for (const page of pages)
    for (const [name, schema] of Object.entries(page.properties ?? {}))
      if (schema['ui:field'] === 'Secret' && name in parameters) {
        secrets[name] = parameters[name];
        parameters = { ...parameters, [name]: '******' };
      }
  return { parameters, secrets };
}

/** Reads what is beside the template where it is told to be on a forge. */
function readerOf(root, address) {
  const place = url => {
    const found = path.join(root, decodeURIComponent(url.slice(address.length)));
    if (!url.startsWith(address) || !fs.existsSync(found)) throw new Error(`not there: ${url}`);
    return found;
  };
  return {
    readUrl: async url => ({ buffer: async () => fs.readFileSync(place(url)) }),
    readTree: async url => ({
      dir: async ({ targetDir }) => {
        fs.cpSync(place(url), targetDir, { recursive: true, verbatimSymlinks: true });
        return targetDir;
      },
    }),
  };
}

function actionsOf(reader, integrations) {
  const builtIn = file => scaffolder(`actions/builtin/${file}.cjs.js`);
  const merge = utility('merge/merge.cjs.js');
  const all = [
    builtIn('fetch/plain').createFetchPlainAction({ reader, integrations }),
    builtIn('fetch/plainFile').createFetchPlainFileAction({ reader, integrations }),
    builtIn('fetch/template').createFetchTemplateAction({ reader, integrations }),
    builtIn('fetch/templateFile').createFetchTemplateFileAction({ reader, integrations }),
    builtIn('filesystem/delete').createFilesystemDeleteAction(),
    builtIn('filesystem/rename').createFilesystemRenameAction(),
    builtIn('filesystem/read').createFilesystemReadDirAction(),
    builtIn('catalog/write').createCatalogWriteAction(),
    builtIn('debug/log').createDebugLogAction(),
    builtIn('debug/wait').createWaitAction(),
    utility('fs/appendFile.cjs.js').createAppendFileAction(),
    utility('fs/parseFile.cjs.js').createParseFileAction(),
    utility('fs/replaceInFile.cjs.js').createReplaceInFileAction(),
    utility('fs/writeFile.cjs.js').createWriteFileAction(),
    merge.createMergeAction(),
    merge.createMergeJSONAction({}),
    utility('serialize/json.cjs.js').createSerializeJsonAction(),
    utility('serialize/yaml.cjs.js').createSerializeYamlAction(),
  ];
  return new Map(all.map(action => [action.id, action]));
}

const silent = { error() {}, warn() {}, info() {}, debug() {}, log() {}, child: () => silent };
const counter = { add() {}, record() {} };

async function run({ template, answers, out, isOnForge }) {
  const entity = require(path.join(backend, 'yaml'))
      .parse(fs.readFileSync(path.join(template, 'template.yaml'), 'utf8'));
  const { parameters, secrets } = filledIn([entity.spec.parameters ?? []].flat(), answers);
  const { ConfigReader } = require(path.join(backend, '@backstage/config'));
  const config = new ConfigReader({ integrations: { github: [{ host: 'github.com' }] } });
  const integrations =
      require(path.join(backend, '@backstage/integration')).ScmIntegrations.fromConfig(config);
  // A template beside whose folder something is fetched has to be on a forge, not in a file.
  const address = 'https://github.com/acme/templates/tree/main';
  const root = path.dirname(template);
  const actions = actionsOf(readerOf(root, address), integrations);
  const called = [];
  const { NunjucksWorkflowRunner } = scaffolder('tasks/NunjucksWorkflowRunner.cjs.js');
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'scaffold-'));
  const runner = new NunjucksWorkflowRunner({
    integrations, config, logger: silent, workingDirectory: work,
    auditor: { createEvent: async () => ({ success: async () => {}, fail: async () => {} }) },
    metrics: new Proxy({}, { get: () => () => counter }),
    actionRegistry: {
      register() {},
      list: async () => actions,
      get: async id => actions.get(id) ?? {
        id, handler: async context => {
          if (id !== 'the end')
            called.push({ action: id, input: context.input });
          else
            fs.cpSync(context.workspacePath, out, { recursive: true, verbatimSymlinks: true });
        },
      },
    },
  });
  const steps = entity.spec.steps.map((step, index) => ({
    ...step, id: step.id ?? `step-${index + 1}`, name: step.name ?? step.action,
  }));
  let output;
  fs.mkdirSync(out, { recursive: true });
  try {
    ({ output } = await runner.execute({
      taskId: 'task', isDryRun: false, done: false, secrets,
      cancelSignal: new AbortController().signal,
      spec: {
        apiVersion: entity.apiVersion, parameters, user: {}, output: entity.spec.output ?? {},
        steps: [...steps, { id: 'the-end', name: 'the end', action: 'the end' }],
        templateInfo: {
          entityRef: `template:default/${entity.metadata.name}`,
          baseUrl: isOnForge ? `${address}/${path.basename(template)}/template.yaml`
                             : `file://${template}/template.yaml`,
          entity: { metadata: entity.metadata },
        },
      },
      getWorkspaceName: async () => 'task', emitLog: async () => {}, complete: async () => {},
      getInitiatorCredentials: async () => ({ principal: { type: 'none' } }),
      getTaskState: async () => undefined, updateCheckpoint: async () => {},
      serializeWorkspace: async () => {}, cleanWorkspace: async () => {},
      rehydrateWorkspace: async () => {},
    }));
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
  return { called, output };
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const said = await run(JSON.parse(line))
        .catch(error => ({ refused: String(error?.stack ?? error) }));
    process.stdout.write(JSON.stringify(said) + '\n');
  }
  process.exit(0);
})();

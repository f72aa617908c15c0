// Writes rows.jsonl: what actions of Backstage's scaffolder and of RoadieHQ make of a folder of files.
//   node record.cjs BACKEND ROADIE
// BACKEND: the folder with node_modules in which @backstage/plugin-scaffolder-backend 3.4.1 is
// installed; ROADIE: the same for @roadiehq/scaffolder-backend-module-utils 4.1.2 with what it needs.
'use strict';
const fs = require('fs');
const path = require('path');
const os = require('os');
const [backend, roadie] = process.argv.slice(2).map(folder => path.resolve(folder, 'node_modules'));
process.env.NODE_PATH = `${backend}:${roadie}`;
require('module').Module._initPaths();

const actions = {};
const builtIn = file => require(path.join(
    backend, '@backstage/plugin-scaffolder-backend/dist/scaffolder/actions/builtin', file));
const utility = file => require(path.join(
    roadie, '@roadiehq/scaffolder-backend-module-utils/dist/actions', file));
const merge = utility('merge/merge.cjs.js');
for (const action of [
  builtIn('filesystem/delete.cjs.js').createFilesystemDeleteAction(),
  builtIn('filesystem/rename.cjs.js').createFilesystemRenameAction(),
  builtIn('filesystem/read.cjs.js').createFilesystemReadDirAction(),
  builtIn('catalog/write.cjs.js').createCatalogWriteAction(),
  utility('fs/appendFile.cjs.js').createAppendFileAction(),
  utility('fs/parseFile.cjs.js').createParseFileAction(),
  utility('fs/replaceInFile.cjs.js').createReplaceInFileAction(),
  utility('fs/writeFile.cjs.js').createWriteFileAction(),
  merge.createMergeAction(),
  merge.createMergeJSONAction({}),
  utility('serialize/json.cjs.js').createSerializeJsonAction(),
  utility('serialize/yaml.cjs.js').createSerializeYamlAction(),
])
  actions[action.id] = action;

const cases = [
{name:'delete file',action:'fs:delete',files:{'a.txt':'1','d/b.txt':'2'},input:{files:['a.txt']}},
{name:'delete star',action:'fs:delete',files:{'a.txt':'1','.h.txt':'h','d/b.txt':'2'},input:{files:['*.txt']}},
{name:'delete folder',action:'fs:delete',files:{'a.txt':'1','d/b.txt':'2','d/e/c':'3'},input:{files:['d']}},
{name:'delete all',action:'fs:delete',files:{'a.txt':'1','d/b.txt':'2'},input:{files:['**']}},
{name:'delete dot',action:'fs:delete',files:{'a.txt':'1','d/b.txt':'2'},input:{files:['.']}},
{name:'delete missing',action:'fs:delete',files:{'a.txt':'1'},input:{files:['nope']}},
{name:'delete out',action:'fs:delete',files:{'a.txt':'1'},input:{files:['../x']}},
{name:'delete inner out',action:'fs:delete',files:{'a.txt':'1','d/x':'1'},input:{files:['d/../a.txt']}},
{name:'delete braces',action:'fs:delete',files:{'a.txt':'1','b.md':'1','c.x':''},input:{files:['*.{txt,md}']}},
{name:'delete excl',action:'fs:delete',files:{'a.txt':'1','b.md':'1'},input:{files:['*','!a.txt']}},
{name:'delete deep',action:'fs:delete',files:{'a/b/x.tmp':'1','x.tmp':'1','a/y':'1'},input:{files:['**/*.tmp']}},
{name:'rename',action:'fs:rename',files:{'a.txt':'1'},input:{files:[{from:'a.txt',to:'n/b.txt'}]}},
{name:'rename folder',action:'fs:rename',files:{'d/a':'1','d/e/b':'2'},input:{files:[{from:'./d',to:'x/y'}]}},
{name:'rename there',action:'fs:rename',files:{'a':'1','b':'2'},input:{files:[{from:'a',to:'b'}]}},
{name:'rename overwrite',action:'fs:rename',files:{'a':'1','b':'2'},input:{files:[{from:'a',to:'b',overwrite:true}]}},
{name:'rename overwrite dir',action:'fs:rename',files:{'d/a':'1','e/b':'2'},input:{files:[{from:'d',to:'e',overwrite:true}]}},
{name:'rename missing',action:'fs:rename',files:{'a':'1'},input:{files:[{from:'x',to:'b'}]}},
{name:'rename same',action:'fs:rename',files:{'a':'1'},input:{files:[{from:'a',to:'a'}]}},
{name:'rename into itself',action:'fs:rename',files:{'d/a':'1'},input:{files:[{from:'d',to:'d/x'}]}},
{name:'rename dir over file',action:'fs:rename',files:{'d/a':'1','f':'2'},input:{files:[{from:'d',to:'f',overwrite:true}]}},
{name:'rename file over dir',action:'fs:rename',files:{'d/a':'1','f':'2'},input:{files:[{from:'f',to:'d',overwrite:true}]}},
{name:'rename last of folder',action:'fs:rename',files:{'d/a':'1'},input:{files:[{from:'d/a',to:'a'}]}},
{name:'rename swap',action:'fs:rename',files:{'a':'1','b':'2'},input:{files:[{from:'a',to:'c'},{from:'b',to:'a'},{from:'c',to:'b'}]}},
{name:'readdir',action:'fs:readdir',files:{'b':'1','a/x':'1','a/c/y':'2','d/z':'3','.h':''},input:{paths:['.']}},
{name:'readdir rec',action:'fs:readdir',files:{'b':'1','a/x':'1','a/c/y':'2','d/z':'3','d/e/f':'4'},input:{paths:['.'],recursive:true}},
{name:'readdir two',action:'fs:readdir',files:{'b':'1','a/x':'1','d/z':'3'},input:{paths:['a','d']}},
{name:'readdir none',action:'fs:readdir',files:{'b':'1'},input:{paths:['a']}},
{name:'write',action:'roadiehq:utils:fs:write',files:{},input:{path:'a/b.txt',content:'x\n'}},
{name:'write over',action:'roadiehq:utils:fs:write',files:{'a':'old'},input:{path:'a',content:'new'}},
{name:'write fmt',action:'roadiehq:utils:fs:write',files:{},input:{path:'a',content:'{"b":1.0,"a":[1,{}],"10":2}',preserveFormatting:true}},
{name:'write fmt bad',action:'roadiehq:utils:fs:write',files:{},input:{path:'a',content:'{x',preserveFormatting:true}},
{name:'write number',action:'roadiehq:utils:fs:write',files:{},input:{path:'a',content:1}},
{name:'write nothing',action:'roadiehq:utils:fs:write',files:{},input:{path:'a'}},
{name:'write out',action:'roadiehq:utils:fs:write',files:{},input:{path:'../a',content:'x'}},
{name:'write abs',action:'roadiehq:utils:fs:write',files:{},input:{path:'/a',content:'x'}},
{name:'append',action:'roadiehq:utils:fs:append',files:{'a':'1\n'},input:{path:'a',content:'2\n'}},
{name:'append new',action:'roadiehq:utils:fs:append',files:{},input:{path:'a',content:'2\n'}},
{name:'parse',action:'roadiehq:utils:fs:parse',files:{'a':'x: 1'},input:{path:'a'}},
{name:'parse yaml',action:'roadiehq:utils:fs:parse',files:{'a':'x: 1.0\ny: [a, 0x10, yes, ~]'},input:{path:'a',parser:'yaml'}},
{name:'parse json',action:'roadiehq:utils:fs:parse',files:{'a':'{"x":1.0}'},input:{path:'a',parser:'json'}},
{name:'parse multi',action:'roadiehq:utils:fs:parse',files:{'a':'x: 1\n---\ny: 2\n'},input:{path:'a',parser:'multiyaml'}},
{name:'parse two docs',action:'roadiehq:utils:fs:parse',files:{'a':'x: 1\n---\ny: 2\n'},input:{path:'a',parser:'yaml'}},
{name:'parse bad parser',action:'roadiehq:utils:fs:parse',files:{'a':'x'},input:{path:'a',parser:'toml'}},
{name:'parse none',action:'roadiehq:utils:fs:parse',files:{},input:{path:'a'}},
{name:'replace',action:'roadiehq:utils:fs:replace',files:{'a.txt':'foo bar foo','.b.txt':'foo','d/c.txt':'foo'},input:{files:[{file:'*.txt',find:'foo',replaceWith:'x$&y'}]}},
{name:'replace dots',action:'roadiehq:utils:fs:replace',files:{'a.txt':'foo','.b.txt':'foo','.d/c.txt':'foo'},input:{files:[{file:'**',find:'foo',replaceWith:'x',includeDotFiles:true}]}},
{name:'replace nodots',action:'roadiehq:utils:fs:replace',files:{'a.txt':'foo','.b.txt':'foo','.d/c.txt':'foo'},input:{files:[{file:'**',find:'foo',replaceWith:'x'},{file:'.b.txt',find:'foo',replaceWith:'z'}]}},
{name:'replace regex',action:'roadiehq:utils:fs:replace',files:{'a.txt':'v1 v22'},input:{files:[{file:'a.txt',find:'v(\\d+)',replaceWith:'w$1$$',matchRegex:true}]}},
{name:'replace folder',action:'roadiehq:utils:fs:replace',files:{'d/a.txt':'foo'},input:{files:[{file:'d',find:'foo',replaceWith:'x'}]}},
{name:'replace nothing',action:'roadiehq:utils:fs:replace',files:{'a':'foo'},input:{files:[{file:'a',find:'foo'}]}},

{name:'json new',action:'roadiehq:utils:json:merge',files:{},input:{path:'p.json',content:{a:1}}},
{name:'json deep',action:'roadiehq:utils:json:merge',files:{'p.json':'{"name":"x","scripts":{"a":"1"},"l":[1,2]}'},input:{path:'p.json',content:{scripts:{b:'2'},l:[2,3],n:null}}},
{name:'json arrays',action:'roadiehq:utils:json:merge',files:{'p.json':'{"l":[1,2,{"x":1}]}'},input:{path:'p.json',content:{l:[2,3,{x:1}]},mergeArrays:true}},
{name:'json text',action:'roadiehq:utils:json:merge',files:{'p.json':'{"a":{"b":1}}'},input:{path:'p.json',content:'{"a":{"c":2.0}}'}},
{name:'json indent',action:'roadiehq:utils:json:merge',files:{'p.json':'{\n    "a": {\n        "b": 1\n    }\n}\n'},input:{path:'p.json',content:{c:1},matchFileIndent:true}},
{name:'json tabs',action:'roadiehq:utils:json:merge',files:{'p.json':'{\n\t"a": {\n\t\t"b": 1\n\t}\n}\n'},input:{path:'p.json',content:{c:1},matchFileIndent:true}},
{name:'json bad',action:'roadiehq:utils:json:merge',files:{'p.json':'{'},input:{path:'p.json',content:{c:1}}},
{name:'json map over list',action:'roadiehq:utils:json:merge',files:{'p.json':'{"a":[1],"b":{"x":1},"c":1,"d":{"y":1}}'},input:{path:'p.json',content:{a:{k:1},b:[5],c:{z:1},d:null}}},
{name:'json map over list joined',action:'roadiehq:utils:json:merge',files:{'p.json':'{"a":[1],"b":{"x":1}}'},input:{path:'p.json',content:{a:{k:1},b:[5]},mergeArrays:true}},
{name:'json top lists',action:'roadiehq:utils:json:merge',files:{'p.json':'[1,{"a":1}]'},input:{path:'p.json',content:'[2,{"b":1},3]'}},
{name:'yaml',action:'roadiehq:utils:merge',files:{'a/p.yaml':'# c\na: 1\nb:\n  - x\nd: "q"\n'},input:{path:'a/p.yaml',content:{b:['y'],e:{f:'g: h'}}}},
{name:'yaml joined',action:'roadiehq:utils:merge',files:{'p.yml':'b:\n  - x\n'},input:{path:'p.yml',content:'b: [y, x]',mergeArrays:true}},
{name:'yaml docs',action:'roadiehq:utils:merge',files:{'p.yml':'k: A\nv: 1\n---\nk: 2\nv: 1\n'},input:{path:'p.yml',content:{w:1},useDocumentIncludingField:{key:'k',value:'2'}}},
{name:'yaml docs none',action:'roadiehq:utils:merge',files:{'p.yml':'k: A\n---\nk: B\n'},input:{path:'p.yml',content:{w:1}}},
{name:'yaml docs bad',action:'roadiehq:utils:merge',files:{'p.yml':'k: A\n---\nj: B\n'},input:{path:'p.yml',content:{w:1},useDocumentIncludingField:{key:'k',value:'A'}}},
{name:'yaml options',action:'roadiehq:utils:merge',files:{'p.yml':'k: [A]\n'},input:{path:'p.yml',content:{w:1},options:{indent:4,indentSeq:false}}},
{name:'yaml empty',action:'roadiehq:utils:merge',files:{'p.yml':''},input:{path:'p.yml',content:{w:1}}},
{name:'json by merge',action:'roadiehq:utils:merge',files:{'p.json':'{"a":1}'},input:{path:'p.json',content:{b:1}}},
{name:'other',action:'roadiehq:utils:merge',files:{'p.txt':'x'},input:{path:'p.txt',content:{b:1}}},
{name:'missing',action:'roadiehq:utils:merge',files:{},input:{path:'p.json',content:{b:1}}},
{name:'ser yaml',action:'roadiehq:utils:serialize:yaml',input:{data:{a:[1,'x: y']}}},
{name:'ser yaml opt',action:'roadiehq:utils:serialize:yaml',input:{data:{a:[1,'x: y']},options:{indentSeq:false}}},
{name:'ser json',action:'roadiehq:utils:serialize:json',input:{data:{a:[1,{b:2}],c:1.5}}},
{name:'ser json space',action:'roadiehq:utils:serialize:json',input:{data:{a:[1]},space:'--'}},
{name:'ser json repl',action:'roadiehq:utils:serialize:json',input:{data:{a:1,b:{a:2,c:3},c:4},replacer:['c','b']}},
{name:'catalog',action:'catalog:write',input:{entity:{apiVersion:'backstage.io/v1alpha1',kind:'Component',metadata:{name:'x',annotations:{'a/b':'c'},tags:['t']},spec:{type:'service'}}}},
{name:'catalog no ann',action:'catalog:write',input:{filePath:'d/c.yaml',entity:{kind:'Component',metadata:{name:'x'}}}},
{name:'catalog no meta',action:'catalog:write',input:{entity:{kind:'Component'}}},
{name:'catalog out',action:'catalog:write',input:{filePath:'../c.yaml',entity:{metadata:{}}}},
];

function tree(folder, from = folder) {
  const lines = [];
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    const inside = entry.isDirectory() ? tree(place, from) : undefined;
    if (!inside)
      lines.push(`${path.relative(from, place)}=${fs.readFileSync(place, 'utf8')}`);
    else
      lines.push(...(inside.length ? inside : [`${path.relative(from, place)}/`]));
  }
  return lines;
}

async function run({ name, action, files = {}, input }) {
  const workspacePath = fs.mkdtempSync(path.join(os.tmpdir(), 'actions-'));
  for (const [file, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(workspacePath, file)), { recursive: true });
    fs.writeFileSync(path.join(workspacePath, file), content);
  }
  const out = {};
  const logger = { info() {}, warn() {}, error() {} };
  let fails = false;
  try {
    const valid = require('jsonschema').validate(input, actions[action].schema.input);
    if (!valid.valid) throw new Error(valid.errors.join());
    await actions[action].handler({
      input, workspacePath, logger, output: (key, value) => { out[key] = value; },
      templateInfo: { entityRef: 'template:default/small' },
    });
  } catch (error) {
    fails = true;
  }
  const row = { name, action, files, input, fails, tree: tree(workspacePath).sort(), out };
  fs.rmSync(workspacePath, { recursive: true });
  return JSON.stringify(row).replaceAll(workspacePath, '/workspace');
}

(async () => {
  const rows = [];
  for (const each of cases) rows.push(await run(each));
  fs.writeFileSync(path.join(__dirname, 'rows.jsonl'), rows.join('\n') + '\n');
})();

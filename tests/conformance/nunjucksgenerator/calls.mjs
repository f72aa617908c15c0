// The filters, tests, globals and methods with what they are called on, give and take. A taken argument is a kind, or a
// list of texts to choose from; a count is always a small one, so that no call makes more than fits. Behind "?" may be left out.
const count = ['0', '1', '2', '3', '4', '-1', 'i', '"2"', '2.5', 'nil', '12'];
const place = ['0', '1', '2', '-1', '-3', '5', '99', 'i', '"1"', '1.7', 'nil', 'missing'];
const attribute = ['"name"', '"n"', '"on"', '"tags"', '"more"', '"name.length"', '"more.a"', '"length"', 'nil', '0', '"nope"', '1'];
const flag = ['true', 'false', '1', '0', '""', '"x"', 'nil'];
const repoUrls = ['"github.com?owner=acme&repo=orders"', '"github.com?repo=orders"', '"dev.azure.com?organization=o&project=p&repo=r&owner=w"', '"gitlab.com:8080?owner=a%20b&repo=r+s"', '"x"', 's'];
const entityRefs = ['"component:default/orders"', '"orders"', '"group:payments"', '"ns/orders"', '"User:x/y"', '":x"', '"a:b:c"', 's', 'n'];

const rows = (table) => table.map(([name, of, gives, ...takes]) => ({ name, of, gives, takes }));

export const filters = rows([
  ['abs', 'number', 'number'], ['batch', 'list', 'list', count, '?any'], ['capitalize', 'text', 'text'], ['center', 'text', 'text', ['10', '3', '21', '"12"', '0', 'nil', '6.5']], ['default', 'nothing', 'any', 'any', { options: flag }], ['d', 'any', 'any', 'any', { options: flag }],
  ['dictsort', 'map', 'list', { options: flag }, { options: ['"key"', '"value"', '"x"', 'missing'] }], ['dump', 'any', 'text', { options: ['1', '2', '"  "', '"--"', '0', '20', '-1', 'nil', 'true'] }], ['e', 'text', 'text'], ['escape', 'any', 'text'], ['first', 'list', 'any'], ['float', 'text', 'number', '?any'], ['forceescape', 'any', 'text'],
  ['groupby', 'list', 'map', attribute], ['indent', 'text', 'text', { options: count }, { options: flag }], ['int', 'text', 'number', '?any', { options: ['10', '2', '16', '8', '36', '1', '0', 'missing', '"16"'] }], ['join', 'list', 'text', '?text', { options: attribute }], ['last', 'list', 'any'], ['length', 'any', 'number'], ['list', 'any', 'list'], ['lower', 'text', 'text'],
  ['nl2br', 'text', 'text'], ['reject', 'list', 'list', { options: ['"odd"', '"even"', '"string"', '"number"', '"truthy"', '"divisibleby"', '"nope"', '"gt"', '"defined"', '"none"'] }, '?number'], ['rejectattr', 'list', 'list', attribute], ['replace', 'text', 'text', 'textOrRegex', 'text', { options: ['0', '1', '2', '-1', 'nil', '"1"'] }], ['replace', 'any', 'any', 'any', 'any'], ['reverse', 'list', 'list'], ['reverse', 'text', 'text'],
  ['round', 'number', 'number', { options: ['0', '1', '2', '3', '-1', 'nil', '"2"', 'i'] }, { options: ['"ceil"', '"floor"', '"x"', 'nil'] }], ['safe', 'any', 'text'], ['select', 'list', 'list', { options: ['"odd"', '"even"', '"string"', '"number"', '"truthy"', '"divisibleby"', '"mapping"', '"lt"', '"undefined"', '"null"'] }, '?number'], ['selectattr', 'list', 'list', attribute], ['slice', 'list', 'list', ['1', '2', '3', '5', '0', '-1', '"2"', '2.5'], '?any'], ['slice', 'text', 'list', ['1', '2', '3']],
  ['sort', 'list', 'list', { options: flag }, { options: flag }, { options: attribute }], ['sort', 'list', 'list', { named: ['reverse', 'case_sensitive', 'attribute'], options: [...flag, ...attribute] }], ['string', 'any', 'text'], ['striptags', 'text', 'text', { options: flag }], ['sum', 'list', 'number', { options: attribute }, '?number'], ['title', 'text', 'text'], ['trim', 'text', 'text'],
  ['truncate', 'text', 'text', { options: ['3', '5', '10', '0', '99', '"4"', '-1', 'nil'] }, { options: flag }, '?text'], ['upper', 'text', 'text'], ['urlencode', 'any', 'text'], ['urlize', 'text', 'text', { options: ['5', '10', '0', 'nil', '"x"'] }, { options: flag }], ['wordcount', 'text', 'number'],
]);
filters.backstage = rows([['parseRepoUrl', 'text', 'map', repoUrls]]);

export const tests = rows([
  ['callable', 'any'], ['defined', 'any'], ['divisibleby', 'number', '', 'number'], ['escaped', 'any'], ['eq', 'any', '', 'any'], ['equalto', 'any', '', 'any'], ['sameas', 'any', '', 'any'], ['even', 'number'], ['falsy', 'any'], ['ge', 'number', '', 'number'], ['greaterthan', 'number', '', 'number'], ['gt', 'text', '', 'text'], ['le', 'any', '', 'any'], ['lessthan', 'number', '', 'number'], ['lt', 'any', '', 'any'],
  ['lower', 'text'], ['ne', 'any', '', 'any'], ['null', 'any'], ['none', 'nothing'], ['number', 'any'], ['odd', 'number'], ['string', 'any'], ['truthy', 'any'], ['undefined', 'any'], ['upper', 'text'], ['iterable', 'any'], ['mapping', 'any'], ['divisibleby 2', 'number'], ['nope', 'any'],
]).map((test) => ({ ...test, takes: test.takes ?? [] }));

export const globals = [
  { name: 'range', takes: [['0', '1', '3', '5', 'i', '"3"', '-2', '2.5'], { options: ['0', '3', '6', '-3', 'i'] }, { options: ['1', '2', '-1', '0.5', '0', 'nil'] }] },
  { name: 'cycler', takes: ['any', '?any', '?any'], behind: ['.next()', '.current', '.reset()', ''] },
  { name: 'joiner', takes: ['?text'], behind: ['()'] },
];

const texts = [
  ['at', 'any', place], ['charAt', 'text', place], ['charCodeAt', 'number', place], ['codePointAt', 'number', place], ['concat', 'text', 'any', '?any'], ['endsWith', 'truth', 'text', { options: place }], ['startsWith', 'truth', 'text', { options: place }], ['includes', 'truth', 'text', { options: place }], ['indexOf', 'number', 'text', { options: place }], ['lastIndexOf', 'number', 'text', { options: place }],
  ['padStart', 'text', count, '?text'], ['padEnd', 'text', count, '?text'], ['repeat', 'text', count], ['replace', 'text', 'textOrRegex', 'text'], ['replaceAll', 'text', 'textOrRegex', 'text'], ['slice', 'text', place, { options: place }], ['substring', 'text', place, { options: place }], ['substr', 'text', place, { options: place }], ['split', 'list', 'textOrRegex', { options: place }],
  ['match', 'any', 'textOrRegex'], ['matchAll', 'any', 'textOrRegex'], ['search', 'number', 'textOrRegex'], ['toUpperCase', 'text'], ['toLowerCase', 'text'], ['toLocaleUpperCase', 'text'], ['toLocaleLowerCase', 'text'], ['trim', 'text'], ['trimStart', 'text'], ['trimEnd', 'text'], ['trimLeft', 'text'], ['trimRight', 'text'], ['normalize', 'text', { options: ['"NFC"', '"NFD"', '"NFKC"', '"NFKD"', '"x"'] }], ['localeCompare', 'number', 'text'], ['toString', 'text'], ['valueOf', 'text'], ['isWellFormed', 'truth'], ['toWellFormed', 'text'], ['hasOwnProperty', 'truth', 'text'],
].map(([name, gives, ...takes]) => ({ name, of: 'text', gives, takes }));
const lists = [
  ['at', 'any', place], ['concat', 'list', 'any', '?list'], ['includes', 'truth', 'any', { options: place }], ['indexOf', 'number', 'any', { options: place }], ['lastIndexOf', 'number', 'any', { options: place }], ['join', 'text', '?text'], ['push', 'number', 'any', '?any'], ['pop', 'any'], ['shift', 'any'], ['unshift', 'number', 'any', '?any'], ['reverse', 'list'], ['slice', 'list', { options: place }, { options: place }], ['splice', 'list', { options: place }, { options: count }, '?any', '?any'],
  ['sort', 'list'], ['flat', 'list', { options: ['0', '1', '2', '-1', 'nil', '"1"'] }], ['fill', 'list', 'any', { options: place }, { options: place }], ['toString', 'text'], ['toReversed', 'list'], ['toSorted', 'list'], ['with', 'list', place, 'any'], ['toSpliced', 'list', { options: place }, { options: count }, '?any'], ['copyWithin', 'list', place, place, { options: place }], ['hasOwnProperty', 'truth', ['0', '"0"', '"length"', '5']],
  ['map', 'list', 'callback'], ['filter', 'list', 'callback'], ['some', 'truth', 'callback'], ['every', 'truth', 'callback'], ['find', 'any', 'callback'], ['findIndex', 'number', 'callback'], ['findLast', 'any', 'callback'], ['reduce', 'any', 'callback', '?any'], ['flatMap', 'list', 'callback'], ['entries', 'any'], ['keys', 'any'], ['values', 'any'],
].map(([name, gives, ...takes]) => ({ name, of: 'list', gives, takes }));
const numbers = [['toFixed', 'text', count], ['toPrecision', 'text', { options: ['1', '2', '5', '21', '0', '"3"'] }], ['toString', 'text', { options: ['2', '8', '10', '16', '36', '1', 'missing'] }], ['toExponential', 'text', { options: count }], ['valueOf', 'number']].map(([name, gives, ...takes]) => ({ name, of: 'number', gives, takes }));
const maps = [['hasOwnProperty', 'truth', ['"name"', '"a"', '1', '"toString"', 'nil']], ['toString', 'text'], ['valueOf', 'map'], ['propertyIsEnumerable', 'truth', ['"name"', '"a"']], ['isPrototypeOf', 'truth', 'any'], ['hasOwnProperty', 'truth', ['s', '"b"', '"length"']], ['toLocaleString', 'text']].map(([name, gives, ...takes]) => ({ name, of: 'map', gives, takes }));
const regexes = [['test', 'truth', 'text'], ['exec', 'any', 'text'], ['toString', 'text']].map(([name, gives, ...takes]) => ({ name, of: 'regex', gives, takes }));
export const methods = [...texts, ...lists, ...numbers, ...maps, ...regexes];
const key = ['"a"', '"b"', '"name"', '"zz"', '1', 'nil', 's'];
methods.compat = [
  ...[['append', 'any'], ['count', 'any'], ['find', 'any'], ['index', 'any'], ['insert', place, 'any'], ['pop', { options: place }], ['remove', 'any']].map(([name, ...takes]) => ({ name, of: 'list', takes })),
  ...[['get', key, '?any'], ['has_key', key], ['items'], ['iteritems'], ['iterkeys'], ['itervalues'], ['keys'], ['values'], ['pop', key, '?any'], ['popitem'], ['setdefault', key, '?any'], ['update', 'map']].map(([name, ...takes]) => ({ name, of: 'map', takes })),
];

/// The methods that make their list longer.
export const growing = ['append', 'insert', 'push', 'splice', 'unshift'];

function argument(expressions, depth, taken) {
  const { source } = expressions;
  if (Array.isArray(taken)) return source.one(taken);
  if (taken.options) return taken.named ? `${source.one(taken.named)}=${source.one(taken.options)}` : source.one(taken.options);
  if (taken === 'callback') return source.chance(85) && expressions.macros.length ? source.one(expressions.macros) : source.one(['s', 'missing', 'cycler']);
  if (taken === 'textOrRegex') return source.chance(55) ? expressions.expression(depth - 1, 'text') : expressions.regex();
  return expressions.expression(depth - 1, taken.replace('?', ''));
}

/// The arguments for `takes`, sometimes too few or one too many, sometimes by keyword.
export function argumentsOf(expressions, depth, takes, isPlain = false) {
  const { source } = expressions;
  const isOptional = (taken) => taken.options || (typeof taken === 'string' && taken.startsWith('?'));
  const given = [];
  for (const taken of takes) {
    if (isPlain || (isOptional(taken) && source.chance(45)) || source.chance(3)) break;
    given.push(argument(expressions, depth, taken));
  }
  if (isPlain) return given.join(', ');
  if (source.chance(2)) given.push(expressions.atom('any'));
  if (source.chance(2)) given.push(`${source.one(['a', 'width', 'value', 'indentfirst'])}=${expressions.atom('any')}`);
  return given.join(', ');
}

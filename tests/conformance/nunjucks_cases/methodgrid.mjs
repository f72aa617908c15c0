// JavaScript's methods, by each shape of their arguments; the methods of the Jinja compatibility.
// Not asked: what prints the source of a function; a slice of what has no length, which never ends there.
import { data } from '../nunjucksvalues.mjs';

export const composed = true;
export const defaults = { data: { ...data, w: 'one Two  three', q: 'ßǆ É ﬁ', k: 'key=a=b' } };
const texts = ['e', 's', 'u', 'pad', 'w', 'q', 'k'];
const ofTexts = {
  at: ['0', '-1', '9', '', '"1"', '1.9'], charAt: ['0', '-1', '"1"'], charCodeAt: ['0', '3', '4', '-1'], codePointAt: ['3', '4', '99'], concat: ['1', 'nil, missing', '[1, 2]', 'o'], endsWith: ['"d"', '""', '"o", 5', 'nil', '1'], startsWith: ['"H"', '""', '"o", 4', 'nil'],
  includes: ['"o"', '""', '"o", 5', 'nil', '1', '"o", -3'], indexOf: ['"o"', '""', '"o", 5', 'nil', '"", 99', '"o", -3', ''], lastIndexOf: ['"o"', '""', '"o", 5', '"o", -1', '"", 3', ''], padStart: ['15', '15, "ab"', '0', '"12", "漢"', '15, 1', ''], padEnd: ['15', '15, "ab"', '15, "😀"', 'nil'],
  repeat: ['2', '0', '-1', '"2"', '1.9', 'nil', ''], replace: ['"o", "0"', '"", "-"', '"o", "$&$&"', '"zz", "x"', 'r/o/g, "0"', 'r/[aeiou]/gi, "<$&>"', 'r/(.)(.)/, "$2$1"', '"o", nil', 'nil, "x"', '"o", 1', 'r/$/, "!"', 'r/x*/g, "-"', '"e", "$`"', '"e", "$\'"', 'r/(?<n>e)/, "$1"'], replaceAll: ['"o", "0"', '"", "-"', 'r/o/g, "0"', 'r/o/, "0"', '"o", "$$"'],
  slice: ['1', '-3', '1, 4', '-5, -2', '9, 1', '"1"', '', 'nil, 2', '1.9, 3.1'], substring: ['1', '4, 1', '-3', '1, 99', '', 'nil, 2', '"2"'], substr: ['1', '-3', '1, 2', '-3, 2', '1, -1', '99'], split: ['"o"', '""', '" "', '"=", 2', 'missing', 'r/[eo]/', 'r/([eo])/', 'r/(?:)/', '"", 3', '1', 'nil', '', '"o", 0', '"o", -1', 'r/\\s+/'],
  match: ['r/o/', 'r/o/g', 'r/(o)(.)/', 'r/zz/', 'r/zz/g', 'r/./g'], search: ['r/o/', 'r/zz/', '"o"'], toUpperCase: [''], toLowerCase: ['1'], trim: [''], trimStart: [''], trimEnd: [''], trimLeft: [''], normalize: ['', '"NFD"', '"NFKC"', '"x"'], localeCompare: ['"Hello"', '"a"', '"é"', ''], toString: [''], valueOf: [''], nope: [''], hasOwnProperty: ['"length"', '0', '"x"'],
};
const lists = ['xs', 'ss', 'el', 'mix', 'nest'];
const ofLists = {
  at: ['0', '-1', '9', ''], concat: ['1', '[1], [[2]]', '"ab"', '', 'nil, missing', 'o'], includes: ['1', '"1"', 'nil', '"a", 1', 'missing', '1, -1'], indexOf: ['1', '"a"', 'nil', '1, 2', '1, -1', ''], lastIndexOf: ['1', '"a"', '1, 1', '1, -2'], join: ['', '"-"', 'nil', '1', 'missing', '""'], push: ['1', '1, 2', '', '[1]', 'missing'], pop: [''], shift: [''], unshift: ['1', '1, 2', ''],
  reverse: [''], slice: ['', '1', '-2', '1, 2', '0, -1', '9', '"1"', 'nil'], splice: ['1', '1, 1', '-1', '0, 0, 9', '1, 1, 7, 8', '', '9, 1, 5', '0, "2"'], sort: [''], flat: ['', '2', '0'], fill: ['0', '0, 1', '0, 1, 2', '0, -1'], toString: [''], nope: [''], length: [''],
};
const numbers = ['zero', 'i', 'neg', 'f', 'large', '(0.1 + 0.2)', '1e21', '(1 / 3)', '123456.789'];
const ofNumbers = { toFixed: ['', '0', '1', '2', '20', '-1', '101', '"2"'], toPrecision: ['', '1', '3', '21', '0', '101'], toString: ['', '2', '16', '1', '37', '10'], valueOf: [''], nope: [''], toExponential: ['', '2', '0'] };
const compat = {
  xs: ['append(9)', 'count(1)', 'count("1")', 'extend([7, 8])', 'extend("ab")', 'find(1)', 'find(9)', 'index(1)', 'index(9)', 'insert(1, "x")', 'insert(-1, "x")', 'insert(99, "x")', 'pop()', 'pop(0)', 'pop(-1)', 'pop(9)', 'pop("1")', 'remove(1)', 'remove(9)', 'reverse()', 'sort()', 'length'],
  o: ['clear()', 'get("b")', 'get("zz")', 'get("zz", 5)', 'get("toString")', 'has_key("b")', 'has_key("zz")', 'items()', 'iteritems()', 'iterkeys()', 'itervalues()', 'keys()', 'values()', 'pop("b")', 'pop("zz")', 'pop("zz", 5)', 'popitem()', 'setdefault("b", 5)', 'setdefault("q", 5)', 'setdefault("q")', 'update({q: 1})', 'update(nil)', 'length', 'b'],
};
const slices = ['', '0', '1', '-1', '3', '-3', '99'];
export const rows = [
  ...Object.entries(ofTexts).flatMap(([m, given]) => given.flatMap((a) => texts.map((t) => `{{ ${t}.${m}(${a}) | dump }}`))),
  ...Object.entries(ofLists).flatMap(([m, given]) => given.flatMap((a) => lists.map((l) => `{% set v = ${l} %}{{ v.${m}(${a}) | dump }}|{{ v | dump }}`))),
  ...Object.entries(ofNumbers).flatMap(([m, given]) => given.flatMap((a) => numbers.map((n) => `{{ ${n}.${m}(${a}) }}`))),
  ...['i', 'f', 't', 'o', 'xs', 's', 'nil', 'missing'].flatMap((v) => ['hasOwnProperty("b")', 'toString()', 'valueOf() | dump', 'length', 'constructor.name', 'isPrototypeOf(1)', 'propertyIsEnumerable("b")'].map((m) => `{{ ${v}.${m} }}`)),
  ...Object.entries(compat).flatMap(([v, calls]) => calls.map((c) => ({ template: `{% set v = ${v} %}{{ v.${c} | dump }}|{{ v | dump }}`, options: { jinjaCompat: true } }))),
  ...['xs', 'mix', 's', 'u', 'el'].flatMap((v) => slices.flatMap((a) => slices.flatMap((b) => ['', ':1', ':2', ':-1', ':-2'].filter((c, n) => (a.length + b.length + n) % 3 === 0).map((c) => ({ template: `[{{ ${v}[${a}:${b}${c}] }}]`, options: { jinjaCompat: true } }))))),
];

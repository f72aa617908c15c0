// Each operator on each pair of kinds, each test on each kind.
import { all, data, some } from '../nunjucksvalues.mjs';

export const composed = true;
export const defaults = { data };
const left = [...some, 'neg', 'large', 'html', 'mix', 'nest', 'deep', 'r/a/', '[[7]]', '"0"', '" "'];
const operators = ['+', '-', '*', '/', '//', '%', '**', '==', '===', '!=', '!==', '<', '>', '<=', '>=', '~', 'and', 'or', 'in', 'not in'];
const tests = ['boolean', 'callable', 'defined', 'divisibleby', 'eq', 'equalto', 'escaped', 'even', 'falsy', 'ge', 'greaterthan', 'gt', 'iterable', 'le', 'lessthan', 'lower', 'lt', 'mapping', 'ne', 'none', 'null', 'number', 'odd', 'sameas', 'string', 'truthy', 'undefined', 'upper', 'nope', 'in', 'sequence', 'integer', 'float', 'true', 'false'];
// Not asked: powers whose last digit depends on the library.
const isExact = (l, op, r) => op !== '**' || !['i', 'f'].includes(r) || ['zero', 't', 'no', 'e', 'nil', 'missing'].includes(l);
const pairs = operators.flatMap((op, k) => left.flatMap((l, m) => some.filter((r, n) => op.length > 2 || (k + m + n) % 2 === 0 || l === 'o' || r === 'xs').filter((r) => isExact(l, op, r)).map((r) => `{{ ${l} ${op} ${r} }}`)));
const chain = ['+', '-', '*', '/', '//', '%', '**', '~', '<', '==', 'and', 'or', 'in', '===', 'not in', 'is not'];
export const rows = [
  ...pairs,
  ...tests.flatMap((test) => all.map((value) => `{{ ${value} is ${test} }}`)),
  ...['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'sameas', 'divisibleby', 'equalto'].flatMap((test) => some.flatMap((l) => some.filter((r, n) => (n + l.length) % 2).map((r) => `{{ ${l} is ${test}(${r}) }}`))),
  ...['-', '+', 'not', '- -', '+ -', 'not not', 'not -'].flatMap((sign) => left.map((l) => `{{ ${sign} ${l} }}`)),
  ...chain.flatMap((x) => chain.map((y) => `{{ 7 ${x} 3 ${y} 2 }}`)),
  ...['-7', 'not 7', '"7"', '[7]'].flatMap((a) => chain.flatMap((x) => ['+', '**', '~', 'and', 'in'].map((y) => `{{ ${a} ${x} 3 | abs ${y} [2] | first }}`))),
  ...left.flatMap((l) => [`"y" if ${l} else "n"`, `"y" if ${l}`, `${l} or "x"`, `${l} and "x"`, `[${l}]`, `[${l}, ${l}] | dump`, `(${l})`, `{k: ${l}} | dump`, `${l}.x`, `${l}["x"]`, `${l}[0]`, `${l}[-1]`, `${l}[nil]`, `${l}[f]`, `${l}[${l}]`, `${l}()`, `${l}.x()`, `${l}.x.y`, `${l}.length`, `${l}.constructor`, `${l}["length"]`, `${l}.toString()`].map((t) => `{{ ${t} }}`)),
  ...all.flatMap((l) => [`{% for x in ${l} %}[{{ x }}]{% else %}none{% endfor %}`, `{% for x, y in ${l} %}[{{ x }}:{{ y }}]{% else %}none{% endfor %}`, `{% for x, y, z in ${l} %}[{{ x }}:{{ y }}:{{ z }}]{% else %}none{% endfor %}`, `{% if ${l} %}T{% elif i %}E{% endif %}`, `{% set v = ${l} %}[{{ v }}]`, `{% switch ${l} %}{% case 42 %}i{% case "" %}e{% case nil %}n{% case missing %}m{% default %}d{% endswitch %}`]),
];

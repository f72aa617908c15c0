// Statements with each sign of whitespace control at each of their delimiters, under the options that trim; what is
// set and read in one construct inside another; what `loop` knows. Not asked: what a template that is imported with context
// sets around it, a parameter of a name that another has, a loop variable that is called loop, asyncEach of a text.
import { picker } from '../nunjucksvalues.mjs';

const files = {
  'v.txt': '<{{ v }}>', 'set.txt': '{% set v = "inc" %}<{{ v }}>', 'mac.txt': '{% set v = "mod" %}{% macro m(a="d") %}({{ a }}{{ v }}{{ w }}){% endmacro %}{% macro c() %}<{{ caller("k") }}>{% endmacro %}out{{ w }}',
  'base.txt': '{% block one %}b1{{ v }}{% endblock %}-{% block two %}b2{{ v }}{% endblock %}', 'i.txt': ' in\n{%- set q = 1 %}\n',
};
const data = { t: true, f: false, x: 'X', w: 'W', xs: [1, 2], ys: ['a', 'b', 'c'], o: { k: 'v', l: 'w' }, nil: null, e: [], pairs: [[1, 'a'], [2, 'b']], s: 'añ' };
export const composed = true;
export const defaults = { data, files };
const shapes = [
  'a\n  <%if t%>\n  b\n  <%endif%>\nc', ' <%if f%> a <%elif t%> b <%else%> c <%endif%> d', '<%for i in xs%>\n  <=i=>\n<%endfor%>\n', '  <%for i in xs%> <=i=>, <%else%> none <%endfor%>  .', '<%for i in e%>x<%else%>\n e \n<%endfor%>|', '<%set v = 1%>\n<=v=>\n',
  '  <%set v%>\n in \n<%endset%>  [<=v=>]', '<%macro m(a)%>\n ( <=a=> ) \n<%endmacro%>\n<=m(1)=> \n', '<%macro m()%>[<=caller()=>]<%endmacro%> <%call m()%>\n c \n<%endcall%> .', ' <%filter upper%>\n ab \n<%endfilter%> c', ' <%raw%> {{ x }} {% y %}\n<%endraw%> z', ' <%verbatim%> {{ x }} \n<%endverbatim%> z',
  '\t<%block b%>\n in block \n<%endblock%>\n', 'a <=x=> b <=x=>\n<=x=>', '\n<#c#>\n <#d#> \n x', '  <#c#>\n<%if t%>\n<#d#> y <%endif%>', '<=x=><%if t%><=x=><%endif%>  <=x=>', '\n\n <%if t%> \n\n <=x=> \n\n <%endif%> \n\n', 'x<%if t%>y<%endif%>\n  <%if t%>z<%endif%>\n', '\r\n <%if t%>\r\n a \r\n<%endif%>\r\n',
  '  text <%if t%>  \n  more  <%endif%>\t\n', '<%include "i.txt"%>\n <%include "none.txt" ignore missing%> \n.', '<%import "mac.txt" as q%>\n [<=q.v=>] \n', ' <%switch x%>\n <%case "X"%>\n one \n<%case "Y"%> two <%default%> d <%endswitch%> .', '<%asyncEach i in xs%> <=i=> <%endeach%> e', '<%ifAsync t%> a <%else%> b <%endif%> c',
];
const marks = { '<%': ['{%', '-'], '%>': ['%}', '-'], '<=': ['{{', '-'], '=>': ['}}', '-'], '<#': ['{#', '-'], '#>': ['#}', '-'] };
const pick = picker(1);
const signed = (shape, chance) => shape.replace(/<[%=#]|[%=#]>/g, (found) => {
  const sign = pick(100) < chance * 100 ? marks[found][1] : '';
  return found[0] === '<' ? `${marks[found][0]}${sign} ` : ` ${sign}${marks[found][0]}`;
});
const options = [{}, { trimBlocks: true }, { lstripBlocks: true }, { trimBlocks: true, lstripBlocks: true }];
const wraps = [
  '{% if t %}@{% endif %}', '{% if f %}{% else %}@{% endif %}', '{% for i in xs %}@;{% endfor %}', '{% for v in xs %}@;{% endfor %}', '{% for k, v in o %}@;{% endfor %}', '{% block b %}@{% endblock %}', '{% macro q(v="arg") %}@{% endmacro %}{{ q() }}', '{% macro q() %}@{% endmacro %}{{ q() }}{{ q() }}',
  '{% macro q() %}[{{ caller() }}]{% endmacro %}{% call q() %}@{% endcall %}', '{% macro q() %}[{{ caller("c") }}]{% endmacro %}{% call(v) q() %}@{% endcall %}', '{% filter upper %}@{% endfilter %}', '{% set z %}@{% endset %}{{ z }}', '{% for i in e %}{% else %}@{% endfor %}', '{% import "mac.txt" as k %}{% call k.c() %}@{% endcall %}', '{% switch x %}{% case "X" %}@{% endswitch %}',
];
const inner = [
  '{{ v }}', '{% set v = "in" %}{{ v }}', '{{ v }}{% set v = "in" %}{{ v }}', '{% if t %}{% set v = "if" %}{% endif %}{{ v }}', '{% if f %}{% set v = "if" %}{% endif %}{{ v }}', '{% for v in xs %}{{ v }}{% endfor %}{{ v }}', '{% macro v() %}mac{% endmacro %}{{ v() }}', '{% import "mac.txt" as v %}{{ v.v }}{{ v.m() }}', '{% from "mac.txt" import v %}{{ v }}', '{% from "mac.txt" import m as v %}{{ v() }}',
  '{% include "v.txt" %}', '{% include "set.txt" %}{{ v }}', '{% set v %}blk{{ v }}{% endset %}{{ v }}', '{% set v, u = 5 %}{{ v }}{{ u }}', '{% for i in xs %}{% set v = i %}{% endfor %}{{ v }}', '{{ loop.index }}', '{{ caller }}', '{{ i }}', '{{ q }}', '{% block inner %}{{ v }}{{ i }}{% endblock %}', '{% set i = "i" %}{{ i }}', '{{ i }}{{ loop.last }}', '{% set o.k = 1 %}', '{{ loop.length }}{{ loop.revindex }}',
];
const facts = ['index', 'index0', 'revindex', 'revindex0', 'first', 'last', 'length', 'nope', 'index + loop.length'];
const things = ['xs', 'ys', 'e', 's', 'o', 'nil', 'missing', 'pairs', '5', 'range(3)', 'xs | reverse', 'o | dictsort', 's.split("")', '[missing, nil]', 'true', '(s | safe)', 'w | list', 'ys | batch(2)', 'x | upper'];
const signatures = ['', 'a', 'a, b', 'a, b=2', 'a=1, b=2', 'a, b=a', 'a=w', 'caller', 'a, caller=1', 'a=1, b', 'a b', '1'];
const calls = ['', '1', '1, 2', 'a=1', 'b=5, a=4', '1, a=2', '1, 2, 3', 'c=1', 'missing', 'caller=1', 'xs, b=nil', '1, b=missing', 'nil, nil', 'b=1'];
const nested = wraps.flatMap((a) => ['@', ...wraps].flatMap((b) => inner.map((c) => [a, b, c])));
export const rows = [
  ...shapes.flatMap((shape) => options.flatMap((o) => [0, 0.2, 0.2, 0.5, 0.5, 0.8].map((chance) => ({ template: signed(shape, chance), options: o })))),
  ...nested.filter(() => pick(4) === 0).flatMap(([a, b, c]) => {
    const second = b.replaceAll('{% block b ', '{% block bb ').replaceAll('q(', 'qq(').replaceAll('set z', 'set zz').replaceAll('{{ z }}', '{{ zz }}');
    return [pick(2) ? '' : '{% set v = "pre" %}'].map((pre) => `${pre}${a.replace('@', () => second.replace('@', () => c))}[{{ v }}]`);
  }),
  ...things.flatMap((thing) => facts.map((fact) => `{% for x in ${thing} %}[{{ loop.${fact} }}]{% else %}E{% endfor %}`)),
  ...things.flatMap((thing) => ['x, y', 'x, y, z', 'x y', 'x.y', '[x, y]', '(x, y)', '1', 'x,'].map((target) => `{% for ${target} in ${thing} %}{{ x }}:{{ y }}{{ z }};{% else %}E{% endfor %}{{ x }}`)),
  ...things.filter((thing) => !['s', 'x | upper'].includes(thing)).flatMap((thing) => ['asyncEach', 'asyncAll'].map((tag) => `{% ${tag} x in ${thing} %}{{ x }}{{ loop.index }};{% end${tag.slice(5).toLowerCase()} %}`)),
  ...signatures.flatMap((signature) => calls.map((call) => `{% macro m(${signature}) %}{{ a }}|{{ b }}{% endmacro %}{{ m(${call}) }}`)),
  ...['', 'a', 'a=1'].flatMap((signature) => ['', '1', '1, 2', 'p=1', 'zz=1'].flatMap((given) => ['', '(p)', '(p, q=5)', '()'].flatMap((args) => ['', '1', 'a=2'].map((call) => `{% macro m(${signature}) %}{{ a }}<{{ caller(${given}) }}>{% endmacro %}{% call${args} m(${call}) %}[{{ p }}{{ q }}]{% endcall %}`)))),
  ...['', '{% set v = "child" %}', '{% import "mac.txt" as v %}', 'text{{ w }}', '{% if t %}{% set v = "cond" %}{% endif %}', '{% include "set.txt" %}', '{% block three %}never{% endblock %}'].flatMap((head) => ['', '{% block one %}c1{{ v }}{% endblock %}', '{% block one %}{{ super() }}+{{ v }}{% endblock %}', '{% block one %}{% set v = "bv" %}{{ v }}{{ super() }}{% endblock %}', '{% block two %}{% block nested %}{{ v }}{% endblock %}{% endblock %}', '{% block one %}{% for v in xs %}{{ v }}{{ super() }}{% endfor %}{% endblock one %}', '{% block one %}x{% endblock two %}', '{% block one %}{{ super }}{% endblock %}'].flatMap((block) => [`{% extends "base.txt" %}${head}${block}`, `${head}{% extends "base.txt" %}${block}`, `${head}{% if t %}{% extends "base.txt" %}{% endif %}${block}tail`])),
];

// Templates with a token left out, doubled, put in another's place, and cut off behind each token.
import { picker } from '../nunjucksvalues.mjs';

const valid = [
  '{% if a %}x{% elif b == 1 %}y{% else %}z{% endif %}', '{% for x in xs %}{{ loop.index }}{{ x }}{% else %}e{% endfor %}', '{% for a, b in o %}{{ a }}{% endfor %}', '{% set a, b = 1 %}{{ a }}', '{% set x %}a{% endset %}{{ x }}', '{% macro m(a, b=1) %}{{ a }}{{ b }}{% endmacro %}{{ m(1, b=2) }}',
  '{% macro m() %}{{ caller(1) }}{% endmacro %}{% call(x) m() %}{{ x }}{% endcall %}', '{% filter replace("a", "b") %}a{% endfilter %}', '{% block b %}x{% endblock b %}', '{% include "a.txt" ignore missing %}', '{% import "a.txt" as b with context %}{{ b.q }}', '{% from "a.txt" import q as c, m %}{{ c }}', '{% raw %}{{ a }}{% endraw %}{{ b }}', '{% switch a %}{% case 1 %}x{% default %}y{% endswitch %}',
  '{{ a.b[0].c["d"](1, x=2) | f(1, k=2) }}', '{{ {"a": 1, b: [1, 2, (3)]}["a"] ~ "x" }}', '{{ a if b else c if d else e }}', '{{ 1 + 2 * 3 ** -4 // 5 % 6 - 7 / 8 }}', '{{ a < b <= c != d === e }}', '{{ a in xs and not b not in xs }}', '{{ a is divisibleby(3) }}{{ b is not sameas(c) }}', '{{ [a, b, "z", 1.5, true, none] }}', '{{ "a" if b }}{# comment #}{{ -a }}{{ not b }}', '{%- if a -%} x {%- endif -%}', '{{ r/a+/g.test("x") }}{{ xs | join(",") | upper }}', '{% extends "a.txt" %}{% block q %}{{ super() }}{% endblock %}',
];
const strange = ['x', '1', '"s"', ',', '.', '=', '==', '(', ')', '[', ']', '{', '}', '|', 'in', 'is', 'not', 'if', 'else', 'and', '*', '**', '~', ':', '%}', '{%', '{{', '}}', 'endif', 'endfor', 'as', 'import', '-', ';', '!', '$', 'none', 'r/a/', '#', '#}', "'", '"'];
export const composed = true;
export const defaults = { data: { a: 1, b: 2, xs: [1, 2], o: { k: 1 } }, files: { 'a.txt': '{% set q = 5 %}{% macro m() %}M{% endmacro %}{% block q %}Q{% endblock %}' } };
const pick = picker(7);
const some = (list, count) => Array.from({ length: count }, () => list[pick(list.length)]);
const tokens = (text) => text.match(/\{%-?|-?%\}|\{\{|\}\}|\{#|#\}|"[^"]*"|[A-Za-z_]+|[0-9.]+|\s+|\*\*|\/\/|===|==|!=|<=|./gs);
const changed = (text) => {
  const parts = tokens(text);
  const put = (i, count, ...words) => [...parts.slice(0, i), ...words, ...parts.slice(i + count)].join('');
  return parts.flatMap((part, i) => (part.trim() ? [put(i, 1), parts.slice(0, i + 1).join(''), put(i, 0, part, ' '), ...some(strange, 2).map((word) => put(i, 1, word)), ...some(strange, 2).map((word) => put(i, 0, ' ', word, ' '))] : []));
};
const tags = ['if', 'elif', 'elseif', 'else', 'endif', 'for', 'endfor', 'set', 'endset', 'macro', 'endmacro', 'call', 'endcall', 'filter', 'endfilter', 'block', 'endblock', 'extends', 'include', 'import', 'from', 'raw', 'endraw', 'verbatim', 'switch', 'case', 'default', 'endswitch', 'asyncEach', 'endeach', 'ifAsync', 'nope', ''];
// Not asked: what Nunjucks takes for a parameter's or a test's name though it is none.
const leftOut = ["{% macro m(a. b=1) %}{{ a }}{{ b }}{% endmacro %}{{ m(1, b=2) }}", "{% macro m(a, r/a/=1) %}{{ a }}{{ b }}{% endmacro %}{{ m(1, b=2) }}", "{% macro m(a, b=1) %}{{ a }}{{ b }}{% endmacro %}{{ m(1, \"s\"=2) }}", "{% import \"a.txt\" as not with context %}{{ b.q }}", "{{ a is **(3) }}{{ b is not sameas(c) }}"];
export const rows = [
  ...valid.flatMap(changed).filter((text) => !leftOut.includes(text)),
  ...tags.flatMap((tag) => ['{% @ %}', '{% @', 'a\n{% @ x %}', '{% if a %}{% @ %}{% endif %}', '{% for x in xs %}{% @ x %}{% endfor %}', '{% @ %}{% end@ %}', '{% @ 1 %}x{% end@ %}', '{%@%}', '{% @ x = 1 %}'].map((form) => form.replaceAll('@', tag))),
];

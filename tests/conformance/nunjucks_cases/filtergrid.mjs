// Every filter on every kind of value, with each shape of arguments.
// Not asked: dictsort of a SafeString and of a function, which print source code; random; round to a fraction of a digit.
import { all, data, some } from '../nunjucksvalues.mjs';

export const composed = true;
export const defaults = { data };
const plain = ['abs', 'batch', 'capitalize', 'center', 'default', 'dictsort', 'dump', 'e', 'first', 'float', 'forceescape', 'groupby', 'indent', 'int', 'join', 'last', 'length', 'list', 'lower', 'nl2br',
  'reject', 'rejectattr', 'replace', 'reverse', 'round', 'safe', 'select', 'selectattr', 'slice', 'sort', 'string', 'striptags', 'sum', 'title', 'trim', 'truncate', 'upper', 'urlencode', 'urlize', 'wordcount', 'escape'];
const shapes = {
  abs: ['1'], batch: ['2', '2, "x"', '0', '-1', '"a"', '1.5', 'linecount=2'], capitalize: ['1'], center: ['20', '9', '"a"', '12.5', '-3', 'nil', 'width=20'], default: ['"d"', '"d", true', 'nil', '"d", bool=true', 'def="k"'],
  dictsort: ['true', 'false, "value"', 'by="value"', 'false, "x"', 'case_sensitive=true', 'true, "value"'], dump: ['2', '"-"', '0', '11', 'nil', 'spaces=2', 'true'], first: ['1'], float: ['1.5', '"x"', 'default=2'], groupby: ['"n"', '"h.z"', '0', '"zz"', 'nil', 'attr="a"', '"length"'],
  indent: ['2', '2, true', '0', '-2', '2.5', 'width=1', 'nil', 'indentfirst=true', '"3"'], int: ['7', '0, 16', '"x"', 'default=3', 'base=2', 'nil', '0, 36'], join: ['"-"', '", ", "n"', 'nil', '1', 'attr="n"', 'del="-"', '"", "length"', 'true'],
  replace: ['"o", "0"', '"l", "L", 1', '1, 2', '"", "-"', '"o"', 'nil, "x"', '"o", "x", -1', 'r/[a-o]/g, "_"', 'r/o/, "0"', '"o", 5', '"o", nil', '"l", "L", 0', '"o", xs', 'r/(l+)/g, "<$1>"'],
  reject: ['"odd"', '"eq", 1', '"nope"', '"gt", 1'], select: ['"odd"', '"eq", 1', '"nope"', '"string"', '1', 'nil'], rejectattr: ['"a"', '"h"', '0', '"zz"'], selectattr: ['"a"', '"n"', '0', '"length"'],
  round: ['1', '-1', '1, "floor"', '0, "ceil"', '0, "x"', '"a"', 'precision=1, method="ceil"'], slice: ['2', '3, "x"', '0', '-1', '"a"', '1.5', '2, nil', 'slices=2'],
  sort: ['true', 'false, true', 'attribute="n"', 'false, false, "h.z"', 'reverse=true, attribute="a"', 'false, false, 0', 'attribute="zz"', 'case_sensitive=true'], sum: ['"a"', 'start=5', '"h.z"', '"a", 1.5', '"zz"', '0', 'attr="a"', 'nil, "x"'],
  striptags: ['true'], truncate: ['5', '5, true', '5, false, "!"', '5, true, ""', '0', '2', '"a"', 'length=8', 'nil', '8, true, nil', '6, killwords=true'], urlize: ['10', '10, true', 'nofollow=true', '"5"', '0'], title: ['1'], trim: ['"x"'], upper: ['1'], last: ['1'], length: ['1'], list: ['1'],
};
const usable = (value, filter) => !(filter === 'dictsort' && value.includes('safe'));
const grid = (filters, values, shown) => filters.flatMap((filter) => values.filter((value) => usable(value, filter)).map((value) => shown(value, filter)));
export const rows = [
  ...grid(plain, all, (value, filter) => `[{{ ${value} | ${filter} }}]`),
  ...grid(['batch', 'dictsort', 'groupby', 'list', 'reject', 'reverse', 'select', 'slice', 'sort', 'selectattr', 'rejectattr', 'default', 'first', 'last', 'string', 'escape', 'safe', 'trim', 'replace', 'round', 'abs'], all, (value, filter) => `{{ ${value} | ${filter} | dump }}`),
  ...Object.entries(shapes).flatMap(([filter, given]) => given.flatMap((shape) => grid([`${filter}(${shape})`], some.filter((value) => usable(value, filter)), (value, call) => `{{ ${value} | ${call} | dump }}`))),
  ...Object.entries(shapes).flatMap(([filter, given]) => given.flatMap((shape) => ['us', 'mix', 'nest', 'lines', 'html', 'real'].filter((value) => usable(value, filter)).map((value) => `[{{ ${value} | ${filter}(${shape}) }}]`))),
  ...grid(plain, ['html', '(html | safe)', '[html, 1]', '{a: html}', 'nil', 'missing', 'f', '(s | upper)', '("&" | escape)'], (value, filter) => ({ template: `[{{ ${value} | ${filter} }}]`, options: { autoescape: true } })),
  ...grid(plain, ['missing', 'nil', 'o.nope', 'xs', 's'], (value, filter) => ({ template: `[{{ ${value} | ${filter} }}]`, options: { throwOnUndefined: true } })),
];

// Random expressions over the whole grammar, of a kind that is asked for where that can be had.
import { argumentsOf, filters, globals, growing, methods, tests } from './calls.mjs';

export const kinds = { text: ['s', 't', 'u', 'empty', 'values.name', 'values.owner'], number: ['n', 'i', 'm', 'values.port'], truth: ['yes', 'no'], nothing: ['nil', 'missing', 'o.nope'], list: ['xs', 'ss', 'mix', 'el', 'rs', 'pairs', 'values.tags'], map: ['o', 'eo', 'values', 'values.db'] };
const usualKinds = [[5, 'text'], [5, 'number'], [2, 'truth'], [1, 'nothing'], [5, 'list'], [3, 'map']];
const words = ['a', 'b', 'o', 'e', ' ', '', '-', '/', ',', 'x', 'name', 'Hello', '1', '2.5', 'é', '😀', '\\n', '\\t', '\\\\', "\\'", '\\"', '\\q', '$1', '<b>', '&', 'A', 'go', 'null', '0'];
const digits = ['0', '1', '2', '3', '5', '10', '42', '007', '1.0', '2.50', '0.1', '1.', '9007199254740993', '100000000000000000000000', '1e3', '0.0000001', '1000000', '3.14159'];
const comparisons = ['==', '===', '!=', '!==', '<', '>', '<=', '>='];
const arithmetic = ['+', '-', '*', '/', '//', '%', '~'];
const regexes = ['r/a/', 'r/o/g', 'r/[aeiou]/gi', 'r/(.)(.)/', 'r/\\\\s+/', 'r/^./', 'r/x*/g', 'r/(?:)/', 'r/(\\\\d+)/g', 'r/[^a-z]+/g', 'r/z$/m', 'r/\\\\//', 'r/-/g', 'r/(a)|(b)/g', 'r/\\\\bo/', 'r/./y'];

export class Expressions {
  constructor(source, isCompat) {
    this.source = source;
    this.isCompat = isCompat;
    this.locals = []; // names that statements around have made
    this.macros = [];
    this.isRepeated = false; // what makes a list longer that a loop goes through never ends
  }

  text() {
    const { source } = this;
    const quote = source.one(['"', "'"]);
    return quote + source.many(0, 3, () => source.one(words)).join('').replaceAll(quote === '"' ? /(?<!\\)"/g : /(?<!\\)'/g, '') + quote;
  }

  atom(kind, locals = 25) {
    const { source } = this;
    if (this.locals.length && source.chance(locals)) return source.one(this.locals);
    if (kind === 'regex') return this.regex();
    const known = kinds[kind];
    if (known && source.chance(60)) return source.one(known);
    switch (kind) {
      case 'text': return this.text();
      case 'number': return source.one(digits);
      case 'truth': return source.one(['true', 'false']);
      case 'nothing': return source.one(['none', 'null', 'missing']);
      default: return source.one(kinds[source.weighted(usualKinds)]);
    }
  }

  /// An expression of about `kind` (any: any).
  expression(depth, kind = 'any') {
    const { source } = this;
    if (kind === 'any' && source.chance(80)) return this.expression(depth, source.weighted(usualKinds));
    if (depth <= 0) return this.atom(kind);
    return source.weighted([
      [16, () => this.atom(kind)], [14, () => this.filtered(depth, kind)], [10, () => this.called(depth, kind)], [10, () => this.operated(depth, kind)], [5, () => this.conditional(depth, kind)], [4, () => this.looked(depth)],
      [3, () => `(${this.expression(depth - 1, kind)})`], [4, () => this.made(depth, kind)], [2, () => this.signed(depth)], [2, () => this.tested(depth)], [1, () => this.expression(depth - 1)], [1, () => this.globalCall(depth)], [1, () => this.macroCall(depth)],
    ])();
  }

  list(depth, most, kind) {
    return this.source.many(0, most, () => this.expression(depth - 1, kind)).join(this.source.one([', ', ',']));
  }

  made(depth, kind) {
    const { source } = this;
    if (kind === 'list') return `[${this.list(depth, 4)}]`;
    if (kind === 'map') return `{${source.many(0, 3, () => `${source.one(['a', 'b', 'name', '"k k"', "'1'", '"2"', 'if', 'x'])}: ${this.expression(depth - 1)}`).join(', ')}}`;
    if (kind === 'text') return `${this.expression(depth - 1)} ~ ${this.expression(depth - 1)}`;
    return source.chance(20) ? `(${this.list(depth, 3) || '1'})` : `${this.expression(depth - 1)} ${source.one(['in', 'not in'])} ${this.expression(depth - 1, source.one(['list', 'text', 'map']))}`;
  }

  operated(depth, kind) {
    const { source } = this;
    const operand = (wanted) => this.expression(depth - 1, source.chance(75) ? wanted : 'any');
    if (kind === 'number' && source.chance(8)) return `${source.one(['2', '10', 'i', '3', '-1', '0'])} ** ${source.one(['0', '1', '2', '3', '10', 'i', '"2"', 'nil'])}`;
    if (kind === 'number') return `${operand('number')} ${source.one(arithmetic)} ${operand('number')}`;
    if (kind === 'text') return `${operand('text')} ${source.one(['+', '~'])} ${operand('any')}`;
    return source.weighted([
      [4, () => { const wanted = source.one(['number', 'text', 'any']); return `${operand(wanted)} ${source.one(comparisons)} ${operand(wanted)}`; }],
      [4, () => `${this.expression(depth - 1, kind)} ${source.one(['and', 'or'])} ${this.expression(depth - 1, kind)}`],
      [2, () => `not ${operand('any')}`],
      [1, () => `${operand('any')} ${source.one(arithmetic)} ${operand('any')}`],
      [1, () => `${operand('number')} ${source.one(comparisons)} ${operand('number')} ${source.one(comparisons)} ${operand('number')}`],
    ])();
  }

  conditional(depth, kind) {
    const otherwise = this.source.chance(70) ? ` else ${this.expression(depth - 1, kind)}` : '';
    const whole = `${this.expression(depth - 1, kind)} if ${this.expression(depth - 1)}${otherwise}`;
    return this.source.chance(70) ? `(${whole})` : whole;
  }

  signed(depth) {
    const sign = this.source.one(['-', '+', '- ']);
    const operand = this.expression(depth - 1, this.source.chance(70) ? 'number' : 'any');
    return operand.startsWith(sign[0]) ? `${sign}(${operand})` : `${sign}${operand}`; // two make another operator there
  }

  /// What can have something behind it without other parentheses.
  base(depth, kind) {
    if (kind === 'number' && this.source.chance(40)) return `(${this.source.one(digits)})`; // 1.x is no number
    return this.source.chance(75) ? this.atom(kind, 8) : `(${this.expression(depth - 1, kind)})`;
  }

  looked(depth) {
    const { source } = this;
    const kind = source.one(['map', 'list', 'text', 'any']);
    const key = { map: ['"name"', '"a"', 's', '"1"', '1', '"missing"'], list: ['0', '1', '-1', 'i', '"length"', '"0"', '9'], text: ['0', '-1', 'i', '"length"', '1.5'], any: ['0', '"x"', 'nil', 'missing'] }[kind];
    if (this.isCompat && kind !== 'any' && kind !== 'map' && source.chance(40)) return this.slice();
    const step = () => (source.chance(50) ? `.${source.one(['name', 'a', 'length', 'x', 'b', 'tags', 'more', 'if', 'port'])}` : `[${source.chance(70) ? source.one(key) : this.expression(depth - 1)}]`);
    return this.base(depth, kind) + source.many(1, 2, step).join('');
  }

  slice() {
    const part = () => this.source.one(['', '0', '1', '-1', '2', '-2', '9', '-9']);
    const step = this.source.one(['', '', '', ':', ':1', ':2', ':-1', ':-2']);
    return `${this.source.one([...kinds.list, ...kinds.text])}[${part()}:${part()}${step}]`;
  }

  filtered(depth, kind) {
    const { source } = this;
    const fitting = filters.filter((filter) => filter.gives === kind || filter.gives === 'any');
    const filter = source.one(source.chance(75) && fitting.length ? fitting : filters);
    const isPlain = source.chance(15);
    const value = source.chance(94) ? this.base(depth, filter.of) : this.base(depth, 'any');
    const given = argumentsOf(this, depth, filter.takes, isPlain);
    const call = given || source.chance(10) ? `(${given})` : '';
    const more = source.chance(25) ? ` | ${source.one(['upper', 'lower', 'length', 'dump', 'first', 'last', 'join(",")', 'string', 'safe', 'default("d", true)', 'capitalize', 'list', 'sort', 'int', 'trim'])}` : '';
    return `${value}${source.one([' | ', '|'])}${filter.name}${call}${more}`;
  }

  called(depth, kind) {
    const { source } = this;
    const fitting = methods.filter((method) => method.gives === kind || method.gives === 'any');
    const method = source.one(source.chance(75) && fitting.length ? fitting : methods);
    const chosen = this.isCompat && source.chance(40) ? source.one(methods.compat) : method;
    if (this.isRepeated && growing.includes(chosen.name)) return this.atom(kind);
    const name = source.chance(90) ? `.${chosen.name}` : `["${chosen.name}"]`;
    return `${source.chance(95) ? this.base(depth, chosen.of) : this.base(depth, 'any')}${name}(${argumentsOf(this, depth, chosen.takes)})`;
  }

  tested(depth) {
    const { source } = this;
    const test = source.one(tests);
    const given = argumentsOf(this, depth, test.takes.slice(0, 1), !test.takes.length);
    return `${this.expression(depth - 1, test.of)} is ${source.chance(25) ? 'not ' : ''}${test.name}${given ? `(${given})` : ''}`;
  }

  globalCall(depth) {
    const call = this.source.one(globals);
    return `${call.name}(${argumentsOf(this, depth, call.takes)})${call.behind ? this.source.one(call.behind) : ''}`;
  }

  macroCall(depth) {
    const { source } = this;
    if (!this.macros.length) return this.globalCall(depth);
    return `${source.one(this.macros)}(${this.given(depth)})`;
  }

  /// Arguments for a macro.
  given(depth) {
    const keyword = () => (this.source.chance(35) ? `${this.source.one(['a', 'b', 'c', 'b', 'c', 'caller'])}=` : '');
    return this.source.many(0, 3, () => keyword() + this.expression(depth - 1)).join(', ');
  }

  regex() {
    return this.source.one(regexes).replaceAll('\\\\', '\\');
  }
}

// Random templates: statements in statements, whitespace control anywhere, files that are included, imported and extended.
import { Expressions } from './expressions.mjs';

const literals = ['text', ' ', '\n', '\n  ', '\t', 'a: b\n', '  - ', '# no comment\n', '${ x }', '{ }', '} }', '$', '"q"', "'", '\r\n', 'é', '{{{', '%', '-', '\n\n', '<b>', '\\', '{ {', '#}'];
const fixed = ['k', 'v', 'x', 'item', 'it', 'acc', '_p', 'loop2'];

class Statements {
  /// `files` may be included; `prefix` is how the names of its blocks begin, which have to differ.
  constructor(source, isCompat, files, prefix = 'n') {
    this.source = source;
    this.isCompat = isCompat;
    this.files = files;
    this.prefix = prefix;
    this.expressions = new Expressions(source, isCompat);
    this.blocks = 0;
    this.macros = 0;
    this.isInMacro = false;
  }

  mark(sign) {
    return this.source.chance(12) ? sign : '';
  }

  out(expression) {
    const blank = this.source.chance(90) ? ' ' : '';
    return `${this.isCompat ? '' : '$'}{{${this.mark('-')}${blank}${expression}${blank}${this.mark('-')}}}`;
  }

  tag(words) {
    return `{%${this.mark('-')} ${words} ${this.mark('-')}%}`;
  }

  text() {
    const literal = this.source.many(1, 2, () => this.source.one(literals)).join('');
    return this.source.chance(98) ? literal.replaceAll('#}', '').replaceAll('{{', '{') : literal;
  }

  expression(kind) {
    return this.expressions.expression(this.source.weighted([[3, 1], [4, 2], [2, 3]]), kind);
  }

  body(depth) {
    if (this.source.chance(8)) return '';
    return this.within([], () => this.source.many(1, depth > 1 ? 3 : 2, () => this.statement(depth - 1)).join(''));
  }

  /// `names` are known to what `make` makes, and what that makes is known to nothing else.
  within(names, make) {
    const { expressions } = this;
    const before = [[...expressions.locals], [...expressions.macros]];
    if (this.source.chance(90)) expressions.locals.push(...names);
    const made = make();
    if (this.source.chance(80)) [expressions.locals, expressions.macros] = before;
    return made;
  }

  /// What `make` makes may run more than once.
  repeated(make) {
    const before = this.expressions.isRepeated;
    this.expressions.isRepeated = true;
    const made = make();
    this.expressions.isRepeated = before;
    return made;
  }

  inMacro(make) {
    const before = this.isInMacro;
    this.isInMacro = true;
    const made = this.repeated(make);
    this.isInMacro = before;
    return made;
  }

  statement(depth) {
    const { source } = this;
    if (depth <= 0) return source.chance(35) ? this.text() : this.out(this.expression('any'));
    return source.weighted([
      [14, () => this.out(this.expression('any'))], [10, () => this.text()], [10, () => this.conditional(depth)], [10, () => this.loop(depth)], [6, () => this.assignment(depth)], [5, () => this.macro(depth)], [2, () => this.call(depth)], [2, () => this.filter(depth)], [2, () => this.choice(depth)],
      [1, () => this.raw()], [2, () => `{#${this.mark('-')} ${source.one(['comment', '{{ x }}', '{% if %}', '\n', '- #'])} ${this.mark('-')}#}`], [2, () => this.block(depth)], [2, () => this.asyncLoop(depth)], [2, () => this.include()], [2, () => this.imported()],
    ])();
  }

  conditional(depth) {
    const { source } = this;
    const start = source.chance(96) ? 'if' : 'ifAsync';
    const others = source.many(0, source.one([0, 0, 1, 2]), () => this.tag(`${source.one(['elif', 'elif', 'elseif'])} ${this.expression('any')}`) + this.body(depth));
    const last = source.chance(40) ? this.tag('else') + this.body(depth) : '';
    return this.tag(`${start} ${this.expression(source.one(['any', 'truth', 'any']))}`) + this.body(depth) + others.join('') + last + this.tag('endif');
  }

  loopBody(depth, names) {
    const about = source => source.one(['index', 'index0', 'first', 'last', 'length', 'revindex', 'revindex0']);
    return this.within([...names, `loop.${about(this.source)}`], () => this.repeated(() => this.body(depth)) + (this.source.chance(50) ? this.out(this.source.one([...names, `loop.${about(this.source)}`])) : ''));
  }

  loop(depth) {
    const { source } = this;
    const names = source.weighted([[6, () => [source.one(fixed)]], [4, () => ['k', 'v']], [1, () => ['x', 'k', 'v']]])();
    const over = this.expression(names.length === 1 ? source.one(['list', 'list', 'list', 'any', 'text']) : source.one(['map', 'map', 'list', 'any']));
    const otherwise = source.chance(25) ? this.tag('else') + this.body(depth) : '';
    return this.tag(`for ${names.join(', ')} in ${over}`) + this.loopBody(depth, names) + otherwise + this.tag('endfor');
  }

  asyncLoop(depth) {
    const [start, end] = this.source.one([['asyncEach', 'endeach'], ['asyncAll', 'endall']]);
    const names = this.source.chance(70) ? ['item'] : ['k', 'v'];
    const over = this.source.one(names.length === 1 ? ['xs', 'ss', 'rs', 'el', 'mix', 'values.tags'] : ['pairs', 'el', 'o', 'values.db']);
    return this.tag(`${start} ${names.join(', ')} in ${over}`) + this.loopBody(depth, names) + this.tag(end);
  }

  assignment(depth) {
    const { source } = this;
    const names = source.many(1, source.chance(90) ? 1 : 2, () => source.one([...fixed, 's', 'xs', 'n']));
    const set = source.chance(75) ? this.tag(`set ${names.join(', ')} = ${this.expression('any')}`) : this.tag(`set ${names.join(', ')}`) + this.body(depth) + this.tag('endset');
    this.expressions.locals.push(names[0]);
    return set + (source.chance(60) ? this.out(source.one(names)) : '');
  }

  macro(depth) {
    const { source } = this;
    const name = `m${++this.macros}`;
    const names = ['a', 'b', 'c'].slice(0, source.below(4));
    const parameters = names.map((parameter, i) => (i > 0 && source.chance(45) ? `${parameter}=${this.repeated(() => this.expression('any'))}` : parameter));
    const uses = source.chance(25) ? this.out(`caller(${source.one(['', '1', '"x", 2', 'a'])})`) : '';
    const before = [...this.expressions.locals];
    this.expressions.locals = [...names, ...names];
    const body = this.inMacro(() => this.body(depth)) + uses;
    this.expressions.locals = before;
    this.expressions.macros.push(name);
    if (uses) return this.tag(`macro ${name}(${parameters.join(', ')})`) + body + this.tag('endmacro') + this.call(depth);
    const use = source.chance(70) ? this.out(this.expressions.macroCall(2)) : '';
    return this.tag(`macro ${name}(${parameters.join(', ')})`) + body + this.tag('endmacro') + use;
  }

  call(depth) {
    const { source } = this;
    if (!this.expressions.macros.length) return this.macro(depth);
    const names = source.one([[], ['p'], ['p', 'q'], ['p', 'q=5']]);
    const parameters = source.chance(60) || names.length ? `(${names.join(', ')})` : '';
    const body = this.within(names.map((name) => name[0]), () => this.inMacro(() => this.body(depth)));
    const call = source.chance(80) ? `${this.expressions.macros.at(-1)}(${this.expressions.given(1)})` : this.expressions.macroCall(1);
    return this.tag(`call${parameters} ${call}`) + body + this.tag('endcall');
  }

  filter(depth) {
    const filter = this.source.one(['upper', 'lower', 'capitalize', 'indent', 'indent(2, true)', 'replace("a", "b")', 'trim', 'title', 'length', 'striptags', 'truncate(5)', 'wordcount', 'reverse', 'escape', 'dump', 'list', 'nope', 'default("x", true)', 'first', 'center(9)']);
    return this.tag(`filter ${filter}`) + this.body(depth) + this.tag('endfilter');
  }

  choice(depth) {
    const { source } = this;
    const kind = source.one(['text', 'number', 'any']);
    const cases = source.many(0, 3, () => this.tag(`case ${this.expressions.expression(1, kind)}`) + (source.chance(80) ? this.body(depth) : ''));
    const otherwise = source.chance(50) ? this.tag('default') + this.body(depth) : '';
    return this.tag(`switch ${this.expressions.expression(1, kind)}`) + (source.chance(30) ? '\n' : '') + cases.join('') + otherwise + this.tag('endswitch');
  }

  raw() {
    const word = this.source.one(['raw', 'verbatim']);
    return `{%${this.mark('-')} ${word} ${this.mark('-')}%}${this.source.one(['${{ x }}', '{{ y }}', '{% if %}', ' a ', '\n{# c #}\n', '{% raw %}z{% endraw %}'])}{% end${word} ${this.mark('-')}%}`;
  }

  block(depth) {
    if (this.isInMacro) return this.text(); // where it runs is by chance there
    const name = `${this.prefix}${++this.blocks}`;
    return this.tag(`block ${name}`) + this.body(depth) + this.tag(`endblock${this.source.chance(20) ? ` ${name}` : ''}`);
  }

  include() {
    if (!this.files.length) return this.text();
    const name = this.source.weighted([[16, () => `"${this.source.one(this.files)}"`], [1, () => '"none.txt"'], [1, () => 's']])();
    return this.tag(`include ${name}${this.source.chance(35) ? ' ignore missing' : ''}`);
  }

  imported() {
    const { source } = this;
    if (!this.files.length) return this.text();
    const context = source.one(['', '', ' with context', ' without context']);
    if (source.chance(50)) {
      this.expressions.locals.push('lib.v', 'lib.w', 'lib');
      this.expressions.macros.push('lib.mac');
      return this.tag(`import "lib.txt" as lib${context}`);
    }
    const [name, alias] = source.one([['mac', 'mac'], ['mac', 'mac'], ['mac', 'mm'], ['v', 'v'], ['w', 'ww'], ['w', 'ww'], ...(source.chance(20) ? [['nope', 'nope']] : [])]);
    if (name === 'mac') this.expressions.macros.push(alias);
    return this.tag(`from "lib.txt" import ${name === alias ? name : `${name} as ${alias}`}${context}`);
  }
}

function filesOf(source, isCompat) {
  const ofFile = (...given) => {
    const statements = new Statements(source, isCompat, ...given);
    statements.expressions.isRepeated = true;
    return statements;
  };
  const leaf = ofFile([]);
  const lib = ofFile([], 'lib');
  const base = ofFile([], 'base');
  const blocks = ['b1', 'b2', 'b3'].map((name) => base.tag(`block ${name}`) + base.body(2) + base.tag('endblock') + base.text());
  return {
    'leaf.txt': leaf.statement(1) + leaf.out(source.one(['v', 'k', 'item', 's', 'loop.index'])),
    'part.txt': ofFile(['leaf.txt']).body(2),
    'lib.txt': `${lib.tag(`set v = ${lib.expression('any')}`)}${lib.tag('macro mac(a, b=1)')}${lib.out('a')}${lib.body(2)}${lib.out(source.one(['b', 'v', 'item', 'caller()', 's']))}${lib.tag('endmacro')}${lib.tag('set w = "W"')}`,
    'base.txt': base.text() + blocks.join(''),
  };
}

/// One case as tests/conformance keeps them: template, files, options.
export function templateOf(source) {
  const isCompat = source.chance(12);
  const files = filesOf(source, isCompat);
  const statements = new Statements(source, isCompat, Object.keys(files).filter((name) => name !== 'base.txt'));
  let template = source.many(1, source.one([1, 2, 3, 5]), () => statements.statement(source.weighted([[2, 0], [3, 1], [4, 2], [1, 3]]))).join('');
  if (source.chance(8)) {
    const overriding = source.many(0, 2, () => `{% block ${source.one(['b1', 'b2', 'b3', 'b9'])} %}${statements.body(2)}${source.chance(40) ? statements.out('super()') : ''}{% endblock %}`);
    template = `${source.chance(85) ? '' : template}{% extends ${source.chance(95) ? '"base.txt"' : 's'} %}${overriding.join('')}${template}`;
  }
  const options = { isCompat, ...(source.chance(12) ? { autoescape: true } : {}), ...(source.chance(8) ? { trimBlocks: true } : {}), ...(source.chance(8) ? { lstripBlocks: true } : {}) };
  const needsFiles = /\b(include|import|extends)\b/.test(template);
  return { template, options, ...(needsFiles ? { files } : {}) };
}

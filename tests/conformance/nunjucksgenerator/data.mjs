// What a template is given: names whose kind is known, so that most of what is asked of them makes sense.
const texts = [
  '', 'a', 'Hello World', 'my-service', 'group:default/payments', ' padded\t', 'añ漢😀z', '12', '-3.75', '0', '1e3', '0x1f', 'true', 'null', 'one\ntwo\n\nthree', 'a,b,,c', '<b class="x">T & \'J\'</b>', 'go-lang_2.0', 'UPPER', 'camelCaseName',
  'github.com?owner=acme&repo=orders', 'https://example.com/a?b=c', 'ada@example.org', 'x'.repeat(40), 'a b  c', 'ß', '\\d+', '$&', '{{ x }}', 'line\r\nend', '٣', 'İ', 'length',
];
const numbers = [0, 1, 2, 3, 5, 7, 10, 42, 100, 8080, -1, -7, 2.5, -0.5, 0.1, 1 / 3, 1e21, 1e-7, 123456789012, 9007199254740991, 1e16, 0.000001234, 99.995];
const scalars = [null, true, false];
const keys = ['name', 'kind', 'a', 'b', 'x', 'id', 'team/owner', 'with-dash', '1', '10', '2', '', 'Z', 'key', 'items'];

export function dataOf(source) {
  const text = () => source.one(texts);
  const number = () => source.one(numbers);
  const scalar = () => source.weighted([[4, text], [4, number], [2, () => source.one(scalars)]])();
  const value = (depth) => (depth <= 0 || source.chance(50) ? scalar() : source.chance(50) ? list(depth - 1) : map(depth - 1));
  const list = (depth) => source.many(0, 4, () => value(depth));
  const map = (depth) => Object.fromEntries(source.many(0, 4, () => [source.one(keys), value(depth)]));
  const record = () => ({ name: text(), n: number(), on: source.chance(50), tags: source.many(0, 2, text), ...(source.chance(30) ? { more: value(2) } : {}) });
  return {
    s: text(), t: text(), u: text(), n: number(), i: source.below(7), m: number(), yes: true, no: false, nil: null, empty: '',
    xs: source.many(0, 5, number), ss: source.many(0, 5, text), mix: list(2), el: [], o: map(2), eo: {}, rs: source.many(0, 4, record),
    pairs: source.many(0, 3, () => [text(), scalar()]), values: { name: 'orders', port: 8080, owner: 'group:default/payments', tags: ['go', 'http'], db: { kind: 'postgres', on: true }, list: list(2), any: value(2) },
  };
}

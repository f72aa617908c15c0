// Values of each kind that a template can meet, for the cases that are composed.
export const data = {
  zero: 0, i: 42, neg: -7, large: 1e21, f: 2.5, t: true, no: false, nil: null, e: '', s: 'Hello World', u: 'añ漢😀z', pad: '  pad\t', num: '12', real: '-3.75x',
  html: '<b a="x">Tom & \'Jerry\'</b>', lines: 'one\ntwo words\r\n\nfour', el: [], xs: [3, 1, 2], ss: ['b', 'A', 'c', 'a'], mix: [1, 'a', null, 2.5, true], nest: [[1, 2], [3], []],
  eo: {}, o: { b: 2, A: 1, c: 3 }, deep: { k: { x: [1, { y: 'z' }] }, 1: 'one' }, us: [{ n: 'Bob', a: 3, h: { z: 2 } }, { n: 'ann', a: 1, h: { z: 1 } }, { n: 'Cid', a: 3, h: { z: 3 } }],
};
export const all = [...Object.keys(data), 'missing', 'o.nope', '(html | safe)'];
export const some = ['zero', 'i', 'f', 't', 'no', 's', 'u', 'num', 'e', 'xs', 'ss', 'el', 'o', 'eo', 'nil', 'missing', '(html | safe)'];

// Numbers below `limit`, the same ones each time.
export function picker(seed) {
  let state = seed;
  return (limit) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * limit);
  };
}

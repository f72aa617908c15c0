// Random choices, always the same ones for one seed.
export function sourceOf(seed) {
  let state = (seed + 0x9e3779b9) >>> 0;
  const next = () => { // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit) => Math.floor(next() * limit);
  const source = {
    below,
    chance: (percent) => below(100) < percent,
    one: (list) => list[below(list.length)],
    /// From `least` to `most` times what `make` gives.
    many: (least, most, make) => Array.from({ length: least + below(most - least + 1) }, () => make()),
    /// One of [[weight, value], …].
    weighted(choices) {
      let at = below(choices.reduce((sum, [weight]) => sum + weight, 0));
      return choices.find(([weight]) => (at -= weight) < 0)[1];
    },
  };
  return source;
}

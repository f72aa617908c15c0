// Templates as they are when something was mistyped: a token left out, doubled, in another's place, or all cut off.
const strange = ['x', '1', '"s"', ',', '.', '=', '==', '(', ')', '[', ']', '{', '}', '|', 'in', 'is', 'not', 'if', 'else', 'and', '*', '**', '~', ':', '%}', '{%', '${{', '}}', 'endif', 'endfor', 'as', '-', ';', '!', 'none', "'", '"', '\n', '#', '&&', '?'];
const tokens = (text) => text.match(/\{%-?|-?%\}|\$?\{\{-?|-?\}\}|\{#|#\}|"[^"]*"|'[^']*'|[A-Za-z_]\w*|[0-9.]+|\s+|\*\*|\/\/|===|!==|==|!=|<=|>=|./gsu) ?? [];

export function mistaken(source, template) {
  const parts = tokens(template);
  if (!parts.length) return template;
  const at = source.below(parts.length);
  const other = () => source.one(source.chance(60) ? strange : parts);
  const put = (count, ...words) => [...parts.slice(0, at), ...words, ...parts.slice(at + count)].join('');
  const made = source.weighted([
    [3, () => put(1)], [1, () => parts.slice(0, at).join('')], [2, () => put(1, parts[at], ' ', parts[at])], [3, () => put(1, other())], [3, () => put(0, ' ', other(), ' ')],
  ])();
  return /([+-])\s*\1/.test(made) ? template : made; // which JavaScript refuses only when it runs
}

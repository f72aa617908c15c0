import { dataOf } from './data.mjs';
import { mistaken } from './mistakes.mjs';
import { sourceOf } from './source.mjs';
import { templateOf } from './statements.mjs';

const backstageTags = { variableStart: '${{', variableEnd: '}}' };

/// Case `number`, as a row: the same one each time. Each eighth has a mistake.
export function caseOf(number) {
  const source = sourceOf(number);
  const data = dataOf(source);
  const { template, files, options: { isCompat, ...options } } = templateOf(source);
  return {
    language: 'nunjucks', template: source.chance(12) ? mistaken(source, template) : template, data, ...(files ? { files } : {}),
    options: { autoescape: false, ...(isCompat ? { jinjaCompat: true } : { tags: backstageTags }), ...options },
  };
}

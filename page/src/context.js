// A place in a text, quoted with what stands around it.
import { h } from './dom.js';
import { markedStretch } from './marks.js';

/**
 * @param {string} text
 * @param {import('./types').Mark[]} marks
 * @param {[number, number]} stretch that is quoted
 */
export function quoteInContext(text, marks, [begin, end]) {
  return h(
    'blockquote',
    { class: 'said context', dir: 'auto' },
    begin > 0 ? '… ' : '',
    markedStretch(text, marks, begin, end),
    end < text.length ? ' …' : '',
  );
}

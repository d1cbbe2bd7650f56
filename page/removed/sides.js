// Two texts beside each other, in pieces, with what differs marked; and one text with a stretch marked.
import { h } from '../src/dom.js';

/**
 * @param {import('./types').SideRow} side
 * @returns {import('../src/types').Child[]}
 */
export function piecesOf([cutBefore, cutBehind, ...pieces]) {
  const nodes = pieces
    .map((piece, i) => (i % 2 === 1 ? h('mark', { class: 'differs' }, piece) : piece))
    .filter((piece) => piece !== '');
  return [cutBefore ? '… ' : '', nodes, cutBehind ? ' …' : ''];
}

/**
 * @param {string} what
 * @param {string} name
 * @param {import('./types').SideRow} side
 */
export function excerptOf(what, name, side) {
  return h(
    'section',
    { class: 'side' },
    h('h4', {}, what, ' ', h('code', {}, h('bdi', {}, name))),
    h('blockquote', { class: 'said context', dir: 'auto' }, piecesOf(side)),
  );
}

/**
 * @param {import('./types').PairRow} pair
 * @param {{same: string, record: string, kept: string}} words what a shared value is of, and what the two are
 */
export function pairCard([similarity, record, kept, [left, right]], words) {
  const alike = similarity === null ? `the same ${words.same}` : `similarity ${similarity.toFixed(4)}`;
  const differs = [left, right].some((side) => side.length > 3);
  return h(
    'div',
    { class: 'card' },
    h('h3', {}, alike, differs ? null : ', no word differs'),
    h('div', { class: 'columns' }, excerptOf(words.record, record, left), excerptOf(words.kept, kept, right)),
  );
}

// What a person looks at: clusters, the pairs next to the threshold, items of a reference, and parts.
import { h } from '../src/dom.js';
import { counted, grouped, listed, percent } from '../src/words.js';
import { pairCard, excerptOf } from './sides.js';
import { partName, plainTable, sizeInWords } from './summary.js';

/**
 * @param {string} title
 * @param {string} words
 * @param {import('../src/types').Child[]} children
 * @returns {import('../src/types').View}
 */
function listView(title, words, ...children) {
  const content = h('div', { class: 'page' }, h('h1', {}, title), h('p', { class: 'lead' }, words), children);
  return { title, content };
}

/**
 * @param {import('./types').RawRemoved} data
 * @returns {import('../src/types').View}
 */
export function clustersView(data) {
  const words = { same: data.same, record: 'Left:', kept: 'Stays:' };
  const clusters = data.clusters.map(([size, members, pairs]) =>
    h(
      'section',
      {},
      h('h2', {}, `${grouped(size)} documents`),
      h('details', {}, h('summary', {}, 'Which'), h('p', {}, memberNames(size, members))),
      pairs.map((pair) => pairCard(pair, words)),
    ),
  );
  const all = data.counts[5];
  const shown = all > clusters.length ? `The ${clusters.length} largest of ${grouped(all)}` : counted(all, 'cluster');
  return listView('Clusters', `${shown}; of each the least similar copies, where they first differ.`, clusters);
}

/**
 * @param {number} size
 * @param {string[]} members
 */
function memberNames(size, members) {
  const names = members.map((name) => h('code', {}, h('bdi', {}, name)));
  const more = size - members.length;
  return more > 0 ? [listed(names, Infinity), `, and ${grouped(more)} more`] : listed(names);
}

/**
 * @param {import('./types').RawRemoved} data
 * @returns {import('../src/types').View}
 */
export function thresholdView(data) {
  const part = (/** @type {string} */ title, /** @type {import('./types').PairRow[]} */ pairs, words = {}) =>
    h(
      'section',
      {},
      h('h2', {}, title),
      pairs.length > 0
        ? pairs.map((pair) => pairCard(pair, { same: data.same, record: 'Compared:', kept: 'With:', ...words }))
        : h('p', {}, 'There is none.'),
    );
  return listView(
    `Next to the threshold of ${data.threshold}`,
    'If the first of these are no copies, the threshold is too low; if the second are, it is too high.',
    part('Just above', data.above),
    part('Just below', data.below),
  );
}

/**
 * @param {import('./types').RawRemoved} data
 * @returns {import('../src/types').View}
 */
export function itemsView(data) {
  const rows = (data.items ?? []).map(([id, words, documents]) => [
    h('bdi', {}, id),
    grouped(words),
    grouped(documents),
  ]);
  const finds = (data.finds ?? []).map(([share, record, item, side]) =>
    h(
      'div',
      { class: 'card' },
      h('h3', {}, `${percent(share)} of the words of `, h('bdi', {}, item)),
      excerptOf('In', record, side),
    ),
  );
  return listView(
    'Items of the reference',
    'Those found in most documents, and the finds that hold least of an item: these are the ones to doubt.',
    plainTable(['Item', 'Words', 'Documents'], rows),
    h('h2', {}, 'The weakest finds'),
    finds,
  );
}

/**
 * @param {import('./types').RawRemoved} data
 * @returns {import('../src/types').View}
 */
export function partsView(data) {
  const cards = (data.longest ?? []).map(([kind, bytes, record, first, side]) =>
    h(
      'div',
      { class: 'card' },
      h('h3', {}, `A ${partName(kind)} of ${sizeInWords(bytes)}`),
      h('p', {}, 'It stands first in ', h('code', {}, h('bdi', {}, first))),
      excerptOf('Removed from', record, side),
    ),
  );
  return listView('Parts', 'The longest parts that left.', cards);
}

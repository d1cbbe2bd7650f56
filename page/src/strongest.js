// A pair of articles as the matrix tells it: by all measures at once, on a card, in a sentence, and the strongest as a table.
import { valueOf } from './data.js';
import { h, link } from './dom.js';
import { articleLink, headline, shortName } from './names.js';
import { sortableTable } from './table.js';
import { readableDate, grouped, percent } from './words.js';

const pairsShown = 100;

/** @type {Record<import('./types').MeasureName, string>} */
export const measureNames = {
  jaccard: 'Likeness (Jaccard)',
  containment: 'Containment',
  passages: 'Reused words',
  points: 'Points in common',
};

/**
 * @param {import('./types').MeasureName} measure
 * @param {number} value
 */
export function measured(measure, value) {
  if (value === 0) return 'none';
  return measure === 'points' ? grouped(value) : percent(value);
}

/**
 * @param {number} a
 * @param {number} b
 */
export function pairAddress(a, b) {
  return `pair-${a + 1}-${b + 1}`;
}

export function emptyReadout() {
  return h(
    'p',
    { class: 'soft' },
    'Point at a cell, or move the cursor with the arrow keys: what the two articles have in common stands here.',
  );
}

/**
 * Returns what stands on the card.
 * @param {import('./types').Report} report
 * @param {number} a the row's
 * @param {number} b the column's
 */
export function pairReadout(report, a, b) {
  const side = (/** @type {string} */ letter, /** @type {number} */ index) => {
    const article = report.articles[index];
    const date = article.date ? h('span', { class: 'soft' }, readableDate(article.date)) : null;
    const name = h('strong', {}, h('bdi', {}, shortName(report, article)));
    return h(
      'div',
      { class: 'heat-side' },
      h('span', { class: 'heat-letter' }, letter),
      h('div', {}, name, ' ', date, h('div', { class: 'said' }, h('bdi', {}, headline(article)))),
    );
  };
  if (a === b) return h('div', {}, side('A', a), h('p', { class: 'soft' }, 'The article with itself.'));
  const rows = report.matrices.flatMap((matrix) => {
    const forth = measured(matrix.measure, valueOf(report, matrix, a, b));
    if (matrix.symmetric) return [readoutRow(measureNames[matrix.measure], forth)];
    const back = measured(matrix.measure, valueOf(report, matrix, b, a));
    return matrix.measure === 'containment'
      ? [readoutRow('A contained in B', forth), readoutRow('B contained in A', back)]
      : [readoutRow('Words of A reused with B', forth), readoutRow('Words of B reused with A', back)];
  });
  const way = h('p', {}, link(pairAddress(a, b), 'Read them beside each other'));
  return h('div', {}, side('A', a), side('B', b), h('dl', { class: 'heat-values' }, rows), way);
}

/**
 * @param {string} name
 * @param {string} value
 */
function readoutRow(name, value) {
  return h('div', {}, h('dt', {}, name), h('dd', {}, value));
}

/**
 * Returns what is told to those who listen.
 * @param {import('./types').Report} report
 * @param {import('./types').Matrix} chosen
 * @param {number} a
 * @param {number} b
 */
export function pairSpoken(report, chosen, a, b) {
  const name = (/** @type {number} */ index) => shortName(report, report.articles[index]);
  if (a === b) return `${name(a)} with itself`;
  const values = [chosen, ...report.matrices.filter((matrix) => matrix !== chosen)].map((matrix) => {
    const forth = measured(matrix.measure, valueOf(report, matrix, a, b));
    const back = matrix.symmetric
      ? ''
      : `, the other way round ${measured(matrix.measure, valueOf(report, matrix, b, a))}`;
    return `${measureNames[matrix.measure]} ${forth}${back}`;
  });
  return `Row ${name(a)}, column ${name(b)}: ${values.join('; ')}`;
}

/**
 * Returns the pairs with the largest values, the larger direction first; each pair once.
 * @param {import('./types').Report} report
 * @param {import('./types').Matrix} matrix
 * @param {number} most
 * @param {string} story its number from 1, or nothing for all
 * @returns {{ a: number, b: number, value: number }[]}
 */
export function strongestPairs(report, matrix, most, story = '') {
  /** @type {{ a: number, b: number, value: number }[]} */
  let best = [];
  let floor = 0;
  const add = (/** @type {number} */ a, /** @type {number} */ b, /** @type {number} */ value) => {
    if (
      value <= floor ||
      (story !== '' &&
        (report.articles[a].story !== Number(story) - 1 || report.articles[b].story !== Number(story) - 1))
    )
      return;
    best.push({ a, b, value });
    if (best.length < most * 8) return;
    best = best.sort((x, y) => y.value - x.value || x.a - y.a || x.b - y.b).slice(0, most);
    floor = best[most - 1].value;
  };
  for (const { index, original } of report.articles) {
    if (original !== index) add(original, index, valueOf(report, matrix, original, index));
  }
  matrix.entries.forEach((row, a) => {
    for (const [b, value] of row) {
      const back = a === b || matrix.symmetric ? value : (matrix.entries[b].get(a) ?? 0);
      if (value > back || (value === back && a < b)) add(a, b, value);
    }
  });
  return best.sort((x, y) => y.value - x.value || x.a - y.a || x.b - y.b).slice(0, most);
}

/**
 * The strongest pairs, which a click on a column sorts.
 * @param {import('./types').Report} report
 * @param {import('./types').Matrix} chosen
 * @param {string} story its number from 1, or nothing for all
 * @param {string} sort
 * @param {(sort: string) => void} change
 */
export function pairTable(report, chosen, story, sort, change) {
  const pairs = strongestPairs(report, chosen, pairsShown, story);
  if (pairs.length === 0) return h('p', {}, 'No two articles have anything in common by this measure.');
  const most = pairs.length === pairsShown ? `, ${pairsShown} at most` : '';
  const caption = `Strongest first by ${measureNames[chosen.measure].toLowerCase()}${most}; a click on a column’s name sorts by it.`;
  return sortableTable(caption, strongestColumns(report), pairs, sort, change);
}

/**
 * @param {import('./types').Report} report
 * @returns {import('./table.js').Column<{a: number, b: number, value: number}>[]}
 */
function strongestColumns(report) {
  /** @type {(key: 'a' | 'b') => import('./table.js').Column<{a: number, b: number, value: number}>} */
  const article = (key) => ({
    key,
    name: key.toUpperCase(),
    isText: true,
    value: (pair) => shortName(report, report.articles[pair[key]]),
    cell: (pair) => articleLink(report, pair[key]),
  });
  /** @type {(matrix: import('./types').Matrix, name: string, isBack?: boolean) => import('./table.js').Column<{a: number, b: number, value: number}>} */
  const measure = (matrix, name, isBack = false) => {
    const valueIn = (/** @type {{a: number, b: number}} */ { a, b }) =>
      isBack ? valueOf(report, matrix, b, a) : valueOf(report, matrix, a, b);
    return {
      key: isBack ? `${matrix.measure}-back` : matrix.measure,
      name,
      value: valueIn,
      cell: (pair) => (valueIn(pair) === 0 ? '–' : measured(matrix.measure, valueIn(pair))),
    };
  };
  const measures = report.matrices.flatMap((matrix) => {
    if (matrix.measure === 'jaccard') return [measure(matrix, 'Likeness')];
    if (matrix.measure === 'points') return [measure(matrix, 'Points')];
    const [forth, back] = matrix.measure === 'containment' ? ['A in B', 'B in A'] : ['Words of A', 'Words of B'];
    return [measure(matrix, forth), measure(matrix, back, true)];
  });
  const way = (/** @type {{a: number, b: number}} */ { a, b }) =>
    link(pairAddress(a, b), 'compare', {
      'aria-label': `Compare ${shortName(report, report.articles[a])} with ${shortName(report, report.articles[b])}`,
    });
  return [
    article('a'),
    article('b'),
    ...measures,
    { key: 'value', name: 'Side by side', value: (pair) => pair.value, cell: way },
  ];
}

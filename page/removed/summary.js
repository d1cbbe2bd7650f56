// The first view: how much leaves and why, from where, and how alike what was compared is.
import { foreign, h, link } from '../src/dom.js';
import { counted, grouped, percent } from '../src/words.js';
import { histogramCard } from './histogram.js';

const partNames = ['paragraph', 'line', 'sentence', 'run of words'];

/**
 * What a part of this kind is called.
 * @param {number} kind
 */
export function partName(kind) {
  return partNames[kind] ?? 'part';
}

/**
 * @param {number} bytes
 */
export function sizeInWords(bytes) {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let unit = 0;
  for (; bytes >= 1000 && unit + 1 < units.length; ++unit) bytes /= 1000;
  return `${unit === 0 ? bytes : bytes.toFixed(1)}\u00a0${units[unit]}`;
}

/**
 * Why documents left, and how many for each reason.
 * @param {import('./types').RawRemoved} data
 * @returns {[reason: string, count: number][]}
 */
export function reasonsOf(data) {
  const [, , removed, , , , , exact, same, tooShort] = data.counts;
  if (data.measure === 'item') return [['They hold an item of the reference', removed]];
  /** @type {[string, number][]} */
  const all = [
    ['Copies of similarity 1', exact],
    [`Near-duplicates, from ${data.threshold} on`, removed - exact - same - tooShort],
    [`The same ${data.same}`, same],
    ['Too short without the parts that left', tooShort],
  ];
  return all.filter(([, count]) => count > 0);
}

/**
 * @param {import('./types').RawRemoved} data
 * @returns {import('../src/types').View}
 */
export function summaryView(data) {
  const [read, kept, removed, rejected, bytes] = data.counts;
  const share = read === 0 ? '' : ` (${percent(removed / read)})`;
  const content = h(
    'div',
    { class: 'page' },
    h('h1', {}, `${counted(removed, 'document')} of ${grouped(read)} removed${share}`),
    h(
      'p',
      { class: 'lead' },
      `${grouped(kept)} kept · ${sizeInWords(bytes)} read`,
      rejected > 0 ? ` · ${grouped(rejected)} rejected` : null,
    ),
    reasons(data),
    parts(data),
    similarities(data),
    benchmarks(data),
    origins('By source', 'source', data.sources),
    origins('By file', 'file or folder', data.files),
    inputProblems(data),
  );
  return { title: 'What was removed', content };
}

/**
 * @param {string} title
 * @param {import('../src/types').Child[]} children
 */
function factCard(title, ...children) {
  return h('section', { class: 'card' }, h('h2', {}, title), children);
}

/**
 * @param {string[]} heads the first of a name, the others of numbers
 * @param {import('../src/types').Child[][]} rows
 */
export function plainTable(heads, rows) {
  const cell = (/** @type {import('../src/types').Child} */ value, /** @type {number} */ i) =>
    i === 0 ? h('th', { scope: 'row' }, value) : h('td', { class: 'number' }, value);
  const head = heads.map((name, i) => h('th', { scope: 'col', class: i === 0 ? null : 'number' }, name));
  return h(
    'div',
    { class: 'table-frame', tabindex: 0 },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, head)),
      h(
        'tbody',
        {},
        rows.map((row) => h('tr', {}, row.map(cell))),
      ),
    ),
  );
}

/** @param {import('./types').RawRemoved} data */
function reasons(data) {
  const [, , , , , clusters, largest] = data.counts;
  const all = reasonsOf(data);
  const rows = all.map(([reason, count]) => [foreign(reason), grouped(count)]);
  const groups =
    clusters > 0
      ? h('p', {}, link('clusters', counted(clusters, 'cluster')), `, the largest of ${counted(largest, 'document')}.`)
      : null;
  const rule = data.comparesDocuments ? h('p', { class: 'soft' }, asked(data)) : null;
  return factCard(
    'Why',
    all.length > 0 ? plainTable(['Reason', 'Documents'], rows) : h('p', {}, 'Nothing left.'),
    groups,
    rule,
  );
}

/** @param {import('./types').RawRemoved} data */
function asked(data) {
  const measure = data.measure === 'jaccard' ? 'Jaccard similarity' : 'Containment';
  const said = [
    `${measure} of ${data.runs}`,
    `of several copies stays: ${data.keep}`,
    data.within ? `compared within one ${data.within}` : null,
    data.verified ? 'every removal was verified' : 'removals were not verified',
  ];
  return foreign(`${said.filter(Boolean).join('; ')}.`);
}

/** @param {import('./types').RawRemoved} data */
function parts(data) {
  const found = (data.parts ?? []).flatMap(([count, bytes], kind) =>
    count > 0 ? [[`${partName(kind)}s`, grouped(count), sizeInWords(bytes)]] : [],
  );
  if (!data.parts) return null;
  if (found.length === 0) return factCard('Parts', h('p', {}, 'No part stands twice.'));
  const table = plainTable(['Inside of texts', 'Removed', 'Size'], found);
  return factCard('Parts', table, h('p', {}, link('parts', 'The longest of them')));
}

/** @param {import('./types').RawRemoved} data */
function similarities(data) {
  const isItem = data.measure === 'item';
  const chart = histogramCard(data.histogram, data.threshold, isItem ? 'find' : 'pair');
  if (!chart) return null;
  const title = isItem ? 'How much of an item was found' : 'How alike what was compared is';
  const words = isItem
    ? 'Each find of an item in a document counts once.'
    : 'Each pair that was compared counts once; texts of equal bytes are not compared, nor pairs without hope, which lie far below. ';
  const more = isItem ? null : link('threshold', 'The pairs next to the threshold');
  return factCard(
    title,
    chart,
    h('p', { class: 'soft' }, words, 'Heights are logarithmic.'),
    more ? h('p', {}, more) : null,
  );
}

/** @param {import('./types').RawRemoved} data */
function benchmarks(data) {
  if (!data.benchmarks) return null;
  const rows = data.benchmarks.map(([name, items, found, documents]) => [
    h('bdi', {}, name),
    grouped(items),
    grouped(found),
    grouped(documents),
  ]);
  const table = plainTable(['Benchmark', 'Items', 'Found', 'Documents removed'], rows);
  return factCard('By benchmark', table, h('p', {}, link('items', 'The items')));
}

/**
 * @param {string} title
 * @param {string} head
 * @param {import('./types').OriginsRow} origins
 */
function origins(title, head, [first, others, read, removed]) {
  if (first.length === 0) return null;
  const share = (/** @type {number} */ of, /** @type {number} */ all) => (all === 0 ? '' : percent(of / all));
  const rows = first.map(([name, has, leaves]) => [
    name === '' ? h('i', {}, 'none given') : h('bdi', {}, name),
    grouped(has),
    grouped(leaves),
    share(leaves, has),
  ]);
  if (others > 0)
    rows.push([h('i', {}, `${grouped(others)} more`), grouped(read), grouped(removed), share(removed, read)]);
  return factCard(title, plainTable([head, 'Read', 'Removed', 'Share'], rows));
}

/** @param {import('./types').RawRemoved} data */
function inputProblems(data) {
  if (data.problems.length === 0) return null;
  const items = data.problems.map(([where, what, remedy]) =>
    h('li', {}, h('code', {}, where), ': ', foreign(what), remedy ? ['; ', foreign(remedy)] : null),
  );
  return h('details', { class: 'card' }, h('summary', {}, 'Problems with the input'), h('ul', {}, items));
}

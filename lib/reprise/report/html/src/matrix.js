// The matrix: what each two articles have in common, as a heat map, and the strongest pairs as a table.
import { announce, h, svg } from './dom.js';
import { heatFrame, heatStrength, paintHeat, paintHeatCursor, sizeCanvas } from './heatmap.js';
import { valueOf } from './data.js';
import { headline, shortName } from './names.js';
import { orderOf, runsOf } from './order.js';
import { keepSettings } from './router.js';
import { emptyReadout, measureNames, pairAddress, pairReadout, pairSpoken, pairTable } from './strongest.js';
import { counted, cut, grouped, percent } from './words.js';

/** @type {[string, string][]} */
const orderNames = [
  ['cluster', 'by likeness'],
  ['read', 'as they were read'],
  ['source', 'by source'],
  ['date', 'by date'],
];

/**
 * @param {import('./types').MeasureName} measure
 * @param {string} runs "runs of 5 words"
 */
function measureExplained(measure, runs) {
  if (measure === 'jaccard') return `Of all ${runs} that stand in either text, the share that stands in both. It is the same in both directions; 100 % is the same text.`;
  if (measure === 'containment')
    return `Of the ${runs} of the text in the row, the share that also stands in the text of the column. A short text may stand whole in a long one, of which it is but a part.`;
  if (measure === 'passages') return 'Of the words of the text in the row, the share that lies in passages also found in the text of the column, where a word may differ here and there.';
  return 'How many talking points both texts state, be it in other words.';
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Route} route
 * @returns {import('./types').View}
 */
export function matrixView(report, route) {
  const title = 'Matrix';
  if (report.matrices.length === 0 || report.articles.length < 2) {
    return { title, content: h('div', { class: 'page' }, h('h1', {}, title), h('p', {}, 'There are no two articles to compare here, or the matrices were not asked for.')) };
  }
  const chosen = report.matrices.find(({ measure }) => measure === route.query.get('measure')) ?? report.matrices[0];
  const order = orderNames.find(([name]) => name === route.query.get('order'))?.[0] ?? 'cluster';
  const map = makeHeatMap(report);
  const explained = h('p', { class: 'lead' });
  const legend = h('div', { class: 'heat-legend' });
  const table = h('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-labelledby': 'strongest-pairs' });
  const measureChoice = choice('Measure', report.matrices.map(({ measure }) => [measure, measureNames[measure]]), chosen.measure);
  const orderChoice = choice('Order', orderNames, order);
  const storyChoice = choice('Articles', storyOptions(report), route.query.get('story') ?? '');
  const show = () => {
    const matrix = report.matrices.find(({ measure }) => measure === measureChoice.value) ?? report.matrices[0];
    arrange(map, matrix, orderChoice.value, storyChoice.value);
    explained.textContent = measureExplained(matrix.measure, report.measure);
    legend.replaceChildren(...legendOf(matrix.measure, largestOf(matrix)));
    table.replaceChildren(pairTable(report, matrix));
  };
  const change = () => {
    keepSettings('matrix', { measure: measureChoice.value, order: orderChoice.value, story: storyChoice.value });
    show();
  };
  for (const select of [measureChoice, orderChoice, storyChoice]) select.addEventListener('change', change);
  const content = h(
    'div',
    { class: 'wide' },
    h('h1', {}, title),
    h('div', { class: 'tools' }, measureChoice.parentElement, orderChoice.parentElement, report.stories > 1 ? storyChoice.parentElement : null),
    explained,
    h('div', { class: 'heat' }, map.frame, map.readout, legend),
    h('section', { class: 'heat-pairs' }, h('h2', { id: 'strongest-pairs' }, 'The strongest pairs'), table),
  );
  return {
    title,
    content,
    start: () => {
      show();
      whileShown(map.frame, () => drawMap(map));
    },
  };
}

/**
 * Returns the choice of stories, those of the most articles first.
 * @param {import('./types').Report} report
 * @returns {[string, string][]}
 */
function storyOptions(report) {
  /** @type {Map<number, import('./types').Article[]>} */
  const stories = new Map();
  for (const article of report.articles) stories.set(article.story, [...(stories.get(article.story) ?? []), article]);
  const sorted = [...stories].filter(([, members]) => members.length > 1).sort(([, x], [, y]) => y.length - x.length);
  const options = sorted.slice(0, 200).map(([story, members]) => [String(story + 1), `${members.length} on: ${cut(headline(members[0]), 48)}`]);
  return /** @type {[string, string][]} */ ([['', `all ${grouped(report.articles.length)}`], ...options]);
}

/**
 * @param {string} label
 * @param {[string, string][]} options
 * @param {string} selected
 */
export function choice(label, options, selected) {
  const select = h(
    'select',
    {},
    options.map(([value, text]) => h('option', { value, selected: value === selected }, text)),
  );
  h('label', {}, label, select);
  return select;
}

/**
 * Calls `draw` when room or colours change, until the element leaves the page.
 * @param {HTMLElement} element
 * @param {() => void} draw
 */
export function whileShown(element, draw) {
  const end = new AbortController();
  let width = element.clientWidth;
  const observer = new ResizeObserver(() => {
    if (!element.isConnected) {
      end.abort();
      observer.disconnect();
    } else if (element.clientWidth !== width) {
      width = element.clientWidth;
      draw();
    }
  });
  observer.observe(element);
  window.addEventListener('themechange', draw, { signal: end.signal });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw, { signal: end.signal });
}

/** @param {import('./types').Matrix} matrix */
function largestOf(matrix) {
  if (matrix.measure !== 'points') return 1;
  return matrix.entries.reduce((most, row) => [...row.values()].reduce((x, y) => Math.max(x, y), most), 1);
}

/**
 * @typedef {object} HeatMap the map with its cursor
 * @property {import('./types').Report} report
 * @property {HTMLCanvasElement} canvas
 * @property {HTMLCanvasElement} base the same without the cursor
 * @property {HTMLElement} frame
 * @property {HTMLElement} readout
 * @property {import('./types').Matrix} matrix
 * @property {number[]} order
 * @property {[number, number][]} groups runs in the order that belong together
 * @property {import('./heatmap.js').HeatFrame} place
 * @property {import('./heatmap.js').HeatCell | null} cursor
 */

/**
 * @param {import('./types').Report} report
 * @returns {HeatMap}
 */
function makeHeatMap(report) {
  const canvas = h('canvas', {
    tabindex: '0',
    role: 'application',
    'aria-roledescription': 'heat map',
    'aria-label': `What each two of ${counted(report.articles.length, 'article')} have in common`,
    'aria-describedby': 'heat-keys',
  });
  const map = {
    report,
    canvas,
    base: document.createElement('canvas'),
    frame: h('div', { class: 'heat-frame' }, canvas),
    readout: h('aside', { class: 'card heat-readout', 'aria-label': 'The pair under the cursor' }, emptyReadout()),
    matrix: report.matrices[0],
    order: [],
    groups: [],
    place: heatFrame(report.articles.length, 600, 600),
    cursor: null,
  };
  listenTo(map);
  return map;
}

/**
 * @param {HeatMap} map
 * @param {import('./types').Matrix} matrix
 * @param {string} how
 * @param {string} story its number from 1, or nothing for all
 */
function arrange(map, matrix, how, story) {
  const under = map.cursor && { row: map.order[map.cursor.row], column: map.order[map.cursor.column] };
  const { articles } = map.report;
  map.matrix = matrix;
  map.order = orderOf(map.report, matrix, how).filter((article) => story === '' || articles[article].story === Number(story) - 1);
  const key = (/** @type {number} */ article) => (how === 'source' ? articles[article].source : articles[article].story);
  map.groups = how === 'source' || (how === 'cluster' && map.report.stories > 1) ? runsOf(map.order, key) : [];
  const isKept = under && map.order.includes(under.row) && map.order.includes(under.column);
  map.cursor = isKept ? { row: map.order.indexOf(under.row), column: map.order.indexOf(under.column) } : null;
  drawMap(map);
}

/** @param {HeatMap} map */
function drawMap(map) {
  const { report, order, matrix } = map;
  map.place = heatFrame(order.length, map.frame.clientWidth, window.innerHeight - 120);
  paintHeat(sizeCanvas(map.base, map.place), map.place, {
    order,
    matrix,
    value: (row, column) => valueOf(report, matrix, order[row], order[column]),
    most: largestOf(matrix),
    frames: map.groups,
    names: map.place.isLabelled ? order.map((article) => shortName(report, report.articles[article])) : [],
    originals: report.articles.map((article) => article.original),
  });
  showCursor(map);
}

/** @param {HeatMap} map */
function showCursor(map) {
  const context = sizeCanvas(map.canvas, map.place);
  context.drawImage(map.base, 0, 0, map.place.width, map.place.height);
  if (map.cursor) paintHeatCursor(context, map.place, map.cursor);
}

/**
 * @param {HeatMap} map
 * @param {number} row
 * @param {number} column
 * @param {boolean} isTold to those who listen
 */
function moveTo(map, row, column, isTold) {
  const within = (/** @type {number} */ i) => Math.max(0, Math.min(map.order.length - 1, i));
  const to = { row: within(row), column: within(column) };
  if (map.cursor?.row === to.row && map.cursor.column === to.column) return;
  map.cursor = to;
  showCursor(map);
  const [a, b] = [map.order[to.row], map.order[to.column]];
  map.readout.replaceChildren(pairReadout(map.report, a, b));
  if (isTold) announce(pairSpoken(map.report, map.matrix, a, b));
}

/** @param {HeatMap} map */
function openPair({ cursor, order }) {
  if (cursor && cursor.row !== cursor.column) location.assign(`#${pairAddress(order[cursor.row], order[cursor.column])}`);
}

/** @param {HeatMap} map */
function listenTo(map) {
  const { canvas } = map;
  let isTouch = false;
  canvas.addEventListener('pointermove', (event) => {
    const cell = event.pointerType === 'touch' ? null : cellUnder(map, event);
    if (cell) moveTo(map, cell.row, cell.column, false);
    canvas.style.cursor = cell && cell.row !== cell.column ? 'pointer' : 'default';
  });
  canvas.addEventListener('pointerdown', (event) => (isTouch = event.pointerType === 'touch'));
  canvas.addEventListener('click', (event) => {
    const cell = cellUnder(map, event);
    if (!cell) return;
    const isThere = map.cursor?.row === cell.row && map.cursor.column === cell.column;
    moveTo(map, cell.row, cell.column, false);
    if (!isTouch || isThere) openPair(map); // a finger points first, then opens
  });
  canvas.addEventListener('focus', () => {
    if (!map.cursor && canvas.matches(':focus-visible')) moveTo(map, 0, Math.min(1, map.order.length - 1), true);
  });
  canvas.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') openPair(map);
    const { row, column } = map.cursor ?? { row: 0, column: 0 };
    const to = keyTarget(event, row, column, map.order.length);
    if (!to) return;
    event.preventDefault();
    moveTo(map, to[0], to[1], true);
  });
}

/**
 * @param {KeyboardEvent} event
 * @param {number} row
 * @param {number} column
 * @param {number} n
 * @returns {[number, number] | undefined}
 */
function keyTarget(event, row, column, n) {
  if (event.altKey || event.metaKey) return undefined;
  /** @type {Record<string, [number, number]>} */
  const targets = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    PageUp: [row - 10, column],
    PageDown: [row + 10, column],
    Home: event.ctrlKey ? [0, column] : [row, 0],
    End: event.ctrlKey ? [n - 1, column] : [row, n - 1],
  };
  return targets[event.key];
}

/**
 * Returns the cell under the pointer; where several share a pixel, that with the largest value.
 * @param {HeatMap} map
 * @param {MouseEvent} event
 */
function cellUnder({ report, matrix, order, place }, event) {
  const from = (/** @type {number} */ pixel) => Math.floor(pixel / place.cell);
  const to = (/** @type {number} */ pixel) => Math.max(from(pixel) + 1, Math.min(order.length, from(pixel + 1)));
  const [x, y] = [event.offsetX - place.left, event.offsetY - place.top];
  if (x < 0 || y < 0 || from(x) >= order.length || from(y) >= order.length) return null;
  const best = { row: from(y), column: from(x), value: -1 };
  for (let row = from(y); row < to(y); ++row) {
    for (let column = from(x); column < to(x); ++column) {
      const value = row === column ? 0 : valueOf(report, matrix, order[row], order[column]);
      if (value > best.value) Object.assign(best, { row, column, value });
    }
  }
  return best;
}

/**
 * Returns the scale, in the map's own colours.
 * @param {import('./types').MeasureName} measure
 * @param {number} most
 */
function legendOf(measure, most) {
  const steps = measure === 'points' ? [...new Set([1, Math.ceil(most / 8), Math.ceil(most / 3), most])] : [0.01, 0.1, 0.25, 0.5, 1];
  const swatches = steps.map((value) =>
    h('span', { class: 'heat-step' }, swatch(heatStrength(value, most)), measure === 'points' ? grouped(value) : percent(value)),
  );
  const nothing = h('span', { class: 'heat-step' }, swatch(0), 'nothing');
  return [
    h('div', { class: 'heat-scale' }, nothing, swatches),
    h('p', { class: 'soft' }, 'The scale is stretched, by a square root, so that small values are seen. The grey diagonal is each article with itself.'),
    h('p', { class: 'soft', id: 'heat-keys' }, 'Click on a cell, or press Enter, to read the two texts beside each other. The arrow keys, Home, End, Page Up and Page Down move the cursor. The table below tells the same in words.'),
  ];
}

/** @param {number} strength */
function swatch(strength) {
  const fill = svg('rect', { x: 0.5, y: 0.5, width: 23, height: 13, rx: 2, class: 'heat-swatch', 'fill-opacity': strength });
  return svg('svg', { width: 24, height: 14, 'aria-hidden': 'true' }, fill);
}

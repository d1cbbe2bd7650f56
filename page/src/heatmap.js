// The matrix's map and its cursor: pointer and keys move it, the card beside the map tells what stands there.
import { valueOf } from './data.js';
import { announce, h } from './dom.js';
import { heatFrame, paintHeat, paintHeatCursor, sizeCanvas } from './heatpaint.js';
import { shortName } from './names.js';
import { orderOf, runsOf } from './order.js';
import { emptyReadout, pairAddress, pairReadout, pairSpoken } from './strongest.js';
import { counted } from './words.js';

const namedMost = 200; // of more, there is never room for the names

/** @param {import('./types').Matrix} matrix */
export function largestOf(matrix) {
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
 * @property {import('./heatpaint.js').HeatFrame} place
 * @property {import('./heatpaint.js').HeatCell | null} cursor
 */

/**
 * @param {import('./types').Report} report
 * @returns {HeatMap}
 */
export function makeHeatMap(report) {
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
    place: heatFrame(report.articles.length, 600, 600, 20),
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
export function arrangeMap(map, matrix, how, story) {
  const under = map.cursor && { row: map.order[map.cursor.row], column: map.order[map.cursor.column] };
  const { articles } = map.report;
  map.matrix = matrix;
  const all = orderOf(map.report, matrix, how);
  const told = all.filter((article) => articles[article].story === Number(story) - 1);
  map.order = told.length > 0 ? told : all;
  const key = (/** @type {number} */ article) =>
    how === 'source' ? articles[article].source : articles[article].story;
  map.groups = how === 'source' || (how === 'cluster' && map.report.stories > 1) ? runsOf(map.order, key) : [];
  const isKept = under && map.order.includes(under.row) && map.order.includes(under.column);
  map.cursor = isKept ? { row: map.order.indexOf(under.row), column: map.order.indexOf(under.column) } : null;
  if (!map.cursor) map.readout.replaceChildren(emptyReadout());
  drawMap(map);
}

/** @param {HeatMap} map */
export function drawMap(map) {
  const { report, order, matrix } = map;
  const names = order.length > namedMost ? [] : order.map((article) => shortName(report, report.articles[article]));
  const longest = names.reduce((most, name) => Math.max(most, name.length), 0);
  map.place = heatFrame(order.length, map.frame.clientWidth, window.innerHeight - 120, longest);
  paintHeat(sizeCanvas(map.base, map.place), map.place, {
    order,
    matrix,
    value: (row, column) => valueOf(report, matrix, order[row], order[column]),
    most: largestOf(matrix),
    frames: map.groups,
    names,
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
  if (cursor && cursor.row !== cursor.column)
    location.assign(`#${pairAddress(order[cursor.row], order[cursor.column])}`);
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

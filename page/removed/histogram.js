// How many pairs were compared of each similarity, with the threshold between them.
//
// Heights are logarithmic: a thousand exact copies would hide the three pairs beside the threshold that matter.
import { h, svg } from '../src/dom.js';
import { counted, grouped } from '../src/words.js';

const width = 720;
const height = 220;
const margin = { left: 12, right: 24, top: 26, bottom: 28 };

/**
 * Returns the bars from the first that is not empty to similarity 1.
 * @param {number[]} histogram by hundredths
 * @returns {{from: number, count: number}[]}
 */
export function histogramBars(histogram) {
  const first = histogram.findIndex((count) => count > 0);
  if (first < 0) return [];
  return histogram.slice(first).map((count, i) => ({ from: first + i, count }));
}

/**
 * @param {number[]} histogram
 * @param {number} threshold
 * @param {string} noun what is counted: "pair"
 */
export function histogramCard(histogram, threshold, noun) {
  const bars = histogramBars(histogram);
  if (bars.length === 0) return null;
  const most = Math.max(...bars.map(({ count }) => count));
  const floor = Math.min(bars[0].from, Math.floor(threshold * 100)) / 100;
  const x = (/** @type {number} */ value) =>
    margin.left + ((value - floor) / (1.01 - floor)) * (width - margin.left - margin.right);
  const tall = (/** @type {number} */ count) =>
    count === 0 ? 0 : 2 + (Math.log1p(count) / Math.log1p(most)) * (height - margin.top - margin.bottom - 2);
  const base = height - margin.bottom;
  const shapes = bars.map(({ from, count }) =>
    svg(
      'rect',
      {
        class: from / 100 + 1e-9 < threshold ? 'bar below' : 'bar above',
        x: x(from / 100) + 0.5,
        y: base - tall(count),
        width: Math.max(x(from / 100 + 0.01) - x(from / 100) - 1, 0.5),
        height: tall(count),
      },
      svg('title', {}, `${(from / 100).toFixed(2)}: ${counted(count, noun)}`),
    ),
  );
  const picture = svg(
    'svg',
    {
      class: 'histogram',
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': inWords(bars, threshold, noun),
    },
    shapes,
    axis(floor, x, base),
    svg('line', { class: 'threshold', x1: x(threshold), x2: x(threshold), y1: margin.top - 8, y2: base }),
    svg('text', { class: 'threshold', x: x(threshold), y: margin.top - 12 }, `threshold ${threshold}`),
  );
  return h('div', {}, picture, tableOf(bars, noun));
}

/**
 * @param {number} floor
 * @param {(value: number) => number} x
 * @param {number} base
 */
function axis(floor, x, base) {
  const step = floor < 0.5 ? 0.2 : 0.1;
  const marks = [];
  for (let value = Math.ceil(floor / step - 1e-9) * step; value <= 1.0001; value += step) {
    marks.push(svg('text', { x: x(value), y: base + 18 }, value.toFixed(1)));
  }
  return [svg('line', { x1: margin.left, x2: width - margin.right, y1: base, y2: base }), marks];
}

/**
 * @param {{from: number, count: number}[]} bars
 * @param {number} threshold
 * @param {string} noun
 */
function inWords(bars, threshold, noun) {
  const sum = (/** @type {boolean} */ isAbove) =>
    bars
      .filter(({ from }) => from / 100 + 1e-9 >= threshold === isAbove)
      .reduce((total, { count }) => total + count, 0);
  return `Histogram: ${counted(sum(true), noun)} from the threshold of ${threshold} on, ${grouped(sum(false))} below`;
}

/**
 * The same as numbers.
 * @param {{from: number, count: number}[]} bars
 * @param {string} noun
 */
function tableOf(bars, noun) {
  const rows = bars
    .filter(({ count }) => count > 0)
    .map(({ from, count }) =>
      h('tr', {}, h('td', { class: 'number' }, (from / 100).toFixed(2)), h('td', { class: 'number' }, grouped(count))),
    );
  const head = h('tr', {}, h('th', { scope: 'col' }, 'from'), h('th', { scope: 'col' }, `${noun}s`));
  return h('details', {}, h('summary', {}, 'As numbers'), h('table', {}, h('thead', {}, head), h('tbody', {}, rows)));
}

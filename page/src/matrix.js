// The matrix: what each two articles have in common, as a heat map, and the strongest pairs as a table.
import { whileShown } from './while_shown.js';
import { gatherInto } from './gather.js';
import { selection, toolForm } from './controls.js';
import { h, svg } from './dom.js';
import { arrangeMap, drawMap, largestOf, makeHeatMap } from './heatmap.js';
import { heatStrength } from './heatcolours.js';
import { headline } from './names.js';
import { keepSettings } from './router.js';
import { measureNames, pairTable } from './strongest.js';
import { cut, grouped, percent } from './words.js';

/** @type {[string, string][]} */
const orderNames = [
  ['cluster', 'by likeness'],
  ['read', 'as they were read'],
  ['source', 'by source'],
  ['date', 'by date'],
];

/**
 * Returns what to show first: where nothing is copied, the points in common.
 * @param {import('./types').Report} report
 */
function tellingMeasure(report) {
  return report.has.points && report.passages.length === 0 && report.copies.length === 0 ? 'points' : 'jaccard';
}

/**
 * @param {import('./types').MeasureName} measure
 * @param {string} runs "runs of 5 words"
 */
function measureExplained(measure, runs) {
  if (measure === 'jaccard')
    return `Of all ${runs} that stand in either text, the share that stands in both. It is the same in both directions; 100\u00a0% is the same text.`;
  if (measure === 'containment')
    return `Of the ${runs} of the text in the row, the share that also stands in the text of the column. A short text may stand whole in a long one, of which it is but a part.`;
  if (measure === 'passages')
    return 'Of the words of the text in the row, the share that lies in passages also found in the text of the column, where a word may differ here and there.';
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
    return {
      title,
      content: h(
        'div',
        { class: 'page' },
        h('h1', {}, title),
        h('p', {}, 'There are no two articles to compare here, or the matrices were not asked for.'),
      ),
    };
  }
  const settings = settingsIn(route, report);
  const map = makeHeatMap(report);
  const explained = h('p', { class: 'lead' });
  const legend = h('div', { class: 'heat-legend' });
  const strongest = strongestTable(report, settings);
  const show = () => {
    const matrix = chosenMatrix(report, settings.measure);
    arrangeMap(map, matrix, settings.order, settings.story);
    explained.textContent = measureExplained(matrix.measure, report.measure);
    legend.replaceChildren(...legendOf(matrix.measure, largestOf(matrix), map.place.cell));
    strongest.showTable();
  };
  const change = (/** @type {'measure' | 'order' | 'story'} */ name) => (/** @type {string} */ value) => {
    settings[name] = value;
    keepSettings('matrix', settings);
    show();
  };
  /** @type {[string, string][]} */
  const measures = report.matrices.map(({ measure }) => [measure, measureNames[measure]]);
  const tools = toolForm(
    selection('Measure', measures, settings.measure, change('measure')),
    selection('Order', orderNames, settings.order, change('order')),
    report.stories > 1 ? selection('Articles', storyOptions(report), settings.story, change('story')) : null,
  );
  const pairs = h(
    'section',
    { class: 'heat-pairs' },
    h('h2', { id: 'strongest-pairs' }, 'The strongest pairs'),
    strongest.frame,
  );
  return {
    title,
    content: h(
      'div',
      { class: 'wide' },
      h('h1', {}, title),
      tools,
      explained,
      h('div', { class: 'heat' }, map.frame, map.readout, legend),
      pairs,
    ),
    start: () => {
      show();
      whileShown(map.frame, () => drawMap(map));
    },
  };
}

/**
 * @param {import('./types').Route} route
 * @param {import('./types').Report} report
 */
function settingsIn({ query }, report) {
  return {
    measure: query.get('measure') || tellingMeasure(report),
    order: query.get('order') || 'cluster',
    story: query.get('story') ?? '',
    sort: query.get('sort') ?? '',
  };
}

/**
 * @param {import('./types').Report} report
 * @param {string} measure
 */
function chosenMatrix(report, measure) {
  return report.matrices.find((matrix) => matrix.measure === measure) ?? report.matrices[0];
}

/**
 * Returns the frame of the table of pairs, and what fills it anew.
 * @param {import('./types').Report} report
 * @param {{measure: string, order: string, story: string, sort: string}} settings
 */
function strongestTable(report, settings) {
  const frame = h('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-labelledby': 'strongest-pairs' });
  const showTable = () => {
    const matrix = chosenMatrix(report, settings.measure);
    frame.replaceChildren(pairTable(report, matrix, settings.story, settings.sort, sortBy));
  };
  const sortBy = (/** @type {string} */ sort) => {
    settings.sort = sort;
    keepSettings('matrix', settings);
    showTable();
  };
  return { frame, showTable };
}

/**
 * Returns the choice of stories, those of the most articles first.
 * @param {import('./types').Report} report
 * @returns {[string, string][]}
 */
function storyOptions(report) {
  /** @type {Map<number, import('./types').Article[]>} */
  const stories = new Map();
  for (const article of report.articles) gatherInto(stories, article.story, article);
  const sorted = [...stories].filter(([, members]) => members.length > 1).sort(([, x], [, y]) => y.length - x.length);
  const options = sorted
    .slice(0, 200)
    .map(([story, members]) => [String(story + 1), `${members.length} on: ${cut(headline(members[0]), 48)}`]);
  return /** @type {[string, string][]} */ ([['', `all ${grouped(report.articles.length)}`], ...options]);
}

/**
 * Returns the scale, in the map's own colours.
 * @param {import('./types').MeasureName} measure
 * @param {number} most
 * @param {number} cell its size
 */
function legendOf(measure, most, cell) {
  const steps =
    measure === 'points'
      ? [...new Set([1, Math.ceil(most / 8), Math.ceil(most / 3), most])]
      : [0.01, 0.1, 0.25, 0.5, 1];
  const swatches = steps.map((value) =>
    h(
      'span',
      { class: 'heat-step' },
      swatch(heatStrength(value, most, cell)),
      measure === 'points' ? grouped(value) : percent(value),
    ),
  );
  const nothing = h('span', { class: 'heat-step' }, swatch(0), 'nothing');
  return [
    h('div', { class: 'heat-scale' }, nothing, swatches),
    h(
      'p',
      { class: 'soft' },
      `The scale is stretched, by a square root, so that small values are seen.${cell >= 30 && measure !== 'points' ? ' The numbers are per cent.' : ''} The grey diagonal is each article with itself.`,
    ),
    h(
      'p',
      { class: 'soft', id: 'heat-keys' },
      'Click on a cell, or press Enter, to read the two texts beside each other. The arrow keys, Home, End, Page Up and Page Down move the cursor. The table below tells the same in words.',
    ),
  ];
}

/** @param {number} strength */
function swatch(strength) {
  const fill = svg('rect', {
    x: 0.5,
    y: 0.5,
    width: 23,
    height: 13,
    rx: 2,
    class: 'heat-swatch',
    'fill-opacity': strength,
  });
  return svg('svg', { width: 24, height: 14, 'aria-hidden': 'true' }, fill);
}

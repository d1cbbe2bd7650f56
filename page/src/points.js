// The list of talking points: searched, filtered, sorted. What was chosen stands in the address.
import { textAt } from './data.js';
import { searchField, selection, tickBox, toolForm } from './controls.js';
import { saveButton } from './csv.js';
import { foreign, h, link } from './dom.js';
import { anyArticle, articleFilter, filterControls, shownCount } from './filters.js';
import { growingList } from './grow.js';
import { outletsOf } from './independence.js';
import { articleLink, shortName } from './names.js';
import { classNames, pointChips, quotation, verdict } from './point.js';
import { keepSettings, readSettings } from './router.js';
import { rememberOrder } from './steps.js';
import { listed, readableDate } from './words.js';

/**
 * What is asked for: texts as the address has them, empty where anything goes; of the articles, what filters.js asks.
 * @typedef {import('./filters.js').ArticleFilter & {find: string, kind: string, least: string, figures: string,
 *   story: string, sort: string}} Settings
 */

const sorts = {
  '': 'Most articles',
  sure: 'Surely repeated',
  first: 'Earliest',
  figures: 'Disagreeing figures',
};

/**
 * Returns the points that the settings ask for, in their order.
 * @param {import('./types').Report} report
 * @param {Settings} settings
 */
export function choosePoints(report, settings) {
  const words = settings.find.toLowerCase().split(/\s+/u).filter(Boolean);
  const least = Number(settings.least) || 0;
  const isAsked = articleFilter(report, settings);
  const chosen = report.points.filter(
    (point) =>
      (settings.kind === '' || point.kind === settings.kind) &&
      point.articles.length >= least &&
      (settings.figures === '' || point.disagreements.length > 0) &&
      (settings.story === '' || String(point.story + 1) === settings.story) &&
      isAsked([...point.articles, ...point.deniers]) &&
      (words.length === 0 || mentionsAll(report, point, words)),
  );
  return sortPoints(report, chosen, settings.sort);
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Point} point
 * @param {string[]} words
 */
function mentionsAll(report, point, words) {
  const text = point.mentions
    .map((mention) => textAt(report, mention))
    .join('\n')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Point[]} points
 * @param {string} sort
 */
function sortPoints(report, points, sort) {
  /** @param {import('./types').Point} point */
  const begin = (point) =>
    Math.min(...(point.first ?? []).map((article) => report.articles[article].when?.[0] ?? Infinity));
  /** @type {Record<string, (x: import('./types').Point, y: import('./types').Point) => number>} */
  const orders = {
    '': (x, y) => y.articles.length - x.articles.length,
    sure: () => 0,
    first: (x, y) => begin(x) - begin(y) || 0,
    figures: (x, y) =>
      Number(y.disagreements.length > 0 && !y.updated) - Number(x.disagreements.length > 0 && !x.updated) ||
      y.disagreements.length - x.disagreements.length,
  };
  const order = orders[Object.hasOwn(orders, sort) ? sort : ''];
  return [...points].sort((x, y) => order(x, y) || x.index - y.index);
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Route} route
 * @returns {import('./types').View}
 */
export function pointsView(report, route) {
  /** @type {Settings} */
  const settings = { find: '', ...anyArticle(), kind: '', least: '', figures: '', story: '', sort: '' };
  readSettings(settings, route);
  const count = h('p', { class: 'soft', role: 'status' });
  const results = h('div', {});
  const show = () => {
    const points = choosePoints(report, settings);
    rememberOrder(
      'point',
      points.map((point) => point.index),
    );
    count.textContent = shownCount(points.length, report.points.length, 'point');
    results.replaceChildren(
      points.length > 0
        ? growingList(points, (point) => entry(report, point))
        : h('p', {}, 'No point is like that. Loosen the filters above.'),
    );
  };
  const change = (/** @type {keyof Settings} */ name, /** @type {string} */ value) => {
    settings[name] = value;
    keepSettings('points', settings);
    show();
  };
  show();
  const lead = 'What several articles state, each in its own words or in those of another.';
  const content = h(
    'div',
    { class: 'page' },
    h('h1', {}, 'Talking points'),
    h('p', { class: 'lead' }, lead),
    tools(report, settings, change),
    h(
      'div',
      { class: 'count' },
      count,
      saveButton('points.csv', () => savedPoints(report, choosePoints(report, settings))),
    ),
    results,
  );
  return { title: 'Talking points', content };
}

/**
 * @param {import('./types').Report} report
 * @param {Settings} settings
 * @param {(name: keyof Settings, value: string) => void} change
 */
function tools(report, settings, change) {
  const select = (
    /** @type {keyof Settings} */ name,
    /** @type {string} */ label,
    /** @type {[string, string][]} */ choices,
  ) => selection(label, choices, settings[name], (value) => change(name, value));
  const most = report.points.reduce((max, point) => Math.max(max, point.articles.length), 0);
  const orders = Object.entries(sorts).filter(([name]) => name !== 'first' || report.has.dates);
  return toolForm(
    searchField('Find', settings.find, (value) => change('find', value)),
    select('kind', 'How alike', [['', 'any'], ...Object.entries(classNames)]),
    most > 2 ? select('least', 'Articles', [['', 'any number'], ...numbersUpTo(most)]) : null,
    filterControls(report, settings, change),
    report.stories > 1 ? select('story', 'Story', [['', 'all'], ...storyChoices(report)]) : null,
    select('sort', 'Order', orders),
    tickBox('Figures disagree', settings.figures !== '', (isTicked) => change('figures', isTicked ? 'disagree' : '')),
  );
}

/**
 * Returns the points as rows of a file.
 * @param {import('./types').Report} report
 * @param {import('./types').Point[]} points
 */
export function savedPoints(report, points) {
  const names = (/** @type {number[]} */ articles) =>
    articles.map((article) => shortName(report, report.articles[article])).join('; ');
  const rows = points.map((point) => [
    point.index + 1,
    textAt(report, point.claim),
    point.speaker,
    classNames[point.kind],
    point.articles.length,
    point.voices,
    outletsOf(report, point.articles).length,
    point.disagreements.length > 0 && !point.updated ? 'yes' : 'no',
    names(point.first ?? []),
    names(point.articles),
    names(point.deniers),
  ]);
  const columns = ['Point', 'Label', 'Speaker', 'How alike', 'Articles', 'Independent', 'Outlets'];
  return [[...columns, 'Figures disagree', 'First', 'Stated by', 'Denied by'], ...rows];
}

/**
 * "3 or more", "4 or more", …; of large numbers every tenth.
 * @param {number} most
 * @returns {[string, string][]}
 */
function numbersUpTo(most) {
  const numbers = Array.from({ length: most + 1 }, (_, number) => number);
  const shown = numbers.filter((number) => number > 2 && (number <= 10 || number % 10 === 0)).slice(0, 30);
  return shown.map((number) => [String(number), `${number} or more`]);
}

/**
 * Returns the stories that have points, each called by its widest one.
 * @param {import('./types').Report} report
 * @returns {[string, string][]}
 */
function storyChoices(report) {
  /** @type {Map<number, import('./types').Point>} */
  const widest = new Map();
  for (const point of report.points) {
    const best = widest.get(point.story);
    if (!best || point.articles.length > best.articles.length) widest.set(point.story, point);
  }
  return [...widest]
    .sort((x, y) => x[0] - y[0])
    .slice(0, 200)
    .map(([story, point]) => [
      String(story + 1),
      `${story + 1}: ${textAt(report, point.claim).replace(/\s+/gu, ' ').slice(0, 40)}…`,
    ]);
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Point} point
 */
export function entry(report, point) {
  const first = point.first?.length === 1 ? report.articles[point.first[0]] : null;
  return h(
    'article',
    { class: 'card entry' },
    h(
      'h2',
      { class: 'entry-title' },
      h('span', { class: 'rank' }, `${point.index + 1}.`),
      ' ',
      link(`point-${point.index + 1}`, quotation(report, point)),
    ),
    pointChips(report, point),
    h(
      'p',
      { class: 'soft' },
      'In ',
      listed(
        (point.articles.length > 0 ? point.articles : point.deniers).map((article) => articleLink(report, article)),
        6,
      ),
      first
        ? [', first in ', foreign(first.source ?? first.id), first.date ? `, ${readableDate(first.date)}` : '']
        : null,
      '.',
    ),
    verdict(report, point),
  );
}

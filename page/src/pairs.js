// Who has how much of whom: the ranked pairs as a table that any column sorts.
import { searchField, selection, toolForm } from './controls.js';
import { saveButton, savedTable } from './csv.js';
import { h, link } from './dom.js';
import { anyArticle, articleFilter, filterControls, shownCount } from './filters.js';
import { articleLink, headline, shortName } from './names.js';
import { keepSettings, readSettings } from './router.js';
import { pairAddress } from './strongest.js';
import { sortableTable, sortedRows } from './table.js';
import { grouped, percent } from './words.js';

/** @type {Record<import('./types').RankName, string>} */
const rankNames = {
  reused: 'the share of the shorter text that is reused',
  jaccard: 'Jaccard similarity',
  containment: 'containment',
  points: 'the number of points in common',
};

/**
 * @param {import('./types').Report} report
 * @returns {import('./table.js').Column<import('./types').RankedPair>[]}
 */
export function pairColumns(report) {
  return [...whoColumns(report), ...measureColumns(report)];
}

/**
 * Which two they are, and where they stand in the ranking.
 * @param {import('./types').Report} report
 * @returns {import('./table.js').Column<import('./types').RankedPair>[]}
 */
function whoColumns(report) {
  const name = (/** @type {number} */ article) => shortName(report, report.articles[article]);
  return [
    {
      key: 'rank',
      name: '#',
      explained: `Place in the ranking, by ${rankNames[report.rank]}`,
      value: (pair) => -pair.rank,
      saved: (pair) => pair.rank,
      cell: (pair) => {
        const label = `${pair.rank}: ${name(pair.smaller)} beside ${name(pair.larger)}`;
        return link(pairAddress(pair.smaller, pair.larger), grouped(pair.rank), { 'aria-label': label });
      },
    },
    {
      key: 'reused',
      name: 'Reused',
      explained: 'Share of the shorter text that lies in passages shared with the other',
      value: (pair) => pair.reused,
      cell: (pair) => shareOrNone(pair.reused),
    },
    {
      key: 'text',
      name: 'Of',
      explained: 'The shorter text of the two',
      isText: true,
      value: (pair) => name(pair.smaller),
      cell: (pair) => articleLink(report, pair.smaller),
    },
    {
      key: 'in',
      name: 'In',
      explained: 'The longer text',
      isText: true,
      value: (pair) => name(pair.larger),
      cell: (pair) => articleLink(report, pair.larger),
    },
  ];
}

/**
 * What each measure says of them.
 * @param {import('./types').Report} report
 * @returns {import('./table.js').Column<import('./types').RankedPair>[]}
 */
function measureColumns(report) {
  /** @type {(key: 'words' | 'longest' | 'points', name: string, explained: string) => import('./table.js').Column<import('./types').RankedPair>} */
  const count = (key, name, explained) => ({
    key,
    name,
    explained,
    value: (pair) => pair[key],
    cell: (pair) => grouped(pair[key] ?? 0),
  });
  /** @type {(key: 'jaccard' | 'containment' | 'vocabulary', name: string, explained: string) => import('./table.js').Column<import('./types').RankedPair>} */
  const proportion = (key, name, explained) => ({
    key,
    name,
    explained,
    value: (pair) => pair[key],
    cell: (pair) => shareOrNone(pair[key]),
  });
  const inEither = `Share of the ${report.measure} of one that the other has; the larger of the two directions`;
  const hasPoints = report.ranking.some((pair) => pair.points !== null);
  return [
    count('words', 'Words', 'Words of the shorter text that are reused'),
    count('longest', 'Longest', 'Words of the longest passage'),
    proportion('jaccard', 'Jaccard', `${report.measure} that both have, over those of either`),
    proportion('containment', 'Contained', inEither),
    ...(hasPoints ? [count('points', 'Points', 'Talking points that both state')] : []),
    proportion('vocabulary', 'Same words', 'Share of the different words of the one with fewer that the other has too'),
  ];
}

/** @param {number} value */
function shareOrNone(value) {
  return value === 0 ? '–' : percent(value);
}

/**
 * Returns the pairs of which one article is called so, by name, title or source.
 * @param {import('./types').Report} report
 * @param {string} words
 */
export function findPairs(report, words) {
  const wanted = words.toLowerCase();
  if (wanted === '') return report.ranking;
  const isFound = report.articles.map((article) =>
    [article.id, article.source ?? '', headline(article)].some((text) => text.toLowerCase().includes(wanted)),
  );
  return report.ranking.filter((pair) => isFound[pair.a] || isFound[pair.b]);
}

/**
 * What is asked for: words of a name, a least share that is reused in per cent, and what filters.js asks.
 * @typedef {import('./filters.js').ArticleFilter & {find: string, least: string, sort: string}} PairSettings
 */

/**
 * Returns the pairs that the settings ask for, in their order.
 * @param {import('./types').Report} report
 * @param {PairSettings} settings
 */
export function choosePairs(report, settings) {
  const isAsked = articleFilter(report, settings);
  const least = (Number(settings.least) || 0) / 100;
  return findPairs(report, settings.find).filter((pair) => pair.reused >= least && isAsked([pair.a, pair.b]));
}

/**
 * @param {import('./types').Report} report
 * @param {PairSettings} settings
 * @param {(name: keyof PairSettings) => (value: string) => void} change
 */
function pairTools(report, settings, change) {
  const shares = ['5', '10', '25', '50', '75', '90'];
  const leasts = shares.map((share) => /** @type {[string, string]} */ ([share, `${share}\u00a0% or more`]));
  return toolForm(
    searchField('Find an article', settings.find, change('find')),
    selection('Reused', [['', 'any share'], ...leasts], settings.least, change('least')),
    filterControls(report, settings, (name, value) => change(name)(value), 2),
  );
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Route} route
 * @returns {import('./types').View}
 */
export function pairsView(report, route) {
  const title = 'Pairs';
  /** @type {PairSettings} */
  const settings = { find: '', least: '', sort: '', ...anyArticle() };
  readSettings(settings, route);
  const count = h('p', { class: 'soft', role: 'status' });
  const frame = h('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': 'The ranked pairs' });
  const columns = pairColumns(report);
  const change = (/** @type {keyof PairSettings} */ name) => (/** @type {string} */ value) => {
    settings[name] = value;
    keepSettings('pairs', settings);
    show();
  };
  const show = () => {
    const chosen = choosePairs(report, settings);
    count.textContent = shownCount(chosen.length, report.ranking.length, 'pair');
    const caption = `By ${rankNames[report.rank]}, if no column is chosen. A click on a column's name sorts by it.`;
    frame.replaceChildren(sortableTable(caption, columns, chosen, settings.sort, change('sort')));
  };
  const saved = () => savedTable(columns, sortedRows(choosePairs(report, settings), columns, settings.sort));
  show();
  const content = h(
    'div',
    { class: 'wide' },
    h('h1', {}, 'Who has how much of whom'),
    h(
      'p',
      { class: 'lead' },
      'Every two articles with a passage in common, or alike from end to end; of one that has neither with any, the article with most of its words.',
    ),
    pairTools(report, settings, change),
    h('div', { class: 'count' }, count, saveButton('pairs.csv', saved)),
    frame,
  );
  return { title, content };
}

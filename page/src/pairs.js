// Who has how much of whom: the ranked pairs as a table that any column sorts.
import { searchField, toolForm } from './controls.js';
import { h, link } from './dom.js';
import { articleLink, headline, shortName } from './names.js';
import { keepSettings } from './router.js';
import { pairAddress } from './strongest.js';
import { sortableTable } from './table.js';
import { counted, grouped, percent } from './words.js';

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
 * @param {import('./types').Report} report
 * @param {import('./types').Route} route
 * @returns {import('./types').View}
 */
export function pairsView(report, route) {
  const title = 'Pairs';
  const settings = { find: route.query.get('find') ?? '', sort: route.query.get('sort') ?? '' };
  const count = h('p', { class: 'soft', role: 'status' });
  const frame = h('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': 'The ranked pairs' });
  const columns = pairColumns(report);
  const change = (/** @type {'find' | 'sort'} */ name) => (/** @type {string} */ value) => {
    settings[name] = value;
    keepSettings('pairs', settings);
    show();
  };
  const show = () => {
    const chosen = findPairs(report, settings.find);
    const all = counted(report.ranking.length, 'pair');
    count.textContent = chosen.length === report.ranking.length ? all : `${grouped(chosen.length)} of ${all}`;
    const caption = `By ${rankNames[report.rank]}, if no column is chosen. A click on a column's name sorts by it.`;
    frame.replaceChildren(sortableTable(caption, columns, chosen, settings.sort, change('sort')));
  };
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
    toolForm(searchField('Find an article', settings.find, change('find'))),
    count,
    frame,
  );
  return { title, content };
}

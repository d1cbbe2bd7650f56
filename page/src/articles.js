// The list of all articles: how much of each stands elsewhere, and where; and those that have some words.
import { reuseOf } from './copying.js';
import { quoteInContext } from './context.js';
import { searchField, toolForm } from './controls.js';
import { h, link } from './dom.js';
import { growingList } from './grow.js';
import { surroundings } from './marks.js';
import { articleLink, byline, headline, shortName } from './names.js';
import { keepSettings } from './router.js';
import { sortableTable } from './table.js';
import { counted, grouped, percent, readableDate } from './words.js';

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Route} route
 * @returns {import('./types').View}
 */
export function articlesView(report, route) {
  const settings = { find: route.query.get('find') ?? '', sort: route.query.get('sort') ?? '' };
  const results = h('div', {});
  const columns = articleColumns(report);
  const change = (/** @type {'find' | 'sort'} */ name) => (/** @type {string} */ value) => {
    settings[name] = value;
    keepSettings('articles', settings);
    show();
  };
  const show = () => {
    const chosen = findArticles(report, settings.find);
    results.replaceChildren(
      settings.find === '' ? articleTable(report, columns, settings.sort, change('sort')) : foundArticles(chosen),
    );
  };
  const foundArticles = (/** @type {ReturnType<typeof findArticles>} */ chosen) =>
    chosen.length > 0
      ? growingList(chosen, ({ article, at }) => articleEntry(report, article, at, settings.find.length))
      : h('p', {}, 'No article has these words.');
  show();
  const search = toolForm(searchField('Find in titles, sources, dates and texts', settings.find, change('find')));
  return {
    title: 'Articles',
    content: h('div', { class: 'page' }, h('h1', {}, 'Articles'), search, results),
  };
}

/**
 * The columns of the list of articles: how much of each stands elsewhere, and where.
 * @param {import('./types').Report} report
 * @returns {import('./table.js').Column<import('./types').Article>[]}
 */
export function articleColumns(report) {
  const reused = report.articles.map((article) => reuseOf(report, article.index));
  /** @type {import('./table.js').Column<import('./types').Article>[]} */
  const ofReuse = [
    {
      key: 'elsewhere',
      name: 'Elsewhere',
      explained: 'Share of its words that stand in other articles, each counted once',
      value: ({ index }) => reused[index].share,
      cell: ({ index }) => percent(reused[index].share),
    },
    {
      key: 'in',
      name: 'Most of it in',
      isText: true,
      value: ({ index }) => {
        const { most } = reused[index];
        return most === null ? null : shortName(report, report.articles[most]);
      },
      cell: ({ index }) => {
        const { most } = reused[index];
        return most === null ? '–' : [articleLink(report, most), ' ', link(`pair-${index + 1}-${most + 1}`, 'compare')];
      },
    },
  ];
  /** @type {import('./table.js').Column<import('./types').Article>[]} */
  const ofPoints = [
    {
      key: 'points',
      name: 'Points',
      explained: 'Talking points that it states or denies',
      value: ({ original }) => report.pointsOf[original].length,
      cell: ({ original }) => String(report.pointsOf[original].length),
    },
  ];
  /** @type {import('./table.js').Column<import('./types').Article>[]} */
  const ofDates = [
    { key: 'date', name: 'Date', isText: true, value: ({ date }) => date, cell: ({ date }) => readableDate(date) },
  ];
  return [
    {
      key: 'title',
      name: 'Article',
      isText: true,
      value: headline,
      cell: (article) => [articleLink(report, article.index, headline(article)), h('br'), byline(article)],
    },
    ...(report.has.dates ? ofDates : []),
    { key: 'words', name: 'Words', value: ({ words }) => words, cell: ({ words }) => grouped(words) },
    ...(report.has.passages ? ofReuse : []),
    ...(report.has.points ? ofPoints : []),
  ];
}

/**
 * @param {import('./types').Report} report
 * @param {import('./table.js').Column<import('./types').Article>[]} columns
 * @param {string} sort
 * @param {(sort: string) => void} change
 */
function articleTable(report, columns, sort, change) {
  const caption = 'As they were read, if no column is chosen. A click on a column’s name sorts by it.';
  const table = sortableTable(caption, columns, report.articles, sort, change);
  return h('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': 'The articles' }, table);
}

/**
 * Returns the articles that have the words, with the place in their text; -1 if they stand beside it alone.
 * @param {import('./types').Report} report
 * @param {string} words
 */
export function findArticles(report, words) {
  // A search by regular expression finds places in the text as it is; in lower case, some characters are longer.
  const pattern = new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'iu');
  return report.articles.flatMap((article) => {
    const at = words === '' ? -1 : article.text.search(pattern);
    const beside = [article.id, article.title, article.source, article.date];
    return at >= 0 || beside.some((text) => text && pattern.test(text)) ? [{ article, at }] : [];
  });
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Article} article
 * @param {number} at where in the text something was found; -1: nowhere
 * @param {number} length of it
 */
function articleEntry(report, article, at, length) {
  const shares = [
    report.has.passages ? `${percent(reuseOf(report, article.index).share)} of its words appear elsewhere` : null,
    report.has.points ? counted(report.pointsOf[article.original].length, 'talking point') : null,
  ].filter(Boolean);
  return h(
    'div',
    { class: 'card entry' },
    h('h2', { class: 'entry-title' }, articleLink(report, article.index, headline(article))),
    h('p', {}, byline(article)),
    h('p', { class: 'soft' }, `${counted(article.words, 'word')} · ${shares.join(' · ')}`),
    at < 0 ? null : foundPlace(article.text, { begin: at, end: at + length }),
  );
}

/**
 * @param {string} text
 * @param {{begin: number, end: number}} where
 */
function foundPlace(text, where) {
  const [begin, end] = surroundings(text, where, 100);
  return quoteInContext(text, [{ ...where, kind: 'found' }], [begin, end]);
}

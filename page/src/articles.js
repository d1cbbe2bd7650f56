// The list of all articles: how much of each stands elsewhere, and where; and those that have some words.
import { reuseOf } from './copying.js';
import { quoteInContext } from './context.js';
import { searchField, selection, toolForm } from './controls.js';
import { saveButton, savedTable } from './csv.js';
import { h, link } from './dom.js';
import { anyArticle, articleFilter, filterControls, shownCount } from './filters.js';
import { growingList } from './grow.js';
import { surroundings } from './marks.js';
import { articleLink, byline, headline, shortName } from './names.js';
import { keepSettings, readSettings } from './router.js';
import { sortableTable, sortedRows } from './table.js';
import { counted, grouped, percent, readableDate } from './words.js';

/**
 * What is asked for: words, a least share that stands elsewhere in per cent, and what filters.js asks.
 * @typedef {import('./filters.js').ArticleFilter & {find: string, least: string, sort: string}} Settings
 */

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Route} route
 * @returns {import('./types').View}
 */
export function articlesView(report, route) {
  /** @type {Settings} */
  const settings = { find: '', least: '', sort: '', ...anyArticle() };
  readSettings(settings, route);
  const results = h('div', {});
  const count = h('p', { class: 'soft', role: 'status' });
  const columns = articleColumns(report);
  const change = (/** @type {keyof Settings} */ name) => (/** @type {string} */ value) => {
    settings[name] = value;
    keepSettings('articles', settings);
    show();
  };
  const show = () => {
    const chosen = chooseArticles(report, settings);
    count.textContent = shownCount(chosen.length, report.articles.length, 'article');
    results.replaceChildren(settings.find === '' ? table(chosen) : foundArticles(chosen));
  };
  const table = (/** @type {ReturnType<typeof findArticles>} */ chosen) => {
    const rows = chosen.map(({ article }) => article);
    return articleTable(rows, columns, settings.sort, change('sort'));
  };
  const foundArticles = (/** @type {ReturnType<typeof findArticles>} */ chosen) =>
    chosen.length > 0
      ? growingList(chosen, ({ article, at }) => articleEntry(report, article, at, settings.find.length))
      : h('p', {}, 'No article has these words.');
  const saved = () => {
    const rows = chooseArticles(report, settings).map(({ article }) => article);
    return savedTable(columns, sortedRows(rows, columns, settings.sort));
  };
  show();
  const counts = h('div', { class: 'count' }, count, saveButton('articles.csv', saved));
  const tools = articleTools(report, settings, change);
  return { title: 'Articles', content: h('div', { class: 'page' }, h('h1', {}, 'Articles'), tools, counts, results) };
}

/**
 * Returns the articles that the settings ask for, with the place in their text where the words stand.
 * @param {import('./types').Report} report
 * @param {Settings} settings
 */
export function chooseArticles(report, settings) {
  const isAsked = articleFilter(report, settings);
  const least = (Number(settings.least) || 0) / 100;
  return findArticles(report, settings.find).filter(
    ({ article }) => isAsked([article.index]) && (least === 0 || reuseOf(report, article.index).share >= least),
  );
}

/**
 * @param {import('./types').Report} report
 * @param {Settings} settings
 * @param {(name: keyof Settings) => (value: string) => void} change
 */
function articleTools(report, settings, change) {
  const shares = ['5', '10', '25', '50', '75', '90'];
  const leasts = shares.map((share) => /** @type {[string, string]} */ ([share, `${share}\u00a0% or more`]));
  return toolForm(
    searchField('Find in titles, sources, dates and texts', settings.find, change('find')),
    report.has.passages
      ? selection('Elsewhere', [['', 'any share'], ...leasts], settings.least, change('least'))
      : null,
    filterControls(report, settings, (name, value) => change(name)(value), 1),
  );
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
 * @param {import('./types').Article[]} articles
 * @param {import('./table.js').Column<import('./types').Article>[]} columns
 * @param {string} sort
 * @param {(sort: string) => void} change
 */
function articleTable(articles, columns, sort, change) {
  const caption = 'As they were read, if no column is chosen. A click on a column’s name sorts by it.';
  const table = sortableTable(caption, columns, articles, sort, change);
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

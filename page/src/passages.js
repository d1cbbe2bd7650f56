// Copies: near-duplicates, and the passages that articles have in common.
import { earlierOf } from './copying.js';
import { textAt } from './data.js';
import { searchField, selection, toolForm } from './controls.js';
import { saveButton } from './csv.js';
import { h, link } from './dom.js';
import { anyArticle, articleFilter, filterControls, shownCount } from './filters.js';
import { growingList } from './grow.js';
import { inBrackets, independentCount, reach } from './independence.js';
import { articleLink, byline, headline, shortName } from './names.js';
import { keepSettings, readSettings } from './router.js';
import { counted, cut, grouped, listed, percent } from './words.js';

/**
 * What the list holds: passages that three articles or more have once, and the others one by one; the longest first.
 * @param {import('./types').Report} report
 */
export function passageEntries(report) {
  const shown = new Set();
  const entries = [];
  for (const passage of [...report.passages].sort((x, y) => y.wordsA - x.wordsA || x.id - y.id)) {
    const cluster = passage.cluster === null ? null : report.clusters[passage.cluster];
    const isWide = cluster !== null && cluster.articles.length > 2;
    if (isWide && shown.has(cluster)) continue;
    if (isWide) shown.add(cluster);
    entries.push({ passage, cluster: isWide ? cluster : null });
  }
  return entries;
}

/**
 * A passage, with all its places where it has more than two.
 * @typedef {{passage: import('./types').Passage, cluster: import('./types').PassageCluster | null}} Entry
 */

/**
 * What is asked for: words in it, a least number of words, and what filters.js asks of the articles.
 * @typedef {import('./filters.js').ArticleFilter & {find: string, words: string}} Settings
 */

/** @param {Entry} entry */
function articlesOf({ passage, cluster }) {
  return cluster ? cluster.articles : [passage.a.article, passage.b.article];
}

/**
 * Returns the entries that the settings ask for.
 * @param {import('./types').Report} report
 * @param {Entry[]} entries
 * @param {Settings} settings
 */
export function chooseEntries(report, entries, settings) {
  const word = settings.find.toLowerCase();
  const least = Number(settings.words) || 0;
  const isAsked = articleFilter(report, settings);
  return entries.filter(
    (entry) =>
      entry.passage.wordsA >= least &&
      isAsked(articlesOf(entry)) &&
      textAt(report, entry.passage.a).toLowerCase().includes(word),
  );
}

/**
 * Returns the entries as rows of a file.
 * @param {import('./types').Report} report
 * @param {Entry[]} entries
 */
export function savedPassages(report, entries) {
  const name = (/** @type {number} */ article) => shortName(report, report.articles[article]);
  const rows = entries.map((entry) => [
    entry.passage.id + 1,
    entry.passage.wordsA,
    entry.passage.identity,
    articlesOf(entry).length,
    independentCount(report, articlesOf(entry)),
    articlesOf(entry).map(name).join('; '),
    entry.passage.isQuoted ? 'yes' : 'no',
    textAt(report, entry.passage.a),
  ]);
  return [['Passage', 'Words', 'Identity', 'Articles', 'Independent', 'Stands in', 'Quoted', 'Text'], ...rows];
}

/**
 * @param {import('./types').Report} report
 * @param {Settings} settings
 * @param {(name: keyof Settings, value: string) => void} change
 */
function passageTools(report, settings, change) {
  const leasts = ['20', '50', '100', '200', '500'].map((n) => /** @type {[string, string]} */ ([n, `${n} or more`]));
  return toolForm(
    searchField('Find', settings.find, (value) => change('find', value)),
    selection('Words', [['', 'any number'], ...leasts], settings.words, (value) => change('words', value)),
    filterControls(report, settings, change),
  );
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Route} route
 * @returns {import('./types').View}
 */
export function passagesView(report, route) {
  const entries = passageEntries(report);
  /** @type {Settings} */
  const settings = { find: '', words: '', ...anyArticle() };
  readSettings(settings, route);
  const results = h('div', {});
  const count = h('p', { class: 'soft', role: 'status' });
  const show = () => {
    const chosen = chooseEntries(report, entries, settings);
    count.textContent = shownCount(chosen.length, entries.length, 'passage');
    results.replaceChildren(growingList(chosen, (one) => entryCard(report, one)));
  };
  show();
  const change = (/** @type {keyof Settings} */ name, /** @type {string} */ value) => {
    settings[name] = value;
    keepSettings('passages', settings);
    show();
  };
  const saved = () => savedPassages(report, chooseEntries(report, entries, settings));
  const content = h(
    'div',
    { class: 'page' },
    h('h1', {}, 'Copies'),
    nearDuplicates(report),
    report.has.passages
      ? [
          h('h2', {}, 'Shared passages'),
          h(
            'p',
            { class: 'lead' },
            'Stretches that stand in two articles or more, word for word or lightly edited; the longest first.',
          ),
          entries.length > 3 ? passageTools(report, settings, change) : null,
          h('div', { class: 'count' }, count, entries.length > 0 ? saveButton('passages.csv', saved) : null),
          results,
          suppressed(report),
        ]
      : null,
  );
  return { title: 'Copies', content };
}

/** @param {import('./types').Report} report */
function nearDuplicates(report) {
  if (!report.has.matrices) return null;
  if (report.copies.length === 0) return h('p', {}, 'No two articles are near-duplicates.');
  const card = (/** @type {import('./types').Copies} */ copies) =>
    h(
      'div',
      { class: 'card' },
      h('h3', {}, articleLink(report, copies.kept, headline(report.articles[copies.kept]))),
      h('p', {}, byline(report.articles[copies.kept])),
      h(
        'ul',
        { class: 'plain' },
        copies.articles.map((article, i) =>
          article === copies.kept
            ? null
            : h(
                'li',
                {},
                link(`pair-${copies.kept + 1}-${article + 1}`, ['likeness ', copies.similarity[i].toFixed(2)]),
                ': ',
                articleLink(report, article, headline(report.articles[article])),
                ' ',
                byline(report.articles[article]),
              ),
        ),
      ),
    );
  return [
    h('h2', {}, 'Near-duplicates'),
    h(
      'p',
      { class: 'lead' },
      `Articles that have at least ${percent(report.threshold)} of their ${report.measure} in common.`,
    ),
    growingList(report.copies, card),
  ];
}

/** @param {import('./types').Report} report */
function suppressed(report) {
  if (report.suppressed.length === 0) return null;
  const items = report.suppressed.map(({ reason, count, example }) =>
    h('li', {}, `${grouped(count)} as ${reason}, such as `, h('q', { dir: 'auto' }, cut(example, 100))),
  );
  return h('details', { class: 'card' }, h('summary', {}, 'What was left out of the passages'), h('ul', {}, items));
}

/**
 * @param {import('./types').Report} report
 * @param {{passage: import('./types').Passage, cluster: import('./types').PassageCluster | null}} one
 */
function entryCard(report, { passage, cluster }) {
  const where = cluster
    ? [
        h('strong', {}, `${counted(cluster.words, 'word')} in ${counted(cluster.articles.length, 'article')}`),
        inBrackets(reach(report, cluster.articles)),
        ': ',
        listed(
          cluster.articles.map((article) => articleLink(report, article)),
          6,
        ),
      ]
    : [
        h('strong', {}, counted(passage.wordsA, 'word')),
        `, ${percent(passage.identity)} the same: `,
        direction(report, passage),
      ];
  return h(
    'article',
    { class: 'card entry' },
    h('p', { class: 'soft' }, where, passage.isQuoted ? ', quoted' : null),
    h(
      'h3',
      { class: 'entry-title' },
      link(`passage-${passage.id + 1}`, h('q', { class: 'said', dir: 'auto' }, cut(textAt(report, passage.a), 220))),
    ),
  );
}

/**
 * Says in which of the two it stood first, where dates tell.
 * @param {import('./types').Report} report
 * @param {import('./types').Passage} passage
 */
function direction(report, passage) {
  const [a, b] = [passage.a.article, passage.b.article];
  const first = earlierOf(report, a, b);
  if (first === null) return [articleLink(report, a), ' and ', articleLink(report, b)];
  return ['first in ', articleLink(report, first), ', then in ', articleLink(report, first === a ? b : a)];
}

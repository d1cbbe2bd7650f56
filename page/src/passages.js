// Copies: near-duplicates, and the passages that articles have in common.
import { earlierOf } from './copying.js';
import { quoteInContext } from './context.js';
import { fieldText, textAt } from './data.js';
import { searchField, toolForm } from './controls.js';
import { foreign, h, link } from './dom.js';
import { growingList } from './grow.js';
import { editMarks, surroundings } from './marks.js';
import { articleLink, byline, headline } from './names.js';
import { keepSettings } from './router.js';
import { spreadRow, spreadSentence } from './spread.js';
import { stepLink } from './steps.js';
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
 * @param {import('./types').Report} report
 * @param {import('./types').Route} route
 * @returns {import('./types').View}
 */
export function passagesView(report, route) {
  const entries = passageEntries(report);
  const settings = { find: route.query.get('find') ?? '' };
  const results = h('div', {});
  const count = h('p', { class: 'soft', role: 'status' });
  const show = () => {
    const word = settings.find.toLowerCase();
    const chosen = entries.filter(({ passage }) => textAt(report, passage.a).toLowerCase().includes(word));
    count.textContent =
      chosen.length === entries.length
        ? counted(entries.length, 'passage')
        : `${grouped(chosen.length)} of ${counted(entries.length, 'passage')}`;
    results.replaceChildren(growingList(chosen, (one) => entryCard(report, one)));
  };
  show();
  const change = (/** @type {string} */ find) => {
    settings.find = find;
    keepSettings('passages', settings);
    show();
  };
  const search = toolForm(searchField('Find', settings.find, change));
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
          entries.length > 8 ? search : null,
          count,
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

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Route} route
 * @returns {import('./types').View | null}
 */
export function passageView(report, route) {
  const entries = passageEntries(report);
  const passage = report.passages.find((one) => one.id === route.numbers[0] - 1);
  if (!passage || route.numbers.length !== 1) return null;
  const cluster = passage.cluster === null ? null : report.clusters[passage.cluster];
  const at = entries.findIndex((one) => one.passage === passage);
  const neighbour = (/** @type {number} */ i, /** @type {string} */ words, /** @type {'next' | 'previous'} */ step) => {
    const other = entries[i]?.passage;
    return other && at >= 0 ? stepLink(`passage-${other.id + 1}`, step, words) : null;
  };
  const articles = cluster ? cluster.articles : [passage.a.article, passage.b.article];
  const content = h(
    'article',
    { class: 'page' },
    h(
      'nav',
      { class: 'steps', 'aria-label': 'Neighbours' },
      link('passages', 'All passages'),
      neighbour(at - 1, '← Previous', 'previous'),
      neighbour(at + 1, 'Next →', 'next'),
    ),
    h('p', { class: 'soft' }, `Passage ${passage.id + 1}`),
    h('h1', {}, `${counted(passage.wordsA, 'word')} in ${counted(articles.length, 'article')}`),
    h(
      'p',
      {},
      `${percent(passage.identity)} of the words are the same. `,
      passage.edits.length > 0 ? 'Words that differ are underlined. ' : null,
      link(
        `pair-${passage.a.article + 1}-${passage.b.article + 1}?at=passage-${passage.id + 1}`,
        'Both articles side by side',
      ),
    ),
    h('div', { class: 'cards' }, sideCard(report, passage, passage.a), sideCard(report, passage, passage.b)),
    clusterCard(report, cluster, passage),
    spreadCard(report, articles, cluster),
  );
  return { title: `Passage ${passage.id + 1}`, content };
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Passage} passage
 * @param {import('./types').Place} side
 */
function sideCard(report, passage, side) {
  const text = fieldText(report, side);
  const [begin, end] = surroundings(text, side, 160);
  const key = `passage-${passage.id + 1}`;
  /** @type {import('./types').Mark[]} */
  const marks = [{ begin: side.begin, end: side.end, kind: 'passage', key }, ...editMarks(passage, side)];
  const article = report.articles[side.article];
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, articleLink(report, side.article, headline(article))),
    h('p', {}, byline(article)),
    quoteInContext(text, marks, [begin, end]),
  );
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').PassageCluster | null} cluster
 * @param {import('./types').Passage} passage
 */
function clusterCard(report, cluster, passage) {
  const others =
    cluster?.spans.filter((span) => span.article !== passage.a.article && span.article !== passage.b.article) ?? [];
  if (others.length === 0) return null;
  const items = others
    .slice(0, 50)
    .map((span) =>
      h(
        'li',
        {},
        articleLink(report, span.article, headline(report.articles[span.article])),
        ' ',
        byline(report.articles[span.article]),
        h('blockquote', { class: 'said context', dir: 'auto' }, foreign(cut(textAt(report, span), 400))),
      ),
    );
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, 'It stands also in'),
    h('ul', { class: 'plain' }, items),
    others.length > 50 ? h('p', { class: 'soft' }, `and ${grouped(others.length - 50)} more`) : null,
  );
}

/**
 * @param {import('./types').Report} report
 * @param {number[]} articles
 * @param {import('./types').PassageCluster | null} cluster
 */
function spreadCard(report, articles, cluster) {
  const earliest = articles.length === 2 ? earlierOf(report, articles[0], articles[1]) : null;
  const first = cluster?.first ?? (earliest === null ? null : [earliest]);
  if (first === null) return null;
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, 'How it spread'),
    h('p', {}, spreadSentence(report, articles, first)),
    spreadRow(report, articles, first),
  );
}

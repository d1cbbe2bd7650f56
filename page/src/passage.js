// One passage: both its sides in their contexts, where else it stands, and how it spread.
import { earlierOf } from './copying.js';
import { quoteInContext } from './context.js';
import { fieldText, textAt } from './data.js';
import { foreign, h, link } from './dom.js';
import { inBrackets, reach } from './independence.js';
import { editMarks, surroundings } from './marks.js';
import { articleLink, byline, headline } from './names.js';
import { passageEntries } from './passages.js';
import { spreadRow, spreadSentence } from './spread.js';
import { stepLink } from './steps.js';
import { counted, cut, grouped, percent } from './words.js';

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
    h(
      'h1',
      {},
      `${counted(passage.wordsA, 'word')} in ${counted(articles.length, 'article')}${inBrackets(reach(report, articles))}`,
    ),
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

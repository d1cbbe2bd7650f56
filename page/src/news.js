// What is new: each article that was held against others, its own words plain, and what stood there before greyed and
// linked to the passage that says where.
import { reuseOf } from './copying.js';
import { h } from './dom.js';
import { growingList } from './grow.js';
import { markedParagraphs } from './marks.js';
import { articleLink, byline } from './names.js';
import { counted, percent } from './words.js';

/**
 * Whether some articles were held against others, which alone are looked at.
 * @param {import('./types').Report} report
 */
export function hasNews(report) {
  return report.has.passages && report.articles.some((article) => article.isReference);
}

/**
 * @param {import('./types').Report} report
 * @returns {import('./types').View | null}
 */
export function newsView(report) {
  if (!hasNews(report)) return null;
  const content = h(
    'div',
    { class: 'page' },
    h('h1', {}, 'New and known'),
    h(
      'p',
      { class: 'soft' },
      'Words of an article that stand in none of the others are plain; ',
      h('mark', { class: 'known' }, 'what stood there before'),
      ' leads to where. The newest come first.',
    ),
    growingList(newestFirst(report), (article) => newsOf(report, article)),
  );
  return { title: 'New and known', content };
}

/**
 * Returns the articles that were held against others, those of which least is known first.
 * @param {import('./types').Report} report
 */
export function newestFirst(report) {
  return report.articles
    .filter((article) => !article.isReference)
    .sort((x, y) => knownShare(report, x) - knownShare(report, y) || x.index - y.index);
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Article} article
 */
function knownShare(report, article) {
  return reuseOf(report, article.index).share;
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Article} article
 */
function newsOf(report, article) {
  const share = article.words === 0 ? 1 : 1 - knownShare(report, article);
  return h(
    'section',
    {},
    h('h2', {}, articleLink(report, article.index)),
    h('p', { class: 'soft' }, byline(article), ` · ${percent(share)} of ${counted(article.words, 'word')} new`),
    h('div', { class: 'said text', lang: '' }, markedParagraphs(article.text, knownMarks(report, article))),
  );
}

/**
 * Returns a mark for each passage of the article's text, with a link to it.
 * @param {import('./types').Report} report
 * @param {import('./types').Article} article
 * @returns {import('./types').Mark[]}
 */
export function knownMarks(report, article) {
  return report.passagesOf[article.original].flatMap((passage) =>
    [passage.a, passage.b]
      .filter((side) => side.article === article.original && side.field === 'text')
      .map((side) => {
        const key = `passage-${passage.id + 1}`;
        const label = `P${passage.id + 1}: passage of ${counted(passage.wordsA, 'word')}`;
        const note = { text: `P${passage.id + 1}`, href: `#${key}`, label };
        return { begin: side.begin, end: side.end, kind: /** @type {const} */ ('known'), key, note };
      }),
  );
}

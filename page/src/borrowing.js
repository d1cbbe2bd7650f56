// Who has whose words, in a sentence each: clusters of near-duplicates, and the first pairs of the ranking.
import { earlierOf, isKept } from './copying.js';
import { sharedPassages } from './data.js';
import { h, link } from './dom.js';
import { articleLink } from './names.js';
import { counted, grouped, listed, percent, readableDate } from './words.js';

/**
 * Returns the sentences, the fullest copies first.
 * @param {import('./types').Report} report
 * @param {number} most of each kind
 * @returns {import('./types').Child[]}
 */
export function borrowingSentences(report, most) {
  return [
    ...report.copies.slice(0, most).map((copies) => clusterSentence(report, copies)),
    ...tellingPairs(report)
      .slice(0, most)
      .map((pair) => pairSentence(report, pair)),
  ];
}

/**
 * Returns the pairs that share a passage, in the ranking's order; of near-duplicates, those that were kept speak.
 * @param {import('./types').Report} report
 */
export function tellingPairs(report) {
  return report.ranking.filter(({ a, b, passages }) => passages > 0 && isKept(report, a) && isKept(report, b));
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Copies} copies
 */
function clusterSentence(report, copies) {
  const others = copies.articles
    .map((article, i) => ({ article, similarity: copies.similarity[i] }))
    .filter(({ article }) => article !== copies.kept)
    .sort((x, y) => y.similarity - x.similarity);
  const names = others.map(({ article, similarity }) => [
    articleLink(report, article),
    ' (',
    link(`pair-${copies.kept + 1}-${article + 1}`, similarity.toFixed(2)),
    ')',
  ]);
  const isFirst = others.every(({ article }) => earlierOf(report, copies.kept, article) === copies.kept);
  return [
    listed(names, 6),
    others.length === 1 ? ' is nearly the same as ' : ' are nearly the same as ',
    articleLink(report, copies.kept),
    isFirst ? when(', which was first', report.articles[copies.kept]) : null,
  ];
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').RankedPair} pair
 */
function pairSentence(report, { smaller, larger, reused, words, longest }) {
  const first = earlierOf(report, smaller, larger);
  const passages = sharedPassages(report, smaller, larger);
  const isQuoted = passages.length > 0 && passages.every((passage) => passage.isQuoted);
  return [
    link(`pair-${smaller + 1}-${larger + 1}`, [percent(reused), h('span', { class: 'unseen' }, ', side by side')]),
    ' of ',
    articleLink(report, smaller),
    ' appears in ',
    articleLink(report, larger),
    first === null
      ? null
      : when(first === larger ? ', which was first' : ', which came later', report.articles[larger]),
    isQuoted ? '; both quote it' : null,
    h('span', { class: 'soft' }, ` (${counted(words, 'word')}, ${grouped(longest)} in a row at most)`),
  ];
}

/**
 * @param {string} words
 * @param {import('./types').Article} article
 */
function when(words, article) {
  return `${words} (${readableDate(article.date)})`;
}

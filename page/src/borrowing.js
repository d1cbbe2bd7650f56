// Who has whose words, in a sentence for each pair: near-duplicates, what stands inside another, what is shared in part.
import { containedPairs, earlierOf, isKept } from './copying.js';
import { sharedPassages, valueOf } from './data.js';
import { h, link } from './dom.js';
import { articleLink } from './names.js';
import { listed, percent, readableDate } from './words.js';

/**
 * Returns the sentences, the fullest copies first.
 * @param {import('./types').Report} report
 * @param {number} most of each kind
 * @returns {import('./types').Child[]}
 */
export function borrowingSentences(report, most) {
  const contained = containedPairs(report);
  const told = new Set(contained.flatMap(({ inner, outer }) => [`${inner} ${outer}`, `${outer} ${inner}`]));
  return [
    ...report.copies.slice(0, most).map((copies) => clusterSentence(report, copies)),
    ...contained.slice(0, most).map((pair) => pairSentence(report, pair.inner, pair.outer, pair.share)),
    ...partialPairs(report)
      .filter(({ a, b }) => !told.has(`${a} ${b}`))
      .slice(0, most)
      .map(({ a, b, share }) => pairSentence(report, a, b, share)),
  ];
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
 * @param {number} inner
 * @param {number} outer
 * @param {number} share of the inner one's words
 */
function pairSentence(report, inner, outer, share) {
  const first = earlierOf(report, inner, outer);
  const passages = sharedPassages(report, inner, outer);
  const isQuoted = passages.length > 0 && passages.every((passage) => passage.isQuoted);
  return [
    link(`pair-${inner + 1}-${outer + 1}`, [percent(share), h('span', { class: 'unseen' }, ', side by side')]),
    ' of ',
    articleLink(report, inner),
    ' appears in ',
    articleLink(report, outer),
    first === null ? null : when(first === outer ? ', which was first' : ', which came later', report.articles[outer]),
    isQuoted ? '; both quote it' : null,
  ];
}

/**
 * @param {string} words
 * @param {import('./types').Article} article
 */
function when(words, article) {
  return `${words} (${readableDate(article.date)})`;
}

/**
 * Returns the pairs of which one has a tenth of its words in the other or more, each once, the largest share first; of
 * near-duplicates, those that were kept speak.
 * @param {import('./types').Report} report
 */
function partialPairs(report) {
  const matrix = report.matrices.find(({ measure }) => measure === 'passages');
  if (!matrix) return [];
  const pairs = [];
  for (const [a, row] of matrix.entries.entries()) {
    if (!isKept(report, a)) continue;
    for (const [b, share] of row) {
      const back = valueOf(report, matrix, b, a);
      if (share < 0.1 || !isKept(report, b) || back > share || (back === share && b < a)) continue;
      pairs.push({ a, b, share });
    }
  }
  return pairs.sort((x, y) => y.share - x.share);
}

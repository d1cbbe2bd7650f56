// Who copied whom: which articles speak for themselves, and how much of each stands elsewhere.

/**
 * Whether an article speaks for itself: of near-duplicates, the one that was kept speaks.
 * @param {import('./types').Report} report
 * @param {number} index
 */
export function isKept(report, index) {
  const article = report.articles[index];
  if (article.original !== index) return false;
  return article.cluster === null || report.copies[article.cluster].kept === index;
}

/**
 * Returns how many of an article's words stand in others, and in which the most of them.
 * @param {import('./types').Report} report
 * @param {number} index
 * @returns {{share: number, most: number | null}}
 */
export function reuseOf(report, index) {
  const article = report.articles[index];
  if (!report.has.passages || article.words === 0) return { share: 0, most: null };
  const counts = new Map();
  for (const passage of report.passagesOf[article.original]) {
    const isA = passage.a.article === article.original;
    const other = isA ? passage.b.article : passage.a.article;
    counts.set(other, (counts.get(other) ?? 0) + (isA ? passage.wordsA : passage.wordsB));
  }
  const most = [...counts].sort((x, y) => y[1] - x[1] || x[0] - y[0])[0]?.[0] ?? null;
  return { share: article.reusedWords / article.words, most };
}

/**
 * Returns which of two articles was surely first; null if no date tells.
 * @param {import('./types').Report} report
 * @param {number} a
 * @param {number} b
 */
export function earlierOf(report, a, b) {
  const [x, y] = [report.articles[a].when, report.articles[b].when];
  if (!x || !y) return null;
  if (x[1] <= y[0]) return a;
  return y[1] <= x[0] ? b : null;
}

/**
 * Returns the side of a passage that stands in an article.
 * @param {import('./types').Passage} passage
 * @param {number} article
 */
export function sideIn(passage, article) {
  return passage.a.article === article ? passage.a : passage.b;
}

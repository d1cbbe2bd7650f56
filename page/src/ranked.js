// A pair of the ranking, from its row: which of the two is the smaller, and how much of that stands in the other.

/**
 * @param {import('./types').RankedRow} row
 * @param {number} index
 * @param {import('./types').Article[]} articles
 * @returns {import('./types').RankedPair}
 */
export function decodeRanked(row, index, articles) {
  const [a, b, wordsA, wordsB, passages, longest, jaccard, aInB, bInA, vocabulary, points] = row;
  const [ofA, ofB] = [articles[a].words, articles[b].words];
  const isSmallerA = ofA === ofB ? wordsA >= wordsB : ofA < ofB;
  const words = isSmallerA ? wordsA : wordsB;
  const all = Math.min(ofA, ofB);
  return {
    rank: index + 1,
    a,
    b,
    smaller: isSmallerA ? a : b,
    larger: isSmallerA ? b : a,
    reused: all === 0 ? 0 : words / all,
    words,
    passages,
    longest,
    jaccard: jaccard / 1000,
    containment: Math.max(aInB, bInA) / 1000,
    vocabulary: vocabulary / 1000,
    points,
  };
}

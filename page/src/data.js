// From the rows in the file to the objects that views draw. types.d.ts says what both look like.
import { sideIn } from './copying.js';
import { decodeRanked } from './ranked.js';
import { webAddress } from './words.js';

const kinds = /** @type {const} */ (['verbatim', 'near', 'restated']);
const disputeKinds = /** @type {const} */ (['denial', 'negation', 'antonym']);

/**
 * @param {import('./types').RawReport} raw
 * @returns {import('./types').Report}
 */
export function decode(raw) {
  const articles = raw.documents.map((row, index) => decodeArticle(row, index, raw.texts));
  /** @type {import('./types').Report} */
  const report = {
    version: raw.version,
    measure: raw.measure,
    threshold: raw.threshold,
    articles,
    problems: raw.problems.map(([where, what, remedy, rejected]) => ({
      where,
      what,
      remedy,
      rejected: rejected === 1,
    })),
    copies: (raw.copies ?? []).map(([kept, members, similarity]) => ({
      kept,
      articles: members,
      similarity: similarity.map(share),
    })),
    rank: raw.rank ?? 'reused',
    ranking: (raw.ranking ?? []).map((row, i) => decodeRanked(row, i, articles)),
    matrices: (raw.matrices ?? []).map(decodeMatrix),
    clusters: (raw.clusters ?? []).map(decodeCluster),
    passages: (raw.passages ?? []).map(decodePassage).sort((x, y) => x.id - y.id),
    suppressed: (raw.suppressed ?? []).map(([reason, count, example]) => ({ reason, count, example })),
    points: (raw.points ?? []).map(decodePoint),
    disputes: (raw.disputes ?? []).map(decodeDispute),
    leftOut: raw.leftOut,
    has: {
      ranking: raw.ranking !== undefined,
      matrices: raw.matrices !== undefined,
      passages: raw.passages !== undefined,
      points: raw.points !== undefined,
      dates: articles.some((article) => article.when !== null),
      sources: articles.some((article) => article.source !== null),
    },
    stories: articles.reduce((most, article) => Math.max(most, article.story + 1), 0),
    storySizes: [],
    outletSizes: new Map(),
    passagesOf: articles.map(() => []),
    pointsOf: articles.map(() => []),
  };
  for (const article of articles) {
    const key = outletKey(article);
    report.outletSizes.set(key, (report.outletSizes.get(key) ?? 0) + 1);
    if (article.original === article.index)
      report.storySizes[article.story] = (report.storySizes[article.story] ?? 0) + 1;
  }
  for (const passage of report.passages) {
    report.passagesOf[passage.a.article].push(passage);
    if (passage.b.article !== passage.a.article) report.passagesOf[passage.b.article].push(passage);
  }
  for (const point of report.points) {
    for (const article of distinctArticles(point.mentions)) report.pointsOf[article].push(point);
  }
  return report;
}

/**
 * What articles of one outlet on one story have in common.
 * @param {import('./types').Article} article
 */
export function outletKey(article) {
  return `${article.story} ${article.source ?? ''}`;
}

/** @param {number} thousandths */
function share(thousandths) {
  return thousandths / 1000;
}

/**
 * @param {import('./types').DocumentRow} row
 * @param {number} index
 * @param {string[]} texts
 * @returns {import('./types').Article}
 */
function decodeArticle(row, index, texts) {
  const [id, title, source, date, url, from, to, words, reusedWords, original, cluster, story, ...rest] = row;
  const [isReference, extracted, language] = rest;
  return {
    index,
    id,
    title,
    source,
    date,
    url: webAddress(url),
    when: from !== null && to !== null ? [from, to] : null,
    words,
    reusedWords,
    original,
    cluster,
    story,
    isReference: isReference === 1,
    extracted,
    language,
    text: texts[original],
  };
}

/**
 * @param {import('./types').DocumentAndField} documentAndField
 * @param {number} begin
 * @param {number} end
 * @returns {import('./types').Place}
 */
function place(documentAndField, begin, end) {
  return { article: documentAndField >> 1, field: documentAndField & 1 ? 'title' : 'text', begin, end };
}

/**
 * @param {import('./types').MatrixRow} row
 * @returns {import('./types').Matrix}
 */
function decodeMatrix([measure, symmetric, rows]) {
  const scale = measure === 'points' ? 1 : 1000;
  /** @type {Map<number, number>[]} */
  const entries = rows.map(() => new Map());
  rows.forEach((row, from) => {
    for (let i = 0; i < row.length; i += 2) {
      entries[from].set(row[i], row[i + 1] / scale);
      if (symmetric) entries[row[i]].set(from, row[i + 1] / scale);
    }
  });
  return { measure, symmetric: symmetric === 1, entries };
}

/**
 * @param {import('./types').PassageRow} row
 * @returns {import('./types').Passage}
 */
function decodePassage([id, a, beginA, endA, b, beginB, endB, wordsA, wordsB, identity, isQuoted, cluster, edits]) {
  return {
    id,
    a: place(a, beginA, endA),
    b: place(b, beginB, endB),
    wordsA,
    wordsB,
    identity: share(identity),
    isQuoted: isQuoted === 1,
    cluster,
    edits,
  };
}

/**
 * @param {import('./types').ClusterRow} row
 * @param {number} index
 * @returns {import('./types').PassageCluster}
 */
function decodeCluster([first, words, spans], index) {
  const places = [];
  for (let i = 0; i < spans.length; i += 3) places.push(place(spans[i], spans[i + 1], spans[i + 2]));
  return { index, first, words, spans: places, articles: distinct(places.map((span) => span.article)) };
}

/**
 * @param {import('./types').MentionRow} row
 * @param {number} index
 * @returns {import('./types').Mention}
 */
function decodeMention([where, begin, end, denied, byBegin, byEnd], index) {
  const by = byBegin !== undefined && byEnd !== undefined ? { begin: byBegin, end: byEnd } : null;
  return { article: where >> 1, field: where & 1 ? 'title' : 'text', begin, end, index, denied: denied === 1, by };
}

/**
 * @param {import('./types').PointRow} row
 * @param {number} index
 * @returns {import('./types').Point}
 */
function decodePoint(row, index) {
  const [label, kind, voices, story, first, updated, mentionRows, figureRows, pairs, terms, ...said] = row;
  const mentions = mentionRows.map(decodeMention);
  const figures = figureRows.map(([mention, begin, end, figureKind, unit, low, high, of]) => ({
    mention: mentions[mention],
    begin,
    end,
    kind: figureKind,
    unit,
    low,
    high,
    of,
  }));
  /** @type {[import('./types').Figure, import('./types').Figure][]} */
  const disagreements = [];
  for (let i = 0; i < pairs.length; i += 2) disagreements.push([figures[pairs[i]], figures[pairs[i + 1]]]);
  return {
    index,
    label: mentions[label],
    claim: { ...mentions[label], begin: said[0], end: said[1] },
    speaker: said[2] ?? null,
    kind: kinds[kind],
    voices,
    story,
    first,
    updated: updated === 1,
    mentions,
    figures,
    disagreements,
    terms,
    articles: distinctArticles(mentions.filter((mention) => !mention.denied)),
    deniers: distinctArticles(mentions.filter((mention) => mention.denied)),
  };
}

/**
 * @param {import('./types').DisputeRow} row
 * @returns {import('./types').Dispute}
 */
function decodeDispute([kind, points, sides]) {
  return {
    kind: disputeKinds[kind],
    points,
    sides: sides.map(([label, words, rows]) => {
      const mentions = rows.map(decodeMention);
      return { label: mentions[label], words, articles: distinctArticles(mentions) };
    }),
  };
}

/**
 * Returns the articles of mentions, which come in the articles' order, each once.
 * @param {import('./types').Mention[]} mentions
 */
function distinctArticles(mentions) {
  /** @type {number[]} */
  const articles = [];
  for (const { article } of mentions) if (articles[articles.length - 1] !== article) articles.push(article);
  return articles;
}

/**
 * @param {number[]} numbers
 * @returns {number[]} each once, ascending
 */
export function distinct(numbers) {
  return [...new Set(numbers)].sort((x, y) => x - y);
}

/**
 * Returns the text in which a place counts.
 * @param {import('./types').Report} report
 * @param {import('./types').Place} where
 */
export function fieldText(report, where) {
  const article = report.articles[where.article];
  return where.field === 'title' ? (article.title ?? '') : article.text;
}

/**
 * Returns what stands at a place.
 * @param {import('./types').Report} report
 * @param {import('./types').Place} where
 */
export function textAt(report, where) {
  return fieldText(report, where).slice(where.begin, where.end);
}

/**
 * Returns the value from one article to another; of copies, that of their originals.
 * @param {import('./types').Report} report
 * @param {import('./types').Matrix} matrix
 * @param {number} from
 * @param {number} to
 */
export function valueOf(report, matrix, from, to) {
  const a = report.articles[from].original;
  const b = report.articles[to].original;
  if (a !== b) return matrix.entries[a].get(b) ?? 0;
  return matrix.measure === 'points' ? report.pointsOf[a].filter((point) => point.articles.includes(a)).length : 1;
}

/**
 * Returns the passages that two articles share, in the order of the first one's text.
 * @param {import('./types').Report} report
 * @param {number} a
 * @param {number} b
 */
export function sharedPassages(report, a, b) {
  const other = report.articles[b].original;
  const own = report.articles[a].original;
  return report.passagesOf[own]
    .filter((passage) => passage.a.article === other || passage.b.article === other)
    .sort((x, y) => sideIn(x, own).begin - sideIn(y, own).begin);
}

/**
 * Returns the points that two articles mention, in the order of the first one's text.
 * @param {import('./types').Report} report
 * @param {number} a
 * @param {number} b
 */
export function sharedPoints(report, a, b) {
  const other = report.articles[b].original;
  const own = report.articles[a].original;
  /** @param {import('./types').Point} point */
  const begin = (point) => point.mentions.find((m) => m.article === own)?.begin ?? 0;
  const isShared = (/** @type {import('./types').Point} */ { mentions }) => mentions.some((m) => m.article === other);
  return report.pointsOf[own].filter(isShared).sort((x, y) => begin(x) - begin(y));
}

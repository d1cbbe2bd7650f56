// One article with everything that it shares marked, and with whom.
import { reuseOf } from './copying.js';
import { sharedPoints, valueOf } from './data.js';
import { foreign, h, link } from './dom.js';
import { editMarks, markedParagraphs } from './marks.js';
import { articleLink, byline, headline, shortName, takenOut } from './names.js';
import { stepLinks } from './steps.js';
import { counted, cut, percent } from './words.js';

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Route} route
 * @returns {import('./types').View | null}
 */
export function articleView(report, route) {
  const article = report.articles[route.numbers[0] - 1];
  if (!article || route.numbers.length !== 1) return null;
  const body = h('div', { class: 'said text', lang: '' }, articleBody(report, article));
  body.addEventListener('click', followMark);
  const content = h(
    'article',
    { class: 'page' },
    stepLinks('article', article.index, report.articles.length, link('articles', 'All articles')),
    h('p', { class: 'soft' }, `Article ${article.index + 1}`),
    h('h1', { dir: 'auto' }, headline(article)),
    h(
      'p',
      {},
      byline(article),
      h('span', { class: 'soft' }, ` · ${counted(article.words, 'word')}${takenOut(article)}`),
    ),
    sameText(report, article),
    relatedCard(report, article),
    legend(report),
    body,
  );
  return { title: cut(headline(article), 60) || article.id, content };
}

/** @param {MouseEvent} event */
function followMark(event) {
  const mark = event.target instanceof Element ? event.target.closest('mark[data-keys]') : null;
  if (mark && getSelection()?.isCollapsed !== false)
    location.hash = (mark.getAttribute('data-keys') ?? '').split(' ')[0];
}

/** @param {import('./types').Report} report */
export function legend(report) {
  return h(
    'p',
    { class: 'legend soft' },
    report.has.passages
      ? [
          h('mark', { class: 'passage' }, 'Copied passages'),
          ' with ',
          h('mark', { class: 'passage differs' }, 'differing words'),
          '; ',
        ]
      : null,
    report.has.points
      ? [
          h('mark', { class: 'point' }, 'talking points'),
          ' (a blue line where they are copied as well)',
          ', ',
          h('mark', { class: 'denied' }, 'denied'),
          ', with ',
          h('mark', { class: 'figure' }, 'figures'),
        ]
      : null,
  );
}

/**
 * Returns title and text with the marks of all findings, or of those that are chosen.
 * @param {import('./types').Report} report
 * @param {import('./types').Article} article
 * @param {{passages: import('./types').Passage[], points: import('./types').Point[]}} [chosen]
 */
export function articleBody(report, article, chosen) {
  const passages = chosen?.passages ?? report.passagesOf[article.original];
  const points = chosen?.points ?? report.pointsOf[article.original];
  const title = findingMarks(article.original, 'title', passages, points);
  const parts =
    title.length > 0 && article.title
      ? [h('h2', { class: 'marked-title' }, markedParagraphs(article.title, title))]
      : [];
  return [...parts, markedParagraphs(article.text, findingMarks(article.original, 'text', passages, points))];
}

/**
 * @param {number} index
 * @param {import('./types').Field} field
 * @param {import('./types').Passage[]} passages
 * @param {import('./types').Point[]} points
 */
function findingMarks(index, field, passages, points) {
  /** @type {import('./types').Mark[]} */
  const marks = [];
  for (const passage of passages) {
    const key = `passage-${passage.id + 1}`;
    for (const side of [passage.a, passage.b]) {
      if (side.article !== index || side.field !== field) continue;
      const note = {
        text: `P${passage.id + 1}`,
        href: `#${key}`,
        label: `P${passage.id + 1}: passage of ${counted(passage.wordsA, 'word')}`,
      };
      marks.push({ begin: side.begin, end: side.end, kind: 'passage', key, note }, ...editMarks(passage, side, key));
    }
  }
  for (const point of points) {
    const key = `point-${point.index + 1}`;
    const note = {
      text: String(point.index + 1),
      href: `#${key}`,
      label: `${point.index + 1}: talking point in ${counted(point.articles.length, 'article')}`,
    };
    for (const mention of point.mentions) {
      if (mention.article === index && mention.field === field)
        marks.push({ begin: mention.begin, end: mention.end, kind: mention.denied ? 'denied' : 'point', key, note });
    }
    for (const figure of point.figures) {
      if (figure.mention.article === index && figure.mention.field === field)
        marks.push({ begin: figure.begin, end: figure.end, kind: 'figure', key });
    }
  }
  return marks;
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Article} article
 */
function sameText(report, article) {
  const same = report.articles.filter((other) => other !== article && other.original === article.original);
  if (same.length === 0) return null;
  return h(
    'p',
    {},
    'Its text stands unchanged in ',
    same.slice(0, 20).map((other, i) => [i > 0 ? ', ' : '', articleLink(report, other.index)]),
    same.length > 20 ? ' and others' : '',
    '.',
  );
}

/**
 * The articles that share something with this one.
 * @param {import('./types').Report} report
 * @param {import('./types').Article} article
 */
export function relatedCard(report, article) {
  const others = new Set();
  for (const passage of report.passagesOf[article.original]) others.add(passage.a.article).add(passage.b.article);
  for (const point of report.pointsOf[article.original])
    for (const mention of point.mentions) others.add(mention.article);
  others.delete(article.original);
  const copiedWords = report.matrices.find((matrix) => matrix.measure === 'passages');
  const rows = [...others].map((other) => ({
    other,
    words: copiedWords ? valueOf(report, copiedWords, article.index, other) : wordsShared(report, article, other),
    points: sharedPoints(report, article.index, other).length,
  }));
  if (!report.has.passages && !report.has.points) return likenessCard(report, article);
  if (rows.length === 0) return h('p', {}, 'It shares nothing with the others.');
  rows.sort((x, y) => y.words - x.words || y.points - x.points || x.other - y.other);
  const { share } = reuseOf(report, article.index);
  const sum = report.has.passages ? h('p', {}, `${percent(share)} of its words appear in other articles too.`) : null;
  const table = relatedTable(report, article, rows.slice(0, 100));
  return h(
    'details',
    { class: 'card', open: rows.length <= 8 },
    h('summary', {}, `With whom it shares: ${counted(rows.length, 'article')}`),
    sum,
    h('div', { class: 'table-frame' }, table),
    rows.length > 100 ? h('p', { class: 'soft' }, 'The hundred that share most.') : null,
  );
}

/**
 * The articles that are most like this one, where nothing else is known.
 * @param {import('./types').Report} report
 * @param {import('./types').Article} article
 */
function likenessCard(report, article) {
  const matrix = report.matrices.find(({ measure }) => measure === 'jaccard');
  const others = [...(matrix?.entries[article.original] ?? [])].sort((x, y) => y[1] - x[1]).slice(0, 20);
  if (others.length === 0) return h('p', {}, 'No other article is like it.');
  const items = others.map(([other, value]) =>
    h(
      'li',
      {},
      link(`pair-${article.index + 1}-${other + 1}`, `likeness ${value.toFixed(2)}`),
      ': ',
      articleLink(report, other),
    ),
  );
  return h('div', { class: 'card' }, h('h2', {}, 'Most like it'), h('ul', { class: 'plain' }, items));
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Article} article
 * @param {{other: number, words: number, points: number}[]} rows
 */
function relatedTable(report, article, rows) {
  const { passages, points } = report.has;
  const unseen = h('span', { class: 'unseen' }, 'Compare');
  const head = ['Shares with', passages ? 'Its words there' : null, points ? 'Points in common' : null, unseen];
  const row = (/** @type {{other: number, words: number, points: number}} */ one) => {
    const name = h('span', { class: 'unseen' }, ' with ', foreign(shortName(report, report.articles[one.other])));
    const cells = [
      articleLink(report, one.other),
      passages ? (one.words > 0 ? percent(one.words) : '–') : null,
      points ? String(one.points) : null,
      link(`pair-${article.index + 1}-${one.other + 1}`, ['Side by side', name]),
    ];
    return h(
      'tr',
      {},
      cells.filter((cell) => cell !== null).map((cell) => h('td', {}, cell)),
    );
  };
  const cells = head.filter((name) => name !== null).map((name) => h('th', { scope: 'col' }, name));
  return h('table', {}, h('thead', {}, h('tr', {}, cells)), h('tbody', {}, rows.map(row)));
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Article} article
 * @param {number} other
 */
function wordsShared(report, article, other) {
  const words = report.passagesOf[article.original]
    .filter((passage) => passage.a.article === other || passage.b.article === other)
    .reduce((sum, passage) => sum + passage.wordsA, 0);
  return article.words === 0 ? 0 : Math.min(words / article.words, 1);
}

// One talking point: who states it in which words, with which figures, who denies it, who was first, how it spread.
import { gatherInto } from './gather.js';
import { quoteInContext } from './context.js';
import { fieldText, textAt } from './data.js';
import { foreign, h, link } from './dom.js';
import { contested, figureText } from './figures.js';
import { reach } from './independence.js';
import { surroundings } from './marks.js';
import { articleLink, byline, headline, shortName } from './names.js';
import { spreadRow, spreadSentence } from './spread.js';
import { stepLinks } from './steps.js';
import { counted, cut, listed, meaning } from './words.js';

/** What the classes of points are called. */
export const classNames = {
  verbatim: 'word for word',
  near: 'in nearly the same words',
  restated: 'in their own words',
};

/**
 * The words that say a point best, as a quotation, and who says them, unless the words tell that.
 * @param {import('./types').Report} report
 * @param {import('./types').Point} point
 * @param {number} [length]
 * @returns {import('./types').Child[]}
 */
export function quotation(report, point, length = 240) {
  const whole = textAt(report, point.claim);
  const text = cut(whole, length);
  const quoted = h('q', { class: /^["“„«‘‚]/u.test(text) ? 'said bare' : 'said', dir: 'auto' }, text);
  const lastName = point.speaker?.split(' ').pop() ?? '';
  if (point.speaker === null || whole.includes(lastName)) return [quoted];
  return [quoted, h('span', { class: 'speaker' }, ' — ', foreign(point.speaker))];
}

/**
 * How widely it is stated, and what else a reader looks for, as little labels.
 * @param {import('./types').Report} report
 * @param {import('./types').Point} point
 */
export function pointChips(report, point) {
  const all = report.storySizes[point.story];
  const chips = [h('span', { class: 'chip' }, classNames[point.kind])];
  if (point.articles.length > 0)
    chips.unshift(h('span', { class: 'chip strong' }, `${point.articles.length} of ${counted(all, 'article')}`));
  if (point.disagreements.length > 0)
    chips.push(
      h(
        'span',
        { class: point.updated ? 'chip strong' : 'chip alarm' },
        point.updated ? 'figures moved on' : 'figures disagree',
      ),
    );
  const wide = reach(report, point.articles, point.voices);
  if (wide !== '') chips.push(h('span', { class: 'chip' }, wide));
  if (point.deniers.length > 0) chips.push(h('span', { class: 'chip denial' }, `denied by ${point.deniers.length}`));
  return h(
    'span',
    { class: 'chips' },
    chips.map((chip, i) => (i > 0 ? [' ', chip] : chip)),
  );
}

/**
 * Says who gives which figure where some contradict others: "$1 trillion (a), $5.5 trillion (b)".
 * @param {import('./types').Report} report
 * @param {import('./types').Point} point
 */
export function contestedFigures(report, point) {
  const one = (/** @type {{text: string, articles: number[]}} */ { text, articles }) => [
    h('strong', { class: 'figure-text' }, foreign(text)),
    ' (',
    listed(
      articles.map((article) => articleLink(report, article)),
      3,
    ),
    ')',
  ];
  const groups = contested(report, point).map((group) => group.map((item, i) => [i > 0 ? ', ' : '', one(item)]));
  return groups.map((group, i) => [i > 0 ? ' against ' : '', group]);
}

/**
 * The same as a sentence of its own; null if no figure is contested.
 * @param {import('./types').Report} report
 * @param {import('./types').Point} point
 */
export function verdict(report, point) {
  if (point.disagreements.length === 0) return null;
  const [words, kind] = point.updated
    ? ['The figures moved on: ', 'verdict moved']
    : ['The figures disagree: ', 'verdict'];
  return h('p', { class: kind }, words, contestedFigures(report, point), '.');
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Route} route
 * @returns {import('./types').View | null}
 */
export function pointView(report, route) {
  const point = report.points[route.numbers[0] - 1];
  if (!point || route.numbers.length !== 1) return null;
  const stated = point.mentions.filter((mention) => !mention.denied);
  const denied = point.mentions.filter((mention) => mention.denied);
  const content = h(
    'article',
    { class: 'page point-view' },
    stepLinks('point', point.index, report.points.length, link('points', 'All talking points')),
    h('p', { class: 'soft' }, `Talking point ${point.index + 1}`),
    h('h1', {}, quotation(report, point, 400)),
    h('p', {}, pointChips(report, point)),
    firstAndSpread(report, point),
    figuresSection(report, point),
    mentionsSection(report, point, 'Who says it', stated),
    denied.length > 0 ? mentionsSection(report, point, 'Who denies or doubts it', denied) : null,
    point.terms.length > 0
      ? h('p', { class: 'soft' }, 'What binds them: ', listed(point.terms.map(foreign)), '.')
      : null,
  );
  return { title: `Point ${point.index + 1}: ${cut(textAt(report, point.claim), 60)}`, content };
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Point} point
 */
function firstAndSpread(report, point) {
  if (point.first === null || point.articles.length === 0) return null;
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, 'How it spread'),
    h('p', {}, spreadSentence(report, point.articles, point.first)),
    spreadRow(report, point.articles, point.first),
  );
}

/**
 * Returns the figures, those once that stand in several mentions which overlap.
 * @param {import('./types').Point} point
 */
function distinctFigures(point) {
  const odd = new Set(point.disagreements.flat());
  /** @type {Map<string, import('./types').Figure>} */
  const byPlace = new Map();
  for (const figure of point.figures) {
    const place = `${figure.mention.article} ${figure.mention.field} ${figure.begin}`;
    if (!byPlace.has(place) || odd.has(figure)) byPlace.set(place, figure);
  }
  return [...byPlace.values()];
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Point} point
 */
function figuresSection(report, point) {
  if (point.figures.length === 0) return null;
  const odd = new Set(point.disagreements.flat());
  const rows = distinctFigures(point).map((figure) =>
    h(
      'tr',
      { class: odd.has(figure) && !point.updated ? 'odd-one' : null },
      h('td', {}, h('strong', { class: 'figure-text' }, foreign(figureText(report, figure)))),
      h('td', {}, figure.of ? foreign(figure.of) : ''),
      h('td', {}, meaning(figure)),
      h('td', {}, articleLink(report, figure.mention.article)),
      h(
        'td',
        {},
        odd.has(figure)
          ? h('span', { class: point.updated ? 'chip strong' : 'chip alarm' }, point.updated ? 'moved on' : 'disagrees')
          : '',
      ),
    ),
  );
  const head = ['As written', 'Of what', 'Range', 'Where', 'Beside the others'].map((name) =>
    h('th', { scope: 'col' }, name),
  );
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, 'Its figures'),
    verdict(report, point),
    h(
      'div',
      { class: 'table-frame', tabindex: 0, role: 'region', 'aria-label': 'Figures' },
      h('table', {}, h('thead', {}, h('tr', {}, head)), h('tbody', {}, rows)),
    ),
  );
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Point} point
 * @param {string} title
 * @param {import('./types').Mention[]} mentions
 */
function mentionsSection(report, point, title, mentions) {
  /** @type {Map<number, import('./types').Mention[]>} */
  const byArticle = new Map();
  for (const mention of mentions) gatherInto(byArticle, mention.article, mention);
  const order = [...byArticle.keys()].sort(
    (x, y) => (report.articles[x].when?.[0] ?? Infinity) - (report.articles[y].when?.[0] ?? Infinity) || x - y,
  );
  const cards = order.map((article) => articleCard(report, point, article, byArticle.get(article) ?? []));
  return h(
    'section',
    {},
    h('h2', {}, title),
    h(
      'ol',
      { class: 'plain' },
      cards.map((card) => h('li', {}, card)),
    ),
  );
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Point} point
 * @param {number} index
 * @param {import('./types').Mention[]} mentions
 */
function articleCard(report, point, index, mentions) {
  const article = report.articles[index];
  const isFirst = point.first !== null && point.first.length === 1 && point.first[0] === index;
  const other = point.articles.find((one) => one !== index);
  const compare =
    other === undefined
      ? null
      : link(`pair-${index + 1}-${other + 1}?at=point-${point.index + 1}`, [
          'side by side with ',
          foreign(shortName(report, report.articles[other])),
        ]);
  return h(
    'div',
    { class: 'card mention' },
    h(
      'h3',
      {},
      articleLink(report, index, headline(article)),
      isFirst ? [' ', h('span', { class: 'chip strong' }, 'first')] : null,
    ),
    h('p', {}, byline(article)),
    contexts(report, mentions).map((context) => contextQuote(report, point, context)),
    compare ? h('p', { class: 'soft' }, compare) : null,
  );
}

/**
 * Returns the places of mentions with what stands around them; those that meet are one.
 * @param {import('./types').Report} report
 * @param {import('./types').Mention[]} mentions
 * @returns {{begin: number, end: number, mentions: import('./types').Mention[]}[]}
 */
export function contexts(report, mentions) {
  /** @type {{begin: number, end: number, mentions: import('./types').Mention[]}[]} */
  const list = [];
  for (const mention of [...mentions].sort((x, y) => x.field.localeCompare(y.field) || x.begin - y.begin)) {
    const [begin, end] = surroundings(fieldText(report, mention), mention);
    const last = list[list.length - 1];
    if (last && last.mentions[0].field === mention.field && begin < last.end) {
      last.end = Math.max(last.end, end);
      last.mentions.push(mention);
    } else {
      list.push({ begin, end, mentions: [mention] });
    }
  }
  return list;
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Point} point
 * @param {{begin: number, end: number, mentions: import('./types').Mention[]}} context
 */
function contextQuote(report, point, { begin, end, mentions }) {
  const text = fieldText(report, mentions[0]);
  const key = `point-${point.index + 1}`;
  /** @type {import('./types').Mark[]} */
  const marks = mentions.map((mention) => ({
    begin: mention.begin,
    end: mention.end,
    kind: mention.denied ? 'denied' : 'point',
    key,
  }));
  for (const figure of point.figures)
    if (mentions.includes(figure.mention)) marks.push({ begin: figure.begin, end: figure.end, kind: 'figure' });
  const speakers = new Map(mentions.flatMap(({ by }) => (by ? [[by.begin, by]] : [])));
  for (const by of speakers.values()) marks.push({ ...by, kind: 'by' });
  const said = [...speakers.values()].map((by) => foreign(cut(text.slice(by.begin, by.end), 120)));
  return [
    mentions[0].field === 'title' ? h('p', { class: 'soft' }, 'In the title:') : null,
    quoteInContext(text, marks, [begin, end]),
    said.length > 0 ? h('p', { class: 'soft' }, 'Attributed to: ', listed(said)) : null,
  ];
}

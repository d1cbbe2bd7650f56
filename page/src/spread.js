// How something spread: who was first, who followed, and when, as a small axis and as a sentence.
//
// The axis spans the dates of the stories that the articles belong to, so that rows of one story can be held against each
// other. Copies of an article have its words, and so they count as well, with their own dates. A date may be a stretch of
// time: first may be each article that no other is surely earlier than.
import { gatherInto } from './gather.js';
import { h, svg } from './dom.js';
import { headline, shortName } from './names.js';
import { axisRange, axisShare, durationWords, isPrecise, shortDay, timeTicks } from './timeaxis.js';
import { listed, readableDate } from './words.js';

const stackStep = 10;
const stackMost = 6;
const dotWidth = 2.6; // in per cent of the axis: dots nearer than that stand on each other

/** @type {WeakMap<import('./types').Report, Map<number, number[]>>} */
const knownCopies = new WeakMap();

/**
 * Returns the articles and all with the same text.
 * @param {import('./types').Report} report
 * @param {number[]} articles
 */
export function withCopies(report, articles) {
  let copies = knownCopies.get(report);
  if (!copies) {
    copies = new Map();
    for (const { index, original } of report.articles) gatherInto(copies, original, index);
    knownCopies.set(report, copies);
  }
  const all = new Set(articles.flatMap((article) => copies.get(report.articles[article].original) ?? [article]));
  return [...all].sort((x, y) => x - y);
}

/**
 * @param {import('./types').Report} report
 * @param {number} article
 * @returns {[number, number]} REQUIRES: its date is known
 */
function whenOf(report, article) {
  return /** @type {[number, number]} */ (report.articles[article].when);
}

/**
 * Returns those whose dates are known, the earliest first.
 * @param {import('./types').Report} report
 * @param {number[]} articles
 */
export function datedOf(report, articles) {
  const dated = articles.filter((article) => report.articles[article].when !== null);
  return dated.sort(
    (x, y) => whenOf(report, x)[0] - whenOf(report, y)[0] || whenOf(report, x)[1] - whenOf(report, y)[1] || x - y,
  );
}

/**
 * Returns those that may have been first.
 * @param {import('./types').Report} report
 * @param {number[]} dated
 */
export function earliestOf(report, dated) {
  const surely = Math.min(...dated.map((article) => whenOf(report, article)[1]));
  return dated.filter((article) => whenOf(report, article)[0] < surely);
}

/**
 * Returns the axis, or null where no dates are known.
 * @param {import('./types').Report} report
 * @param {number[]} articles
 * @param {number[] | null} first if it is known better than the dates tell
 */
export function spreadRow(report, articles, first) {
  const all = withCopies(report, articles);
  const dated = datedOf(report, all);
  if (dated.length === 0) return null;
  const range = storiesRange(report, dated);
  const leading = new Set(leadingOf(report, articles, dated, first));
  const dots = stacked(dated.map((article) => middleShare(whenOf(report, article), range)));
  const floor = Math.max(1, ...dots.map(({ level }) => level)) * stackStep + 8;
  const ticks = timeTicks(range, 5);
  const parts = dated.flatMap((article, i) => spreadDot(report, article, dots[i], floor, range, leading.has(article)));
  return svg(
    'svg',
    {
      class: 'spread',
      width: '100%',
      height: floor + 24,
      role: 'img',
      'aria-label': spreadSpoken(report, dated, [...leading]),
    },
    svg('line', { class: 'spread-line', x1: '0%', x2: '100%', y1: floor, y2: floor }),
    ticks.map(({ at, label }) => axisTick(axisShare(at, range), label, floor)),
    parts,
  );
}

/**
 * @param {number} share
 * @param {string} label
 * @param {number} floor
 */
export function axisTick(share, label, floor) {
  const anchor = share < 6 ? 'start' : share > 94 ? 'end' : 'middle';
  return [
    svg('line', { class: 'spread-line', x1: `${share}%`, x2: `${share}%`, y1: floor, y2: floor + 7 }),
    svg('text', { class: 'spread-label', x: `${share}%`, y: floor + 19, 'text-anchor': anchor }, label),
  ];
}

/**
 * Returns what the stories of these articles span.
 * @param {import('./types').Report} report
 * @param {number[]} dated
 */
function storiesRange(report, dated) {
  const stories = new Set(dated.map((article) => report.articles[article].story));
  const dates = report.articles
    .filter((article) => stories.has(article.story))
    .flatMap(({ when }) => (when ? [when] : []));
  return axisRange(dates);
}

/**
 * @param {[number, number]} when
 * @param {[number, number]} range
 */
export function middleShare(when, range) {
  return (axisShare(when[0], range) + axisShare(when[1], range)) / 2;
}

/**
 * Gives dots levels, so that those at the same place stand on each other.
 * @param {number[]} shares
 * @returns {{ x: number, level: number }[]}
 */
export function stacked(shares) {
  /** @type {number[]} the last dot on each level */
  const last = [];
  return shares.map((x, i) => {
    let level = last.findIndex((other) => Math.abs(x - other) >= dotWidth);
    if (level < 0) level = last.length < stackMost ? last.length : i % stackMost;
    last[level] = x;
    return { x, level };
  });
}

/**
 * @param {import('./types').Report} report
 * @param {number} article
 * @param {{ x: number, level: number }} dot
 * @param {number} floor
 * @param {[number, number]} range
 * @param {boolean} isFirst
 */
function spreadDot(report, article, dot, floor, range, isFirst) {
  const when = whenOf(report, article);
  const y = floor - dot.level * stackStep;
  const title = svg(
    'title',
    {},
    `${shortName(report, report.articles[article])}, ${readableDate(report.articles[article].date, true)}: ${headline(report.articles[article])}`,
  );
  const begin = axisShare(when[0], range);
  const width = axisShare(when[1], range) - begin;
  const bar = { x: `${begin}%`, width: `${width}%`, y: y - 4, height: 8, rx: 4 };
  const place = { cx: `${dot.x}%`, cy: y, r: isFirst ? 5.5 : 4 };
  return [
    width > 2 * dotWidth ? svg('rect', { class: 'spread-bar', ...bar }, title.cloneNode(true)) : null,
    isPrecise(when) ? svg('circle', { class: isFirst ? 'spread-dot first' : 'spread-dot', ...place }, title) : null,
  ];
}

/**
 * Returns those that may have been first. Where copies come in, only the dates tell.
 * @param {import('./types').Report} report
 * @param {number[]} articles
 * @param {number[]} dated those of them, and of their copies, with dates
 * @param {number[] | null} first
 */
function leadingOf(report, articles, dated, first) {
  const known = dated.every((article) => articles.includes(article))
    ? first?.filter((article) => dated.includes(article))
    : [];
  return known?.length ? known : earliestOf(report, dated);
}

/**
 * @param {import('./types').Report} report
 * @param {number[]} dated
 * @param {number[]} leading
 */
function spreadSpoken(report, dated, leading) {
  const tell = (/** @type {number} */ article) =>
    `${shortName(report, report.articles[article])}, ${readableDate(report.articles[article].date, true)}`;
  const others = dated.filter((article) => !leading.includes(article)).map(tell);
  const began = `First: ${leading.map(tell).join(' or ')}`;
  return others.length > 0 ? `${began}. Then: ${listed(others, 12).join('')}.` : `${began}.`;
}

/**
 * "First in Norvane Wire on 12 May 2031, in 4 other articles within 2 days. 1 more has no date."
 * @param {import('./types').Report} report
 * @param {number[]} articles
 * @param {number[] | null} first
 * @returns {import('./types').Child[]}
 */
export function spreadSentence(report, articles, first) {
  const copied = withCopies(report, articles);
  const dated = datedOf(report, copied);
  const rest = copied.length - dated.length;
  const undated = rest > 0 ? ` ${rest} more ${rest === 1 ? 'has' : 'have'} no date.` : '';
  if (dated.length === 0) return ['No dates are known.'];
  const leading = leadingOf(report, articles, dated, first);
  const others = dated.filter((article) => !leading.includes(article));
  const surely = leading.filter((article) => isPrecise(whenOf(report, article)));
  const named = surely.length > 0 ? surely : leading;
  const vague = namesOf(
    report,
    leading.filter((article) => !named.includes(article)),
  );
  const date = readableDate(report.articles[named[0]].date);
  const all = namesOf(report, leading);
  if (others.length === 0 && all.length > 1)
    return [alternatives(all), ' was first: their dates do not tell which.', undated];
  return [
    ['First in ', alternatives(namesOf(report, named)), /^\d{4}$|^\D/.test(date) ? ' in ' : ' on ', date],
    vague.length > 0 ? [', or in ', alternatives(vague), ', of which but the month or the year is known'] : '',
    others.length > 0 ? `, in ${followers(report, named, others)}.` : '.',
    undated,
  ];
}

/**
 * @param {import('./types').Report} report
 * @param {number[]} articles
 */
function namesOf(report, articles) {
  const names = articles.map((article) => report.articles[article].source ?? report.articles[article].id);
  return [...new Set(names)].map((name) => h('bdi', { class: 'spread-first' }, name));
}

/** @param {Node[]} names */
function alternatives(names) {
  const shown = names.length > 4 ? names.slice(0, 3) : names;
  const list = shown.flatMap((name, i) => (i === 0 ? [name] : [i === names.length - 1 ? ' or ' : ', ', name]));
  return shown.length < names.length ? [...list, ` or one of ${names.length - shown.length} more`] : list;
}

/**
 * @param {import('./types').Report} report
 * @param {number[]} leading
 * @param {number[]} others
 */
function followers(report, leading, others) {
  const precise = others.filter((article) => isPrecise(whenOf(report, article)));
  const noun = `${others.length} other ${others.length === 1 ? 'article' : 'articles'}`;
  const begin = Math.min(...leading.map((article) => whenOf(report, article)[0]));
  if (precise.length < others.length)
    return `${noun} by ${shortDay(Math.max(...others.map((article) => whenOf(report, article)[1])) - 1)}`;
  return `${noun} within ${durationWords(Math.max(...precise.map((article) => whenOf(report, article)[1])) - begin)}`;
}

// What most articles state, in sentences: points, and figures that recur.
import { textAt } from './data.js';
import { foreign, h, link } from './dom.js';
import { wordingsOf } from './figures.js';
import { inBrackets, reach } from './independence.js';
import { quotation } from './point.js';
import { counted, cut, grouped, listed } from './words.js';

/**
 * A point, or a figure that more articles give than state any of the points that hold it.
 * @typedef {{count: number, point?: import('./types').Point, figure?: import('./figures.js').Recurring}} Claim
 */

/**
 * Returns what most articles state.
 * @param {import('./types').Report} report
 * @param {import('./figures.js').Recurring[]} figures
 * @param {number} most
 * @returns {Claim[]}
 */
export function widestClaims(report, figures, most) {
  const wider = figures.filter(
    ({ articles, points }) => articles.length > 2 && points.every((point) => point.articles.length < articles.length),
  );
  const points = [...report.points].sort((x, y) => y.articles.length - x.articles.length || x.index - y.index);
  const told = new Set(wider.map((figure) => widestOf(figure.points)));
  /** @type {Claim[]} */
  const claims = [
    ...wider.map((figure) => ({ count: figure.articles.length, figure })),
    ...points
      .filter((point) => !told.has(point))
      .slice(0, most)
      .map((point) => ({ count: point.articles.length, point })),
  ];
  return claims.sort((x, y) => y.count - x.count).slice(0, most);
}

const verbs = { verbatim: 'say, word for word', near: 'say, in nearly the same words', restated: 'say something like' };

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Point} point
 */
export function pointSentence(report, point) {
  return [
    h('strong', {}, howMany(report, point.articles.length, point.story)),
    inBrackets(reach(report, point.articles, point.voices)),
    ` ${verbs[point.kind]}: `,
    link(`point-${point.index + 1}`, quotation(report, point, 160)),
  ];
}

/** @param {import('./types').Point[]} points */
function widestOf(points) {
  return points.reduce((widest, point) => (point.articles.length > widest.articles.length ? point : widest));
}

/**
 * @param {import('./types').Report} report
 * @param {import('./figures.js').Recurring} recurring
 * @param {number} index among the figures that recur
 */
export function figureSentence(report, recurring, index) {
  const point = widestOf(recurring.points);
  const holders = recurring.figures.map(({ mention }) => mention).filter((mention) => point.mentions.includes(mention));
  const holder = holders.includes(point.label) ? point.label : holders[0];
  const [first, ...others] = wordingsOf(report, recurring);
  const name = [others.length > 0 ? 'about ' : null, h('strong', { class: 'figure-text' }, foreign(recurring.text))];
  return [
    h('strong', {}, howMany(report, recurring.articles.length, point.story)),
    inBrackets(reach(report, recurring.articles)),
    ' give ',
    link(`figure-${index + 1}`, name),
    others.length > 0 ? [' (', listed([first, ...others].map(foreign), 4), ')'] : null,
    ', as in ',
    link(`point-${point.index + 1}`, h('q', { class: 'said', dir: 'auto' }, cut(textAt(report, holder), 110))),
  ];
}

/**
 * How many articles, in words that say whether it is all of them.
 * @param {import('./types').Report} report
 * @param {number} count
 * @param {number} story
 */
function howMany(report, count, story) {
  const all = report.storySizes[story];
  const where = report.stories > 1 ? ' on one story' : '';
  return `${count === all ? `All ${counted(all, 'article')}` : `${grouped(count)} of ${counted(all, 'article')}`}${where}`;
}

// What some articles state and others contradict: both sides of each dispute.
import { textAt } from './data.js';
import { h, link } from './dom.js';
import { articleLink } from './names.js';
import { cut, listed } from './words.js';

/**
 * Returns both sides of a dispute, each with its words and its articles.
 * @param {import('./types').Report} report
 * @param {import('./types').Dispute} dispute
 */
export function disputeSentence(report, dispute) {
  const [first, second] = dispute.sides.map((side) => sideOf(report, side));
  const points = dispute.points
    .filter((point) => point < report.points.length)
    .map((point) => link(`point-${point + 1}`, `point ${point + 1}`));
  return [first, ' against ', second, points.length > 0 ? [': ', listed(points, 3)] : null];
}

/**
 * @param {import('./types').Report} report
 * @param {import('./types').DisputeSide} side
 */
function sideOf(report, side) {
  const articles = side.articles.map((article) => articleLink(report, article));
  return [
    h('q', { class: 'said', dir: 'auto' }, cut(textAt(report, side.label), 110)),
    h('span', { class: 'soft' }, ' (', listed(articles, 3), ')'),
  ];
}

// The views of a report, and which of them the head leads to.
import { articleView } from './article.js';
import { articlesView } from './articles.js';
import { figureView } from './figure.js';
import { matrixView } from './matrix.js';
import { networkView } from './network.js';
import { hasNews, newsView } from './news.js';
import { overviewView } from './overview.js';
import { pairView } from './pair.js';
import { pairsView } from './pairs.js';
import { passageView } from './passage.js';
import { passagesView } from './passages.js';
import { pointView } from './point.js';
import { pointsView } from './points.js';
import { timelineView } from './timeline.js';

/** @type {Record<string, (report: import('./types').Report, route: import('./types').Route) => import('./types').View | null>} */
const views = {
  overview: overviewView,
  pairs: pairsView,
  points: pointsView,
  point: pointView,
  figure: figureView,
  passages: passagesView,
  passage: passageView,
  matrix: matrixView,
  timeline: timelineView,
  network: networkView,
  new: newsView,
  articles: articlesView,
  article: articleView,
  pair: pairView,
};

/**
 * The views of this report, by the first word of their addresses.
 * @param {import('./types').Report} report
 * @returns {import('./types').Shown['views']}
 */
export function viewsOf(report) {
  return Object.fromEntries(
    Object.entries(views).map(([name, view]) => [
      name,
      (/** @type {import('./types').Route} */ route) => view(report, route),
    ]),
  );
}

/**
 * The views that the head leads to, with what they are called there.
 * @param {import('./types').Report} report
 * @returns {[view: string, name: string][]}
 */
export function tabsOf(report) {
  /** @type {[string, string, boolean][]} */
  const all = [
    ['overview', 'Overview', true],
    ['new', 'New and known', hasNews(report)],
    ['pairs', 'Pairs', report.has.ranking],
    ['points', 'Talking points', report.has.points],
    ['passages', 'Copies', report.has.passages || report.has.matrices],
    ['matrix', 'Matrix', report.has.matrices],
    ['timeline', 'Timeline', report.has.dates && (report.has.points || report.has.passages)],
    ['network', 'Network', report.has.points || report.has.passages],
    ['articles', 'Articles', true],
  ];
  return all.filter(([, , isThere]) => isThere).map(([view, name]) => [view, name]);
}

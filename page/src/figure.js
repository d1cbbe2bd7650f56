// A figure that several articles give, whatever point it stands in: each place where it is given, in its context.
import { quoteInContext } from './context.js';
import { fieldText } from './data.js';
import { foreign, h, link } from './dom.js';
import { recurringFigures, wordingsOf } from './figures.js';
import { surroundings } from './marks.js';
import { inBrackets, reach } from './independence.js';
import { articleLink, byline, headline } from './names.js';
import { quotation } from './point.js';
import { stepLinks } from './steps.js';
import { counted, listed, meaning } from './words.js';

/**
 * @param {import('./types').Report} report
 * @param {import('./types').Route} route
 * @returns {import('./types').View | null}
 */
export function figureView(report, route) {
  const all = recurringFigures(report);
  const recurring = all[route.numbers[0] - 1];
  if (!recurring || route.numbers.length !== 1) return null;
  const { text, articles, figures, points } = recurring;
  const wordings = wordingsOf(report, recurring);
  const cards = articles.map((article) =>
    h(
      'li',
      {},
      givenBy(
        report,
        article,
        figures.filter((figure) => figure.mention.article === article),
      ),
    ),
  );
  const content = h(
    'article',
    { class: 'page' },
    stepLinks('figure', route.numbers[0] - 1, all.length, link('overview', 'Overview')),
    h('p', { class: 'soft' }, 'A figure that recurs'),
    h('h1', {}, foreign(text), ` in ${counted(articles.length, 'article')}${inBrackets(reach(report, articles))}`),
    wordings.length > 1
      ? h('p', {}, 'Written as ', listed(wordings.map((words) => h('strong', {}, foreign(words)))), '.')
      : null,
    h('ol', { class: 'plain' }, cards),
    h('h2', {}, 'The talking points that hold it'),
    h(
      'ol',
      { class: 'plain findings-list' },
      points.map((point) => h('li', {}, link(`point-${point.index + 1}`, quotation(report, point)))),
    ),
  );
  return { title: `${text} in ${counted(articles.length, 'article')}`, content };
}

/**
 * @param {import('./types').Report} report
 * @param {number} index
 * @param {import('./types').Figure[]} figures
 */
function givenBy(report, index, figures) {
  const article = report.articles[index];
  const [figure] = figures;
  const text = fieldText(report, figure.mention);
  const [begin, end] = surroundings(text, figure);
  /** @type {import('./types').Mark[]} */
  const marks = figures.map((one) => ({ begin: one.begin, end: one.end, kind: 'figure' }));
  const quoted = quoteInContext(text, marks, [begin, end]);
  const range = meaning(figure);
  return h(
    'div',
    { class: 'card mention' },
    h('h2', {}, articleLink(report, index, headline(article))),
    h('p', {}, byline(article)),
    quoted,
    range ? h('p', { class: 'soft' }, `That is ${range}.`) : null,
  );
}

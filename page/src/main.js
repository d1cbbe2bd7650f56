// The page: reads the data, and shows the view that the address names.
import { articleView } from './article.js';
import { articlesView } from './articles.js';
import { decode } from './data.js';
import { announce, append, h, link } from './dom.js';
import { forgetLists, growAgain, grownCounts } from './grow.js';
import { figureView } from './figure.js';
import { matrixView } from './matrix.js';
import { networkView } from './network.js';
import { hasNews, newsView } from './news.js';
import { overviewView } from './overview.js';
import { pairView } from './pair.js';
import { pairsView } from './pairs.js';
import { passagesView, passageView } from './passages.js';
import { pointView } from './point.js';
import { pointsView } from './points.js';
import { parseRoute } from './router.js';
import { keySwitch, startStepKeys } from './steps.js';
import { startTheme } from './theme.js';
import { timelineView } from './timeline.js';
import { namingChoice } from './names.js';
import { grouped } from './words.js';

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

// The view that a link of the head belongs to, and the words for it.
/** @type {Record<string, string>} */
const parentOf = { point: 'points', figure: 'overview', passage: 'passages', article: 'articles', pair: 'pairs' };

/** @param {import('./types').Report} report */
function tabs(report) {
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
  return all.filter(([, , isThere]) => isThere).map(([view, name]) => link(view, name, { 'data-view': view }));
}

/** @param {import('./types').Route} route */
function notFound(route) {
  const content = [
    h('h1', {}, 'Nothing stands at this address'),
    h('p', {}, 'It may come from another report. ', link('overview', 'To the overview')),
  ];
  return { title: `Nothing at ${route.view}`, content: h('div', { class: 'page' }, content) };
}

/**
 * @param {import('./types').Report} report
 * @param {() => void} redraw
 */
function foot(report, redraw) {
  const left =
    report.leftOut.length > 0
      ? h(
          'p',
          {},
          'To keep this file small it leaves out ',
          report.leftOut.join('; '),
          '. The JSON report has them all.',
        )
      : null;
  return h(
    'div',
    {},
    left,
    keySwitch(),
    namingChoice(redraw),
    h(
      'p',
      {},
      `Made by Reprise ${report.version} from ${grouped(report.articles.length)} texts. It shows places, and leaves to you what they mean.`,
    ),
  );
}

/**
 * Returns the view of an address. What goes wrong in one must not leave another one standing under its address.
 * @param {import('./types').Report} report
 * @param {import('./types').Route} route
 * @returns {import('./types').View}
 */
function viewOf(report, route) {
  try {
    return (Object.hasOwn(views, route.view) && views[route.view](report, route)) || notFound(route);
  } catch (error) {
    console.error(error);
    return notFound(route);
  }
}

function start() {
  const report = decode(JSON.parse(document.getElementById('data')?.textContent ?? ''));
  const main = /** @type {HTMLElement} */ (document.getElementById('main'));
  const nav = /** @type {HTMLElement} */ (document.getElementById('views'));
  append(nav, tabs(report));
  let isFirst = true;

  const show = (/** @type {{y: number, made: number[]} | null} */ place) => {
    const route = parseRoute(location.hash);
    forgetLists();
    const view = viewOf(report, route);
    document.title = `${view.title} · Reprise`;
    main.replaceChildren(view.content);
    for (const tab of nav.children) {
      const isCurrent = tab.getAttribute('data-view') === (parentOf[route.view] ?? route.view);
      if (isCurrent) {
        tab.setAttribute('aria-current', 'page');
        nav.scrollLeft = /** @type {HTMLElement} */ (tab).offsetLeft - nav.offsetLeft - 40;
      } else tab.removeAttribute('aria-current');
    }
    if (!isFirst) {
      main.focus({ preventScroll: true });
      announce(view.title);
    }
    isFirst = false;
    if (place) growAgain(place.made);
    window.scrollTo(0, place?.y ?? 0);
    view.start?.();
  };

  document.getElementById('foot')?.appendChild(foot(report, () => show(history.state)));

  // Each step of the history remembers how long its lists were, and how far it was scrolled.
  history.scrollRestoration = 'manual';
  let timer = 0;
  const remember = () => history.replaceState({ y: window.scrollY, made: grownCounts() }, '');
  window.addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(remember, 150);
  });
  document.addEventListener('click', remember, { capture: true });
  window.addEventListener('popstate', (event) => {
    clearTimeout(timer);
    show(event.state);
  });
  document.querySelector('.skip')?.addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });
  startStepKeys();
  startTheme();
  show(history.state);
}

start();

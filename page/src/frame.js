// The frame around the views: the head with its links, the view that the address names, the foot, and the steps of the
// history. What is shown in it, main.js says, or what serves the page.
import { announce, h, link } from './dom.js';
import { forgetLists, growAgain, grownCounts } from './grow.js';
import { namingChoice } from './names.js';
import { parseRoute } from './router.js';
import { keySwitch, startStepKeys } from './steps.js';
import { startTheme } from './theme.js';

// The view that a link of the head belongs to.
/** @type {Record<string, string>} */
const parentOf = { point: 'points', figure: 'overview', passage: 'passages', article: 'articles', pair: 'pairs' };

/** @param {import('./types').Route} route */
function notFound(route) {
  const content = [
    h('h1', {}, 'Nothing stands at this address'),
    h('p', {}, 'It may come from another report. ', link('overview', 'To the overview')),
  ];
  return { title: `Nothing at ${route.view}`, content: h('div', { class: 'page' }, content) };
}

/**
 * Returns the view of an address. What goes wrong in one must not leave another one standing under its address.
 * @param {import('./types').Shown} shown
 * @param {import('./types').Route} route
 * @returns {import('./types').View}
 */
function viewOf(shown, route) {
  try {
    return (Object.hasOwn(shown.views, route.view) && shown.views[route.view](route)) || notFound(route);
  } catch (error) {
    console.error(error);
    return notFound(route);
  }
}

/**
 * Marks the link of the head that the view belongs to, and brings it into sight.
 * @param {HTMLElement} nav
 * @param {string} view
 */
function markTab(nav, view) {
  for (const tab of nav.children) {
    if (tab.getAttribute('data-view') !== view) {
      tab.removeAttribute('aria-current');
      continue;
    }
    tab.setAttribute('aria-current', 'page');
    nav.scrollLeft = /** @type {HTMLElement} */ (tab).offsetLeft - nav.offsetLeft - 40;
  }
}

/**
 * Starts the page. `shown` is asked again at each step.
 * @param {() => import('./types').Shown} shown
 * @returns {() => void} draws the view anew, and the head and the foot with it
 */
export function startFrame(shown) {
  const main = /** @type {HTMLElement} */ (document.getElementById('main'));
  const nav = /** @type {HTMLElement} */ (document.getElementById('views'));
  const foot = /** @type {HTMLElement} */ (document.getElementById('foot'));
  let isFirst = true;

  const show = (/** @type {{y: number, made: number[]} | null} */ place) => {
    const route = parseRoute(location.hash);
    forgetLists();
    const view = viewOf(shown(), route);
    document.title = `${view.title} · Reprise`;
    main.replaceChildren(view.content);
    markTab(nav, parentOf[route.view] ?? route.view);
    if (!isFirst) {
      main.focus({ preventScroll: true });
      announce(view.title);
    }
    isFirst = false;
    if (place) growAgain(place.made);
    window.scrollTo(0, place?.y ?? 0);
    view.start?.();
  };

  const draw = () => {
    const { tabs, foot: words } = shown();
    nav.replaceChildren(...tabs.map(([view, name]) => link(view, name, { 'data-view': view })));
    foot.replaceChildren(
      h(
        'div',
        {},
        words.before,
        words.hasChoices === false ? null : [keySwitch(), namingChoice(() => show(history.state))],
        words.after,
      ),
    );
    show(history.state);
  };

  watchHistory(show);
  document.querySelector('.skip')?.addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });
  startStepKeys();
  startTheme();
  draw();
  return draw;
}

/**
 * Each step of the history remembers how long its lists were, and how far it was scrolled.
 * @param {(place: {y: number, made: number[]} | null) => void} show
 */
function watchHistory(show) {
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
}

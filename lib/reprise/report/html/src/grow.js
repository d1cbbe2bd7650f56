// Long lists, of which only what has been scrolled to is made.
import { h } from './dom.js';

const step = 40;

/** @type {(() => boolean) | null} */
let growCurrent = null;

/**
 * Returns a list that grows when its end comes near, or when its last entry gets the focus.
 * @template T
 * @param {T[]} items
 * @param {(item: T, i: number) => Node} make the content of an entry
 * @param {Record<string, unknown>} [attributes]
 */
export function growingList(items, make, attributes = {}) {
  const list = h('ol', { class: 'plain', ...attributes });
  const end = h('div', { class: 'end' });
  let made = 0;
  const grow = () => {
    for (const stop = Math.min(made + step, items.length); made < stop; ++made) {
      list.appendChild(h('li', {}, make(items[made], made)));
    }
    if (made >= items.length) watcher.disconnect();
    return made < items.length;
  };
  const watcher = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && grow(), {
    rootMargin: '800px',
  });
  watcher.observe(end);
  list.addEventListener('focusin', (event) => {
    if (event.target instanceof Node && list.lastElementChild?.contains(event.target)) grow();
  });
  grow();
  growCurrent = grow;
  return h('div', {}, list, end);
}

/**
 * Makes the view's list long enough to be scrolled to a place, as after "back".
 * @param {number} y
 */
export function growTo(y) {
  while (document.documentElement.scrollHeight < y + window.innerHeight && growCurrent?.());
}

/** Forgets the list of a view that is left. */
export function forgetList() {
  growCurrent = null;
}

// Long lists, of which only what has been scrolled to is made.
import { h } from './dom.js';

const step = 40;

/**
 * The lists of the view that is shown, in the order in which they were made.
 * @type {{element: HTMLElement, made: () => number, grow: () => boolean}[]}
 */
const shownLists = [];

/**
 * Returns a list that grows when its end comes near, or when its last entry gets the focus.
 * @template T
 * @param {T[]} items
 * @param {(item: T, i: number) => Node} make the content of an entry
 * @param {Record<string, unknown>} [attributes]
 */
export function growingList(items, make, attributes = {}) {
  return growing(h('ol', { class: 'plain', ...attributes }), items, (item, i) => h('li', {}, make(item, i)));
}

/**
 * Returns a table whose rows grow so.
 * @template T
 * @param {HTMLTableElement} table
 * @param {T[]} items
 * @param {(item: T, i: number) => HTMLTableRowElement} makeRow
 */
export function growingTable(table, items, makeRow) {
  const body = table.appendChild(h('tbody'));
  return growing(body, items, makeRow, table);
}

/**
 * @template T
 * @param {HTMLElement} list what the entries are put into
 * @param {T[]} items
 * @param {(item: T, i: number) => HTMLElement} makeEntry
 * @param {HTMLElement} [shown] what stands in the page: the list itself, or a table around it
 */
function growing(list, items, makeEntry, shown = list) {
  const end = h('div', { class: 'end' });
  let made = 0;
  const grow = () => {
    for (const stop = Math.min(made + step, items.length); made < stop; ++made) {
      list.appendChild(makeEntry(items[made], made));
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
  shownLists.push({ element: list, made: () => made, grow });
  return h('div', {}, shown, end);
}

/** Returns how many entries of each list there are, for growAgain. */
export function grownCounts() {
  return shownLists.filter(({ element }) => element.isConnected).map(({ made }) => made());
}

/**
 * Makes the view's lists as long as they were, so that it can be scrolled to where it was.
 * @param {number[]} counts
 */
export function growAgain(counts) {
  const lists = shownLists.filter(({ element }) => element.isConnected);
  lists.forEach(({ made, grow }, i) => {
    while (made() < (counts[i] ?? 0) && grow());
  });
}

/** Forgets the lists of a view that is left. */
export function forgetLists() {
  shownLists.length = 0;
}

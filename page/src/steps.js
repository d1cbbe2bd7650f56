// From one finding to the one before and the one behind it, by links and by keys.
import { tickBox } from './controls.js';
import { h, link } from './dom.js';

/**
 * In which order the lists of views have been seen last.
 * @type {Map<string, number[]>}
 */
const seenOrders = new Map();

/**
 * Lets steps follow a list as it was filtered and sorted.
 * @param {string} view
 * @param {number[]} indices
 */
export function rememberOrder(view, indices) {
  seenOrders.set(view, indices);
}

/**
 * Returns links to the neighbours; "p" and "n" follow them. They are those of the list that was seen last, if it has the
 * finding, else those by number.
 * @param {string} view "point": its addresses are point-1, point-2, …
 * @param {number} index counted from 0
 * @param {number} count
 * @param {Node} [up] a link to the list
 */
export function stepLinks(view, index, count, up) {
  const order = seenOrders.get(view) ?? [];
  const place = order.indexOf(index);
  const [before, behind] = place < 0 ? [index - 1, index + 1] : [order[place - 1] ?? -1, order[place + 1] ?? count];
  const previous = before >= 0 ? stepLink(`${view}-${before + 1}`, 'previous', '← Previous') : null;
  const next = behind < count ? stepLink(`${view}-${behind + 1}`, 'next', 'Next →') : null;
  return h('nav', { class: 'steps', 'aria-label': 'Neighbours' }, up ?? null, previous, next);
}

/**
 * @param {string} address
 * @param {'previous' | 'next'} step
 * @param {string} words
 */
export function stepLink(address, step, words) {
  return link(address, words, { 'data-step': step, 'aria-keyshortcuts': step[0], title: `Key: ${step[0]}` });
}

let areKeysOn = true;

/** A box that turns the keys off: for people to whom a letter happens, or whose software writes them. */
export function keySwitch() {
  return tickBox('The keys n and p lead on and back', areKeysOn, (isTicked) => {
    areKeysOn = isTicked;
  });
}

/** Lets the keys "n" and "p" follow whatever links or buttons of the view say that they lead on or back. */
export function startStepKeys() {
  document.addEventListener('keydown', (event) => {
    if (!areKeysOn || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest('input, select, textarea')) return;
    const step = { n: 'next', p: 'previous' }[event.key];
    const target = step && document.querySelector(`main [data-step="${step}"]`);
    if (!(target instanceof HTMLElement)) return;
    event.preventDefault();
    target.click();
  });
}

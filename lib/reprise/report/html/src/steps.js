// From one finding to the one before and the one behind it, by links and by keys.
import { h, link } from './dom.js';

/**
 * Returns links to the neighbours; "p" and "n" follow them.
 * @param {string} view "point": its addresses are point-1, point-2, …
 * @param {number} index counted from 0
 * @param {number} count
 * @param {Node} [up] a link to the list
 */
export function stepLinks(view, index, count, up) {
  const previous =
    index > 0 ? link(`${view}-${index}`, '← Previous', { 'data-step': 'previous', 'aria-keyshortcuts': 'p' }) : null;
  const next =
    index + 1 < count
      ? link(`${view}-${index + 2}`, 'Next →', { 'data-step': 'next', 'aria-keyshortcuts': 'n' })
      : null;
  return h('nav', { class: 'steps', 'aria-label': 'Neighbours' }, up ?? null, previous, next);
}

/** Lets the keys "n" and "p" follow whatever links or buttons of the view say that they lead on or back. */
export function startStepKeys() {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
    const step = { n: 'next', p: 'previous' }[event.key];
    const target = step && document.querySelector(`main [data-step="${step}"]`);
    if (!(target instanceof HTMLElement)) return;
    event.preventDefault();
    target.click();
  });
}

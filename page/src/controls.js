// What a reader chooses with: a field to search in, a choice out of a few, a box to tick.
import { h } from './dom.js';

/**
 * A form that sends nothing.
 * @param {import('./types').Child[]} controls
 */
export function toolForm(...controls) {
  return h(
    'form',
    { class: 'tools', role: 'search', onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
    controls,
  );
}

/**
 * Calls `change` when somebody has stopped typing.
 * @param {string} label
 * @param {string} value
 * @param {(value: string) => void} change
 */
export function searchField(label, value, change) {
  let timer = 0;
  const typed = () => {
    clearTimeout(timer);
    // Not if the view was left meanwhile.
    timer = setTimeout(() => input.isConnected && change(input.value), 120);
  };
  const input = h('input', { type: 'search', value, oninput: typed });
  return h('label', {}, label, input);
}

/**
 * @param {string} label
 * @param {[value: string, words: string][]} choices
 * @param {string} chosen
 * @param {(value: string) => void} change
 */
export function selection(label, choices, chosen, change) {
  const options = choices.map(([value, words]) => h('option', { value, selected: value === chosen }, words));
  const element = h('select', { onchange: () => change(element.value) }, options);
  return h('label', {}, label, element);
}

/**
 * @param {string} label
 * @param {boolean} isTicked
 * @param {(isTicked: boolean) => void} change
 */
export function tickBox(label, isTicked, change) {
  const box = h('input', { type: 'checkbox', checked: isTicked, onchange: () => change(box.checked) });
  return h('label', { class: 'check' }, box, label);
}

import { h } from './dom.js';

/** @returns {import('./types').View} */
export function networkView() {
  return { title: 'network', content: h('p', {}, 'network') };
}

import { h } from './dom.js';

/** @returns {import('./types').View} */
export function timelineView() {
  return { title: 'timeline', content: h('p', {}, 'timeline') };
}

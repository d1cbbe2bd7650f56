// The page of `reprise dedup --html`: what was removed, why, and whether the threshold lies where it should.
import { h } from '../src/dom.js';
import { startFrame } from '../src/frame.js';
import { clustersView, itemsView, partsView, thresholdView } from './lists.js';
import { summaryView } from './summary.js';

/**
 * The views that this run has something for.
 * @param {import('./types').RawRemoved} data
 * @returns {[address: string, name: string, view: (data: import('./types').RawRemoved) => import('../src/types').View][]}
 */
function viewsOfRemoved(data) {
  /** @type {[string, string, (data: import('./types').RawRemoved) => import('../src/types').View, unknown][]} */
  const all = [
    ['overview', 'Overview', summaryView, true],
    ['clusters', 'Clusters', clustersView, data.clusters.length > 0],
    ['threshold', 'Threshold', thresholdView, data.comparesDocuments],
    ['items', 'Items', itemsView, data.items],
    ['parts', 'Parts', partsView, data.longest?.length],
  ];
  return all.filter(([, , , isThere]) => isThere).map(([address, name, view]) => [address, name, view]);
}

function startRemoved() {
  /** @type {import('./types').RawRemoved} */
  const data = JSON.parse(document.getElementById('data')?.textContent ?? '');
  const views = viewsOfRemoved(data);
  const words = `Made by Reprise ${data.version}. It shows the largest and the nearest; --removed and --clusters list all.`;
  /** @type {import('../src/types').Shown} */
  const shown = {
    views: Object.fromEntries(views.map(([address, , view]) => [address, () => view(data)])),
    tabs: views.map(([address, name]) => [address, name]),
    foot: { before: null, after: h('p', {}, words), hasChoices: false },
  };
  startFrame(() => shown);
}

startRemoved();

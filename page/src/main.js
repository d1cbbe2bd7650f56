// The page of a report: reads the data, and shows the view that the address names.
import { decode } from './data.js';
import { h } from './dom.js';
import { startFrame } from './frame.js';
import { tabsOf, viewsOf } from './views.js';
import { grouped } from './words.js';

/**
 * @param {import('./types').Report} report
 * @returns {import('./types').Shown['foot']}
 */
function footOf(report) {
  const leftOut = report.leftOut.join('; ');
  const before =
    leftOut !== ''
      ? h('p', {}, 'To keep this file small it leaves out ', leftOut, '. The JSON report has them all.')
      : null;
  const count = grouped(report.articles.length);
  const words = `Made by Reprise ${report.version} from ${count} texts. It shows places, and leaves to you what they mean.`;
  return { before, after: h('p', {}, words) };
}

function start() {
  const report = decode(JSON.parse(document.getElementById('data')?.textContent ?? ''));
  const shown = { views: viewsOf(report), tabs: tabsOf(report), foot: footOf(report) };
  startFrame(() => shown);
}

start();

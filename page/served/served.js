// The page of `reprise serve`: asks about a text, and shows the answer in the views of a report.
import { fill } from './answers.js';
import { describeArchive, queryFile, queryText } from './api.js';
import { archiveView, documentView } from './archive.js';
import { askView, makeForm } from './ask.js';
import { decode } from '../src/data.js';
import { h } from '../src/dom.js';
import { startFrame } from '../src/frame.js';
import { tabsOf, viewsOf } from '../src/views.js';
import { counted } from '../src/words.js';

function startServed() {
  /** @type {import('../src/types').Report | null} */
  let report = null;
  const about = h('p', {});
  const answer = (/** @type {() => Promise<import('../src/types').RawReport>} */ ask) =>
    fill(form.status, ask, (rows) => {
      report = decode(rows);
      history.pushState(null, '', '#ask');
      draw();
      return [];
    });
  const form = makeForm({
    text: (text) => answer(() => queryText(text)),
    file: (file) => answer(() => queryFile(file)),
  });

  /** @returns {import('../src/types').Shown} */
  const shown = () => {
    const ask = () => askView(form.element, report);
    const own = { ask, archive: archiveView, document: documentView };
    /** @type {[string, string][]} */
    const tabs = [
      ['ask', 'Ask'],
      ['archive', 'Archive'],
    ];
    return {
      views: report ? { ...viewsOf(report), ...own } : { overview: ask, ...own },
      tabs: report ? [...tabs, ...tabsOf(report)] : tabs,
      foot: { before: null, after: about },
    };
  };
  if (location.hash === '') history.replaceState(null, '', '#ask');
  const draw = startFrame(shown);
  fill(about, describeArchive, ({ version, documents }) => [
    `Served by Reprise ${version} from an archive of ${counted(documents, 'document')}. What you ask is kept nowhere.`,
  ]);
}

startServed();

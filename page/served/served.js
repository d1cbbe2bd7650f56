// The page of `reprise serve`: asks about a text, and shows the answer in the views of a report.
import { fillIn } from './answers.js';
import { describeArchive, queryFile, queryText } from './api.js';
import { archiveView, documentView } from './archive.js';
import { askView, makeForm } from './ask.js';
import { decode } from '../src/data.js';
import { h } from '../src/dom.js';
import { startFrame } from '../src/frame.js';
import { tabsOf, viewsOf } from '../src/views.js';
import { counted } from '../src/words.js';

/**
 * Says what the archive holds; nothing where that is not told.
 * @param {HTMLElement} place
 */
async function tellAbout(place) {
  const facts = await describeArchive().catch(() => null);
  if (!facts) return;
  const holds = counted(facts.documents, 'document');
  place.textContent = `Served by Reprise ${facts.version} from an archive of ${holds}. What you ask is kept nowhere.`;
}

function startServed() {
  /** @type {import('../src/types').Report | null} */
  let report = null;
  const about = h('p', {});
  const answer = (/** @type {() => Promise<import('../src/types').RawReport>} */ ask) =>
    fillIn(form.status, ask, (rows) => {
      report = decode(rows);
      history.pushState(null, '', '#ask');
      draw();
      tellAbout(about);
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
  tellAbout(about);
}

startServed();

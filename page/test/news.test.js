import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../src/data.js';
import { hasNews, knownMarks, newestFirst, newsView } from '../src/news.js';
import { useSmallDom } from './small_dom.js';
import { passageRow, rawReport } from './small_report.js';

useSmallDom();
const texts = [
  { text: 'The bridge is closed again. Bread is dear.', words: 8, reused: 5 },
  { text: 'Nothing of this was said.', words: 5 },
  { text: 'The bridge is closed again. So it was.', words: 8, reused: 5 },
];

/** The last article is a reference. */
function held() {
  const raw = rawReport(texts, { passages: [passageRow(0, 0, 2, { words: 5, length: 27 })] });
  raw.documents[2][12] = 1;
  return decode(raw);
}

test('articles that were held against others are shown, the newest first', () => {
  const report = held();
  assert.ok(hasNews(report));
  assert.deepEqual(
    newestFirst(report).map((article) => article.index),
    [1, 0],
  );
});

test('what stood there before is marked, with a link to its passage', () => {
  const report = held();
  const marks = knownMarks(report, report.articles[0]);
  assert.deepEqual(
    marks.map(({ begin, end, kind, key }) => ({ begin, end, kind, key })),
    [{ begin: 0, end: 27, kind: 'known', key: 'passage-1' }],
  );
  assert.deepEqual(knownMarks(report, report.articles[1]), []);
});

test('without references there is no such view', () => {
  const report = decode(rawReport(texts, { passages: [] }));
  assert.equal(hasNews(report), false);
  assert.equal(newsView(report), null);
});

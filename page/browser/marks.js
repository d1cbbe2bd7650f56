// What is highlighted is what the JSON report's offsets say: character by character, with the findings that it belongs to.
//
// Both are brought to runs of [text, findings, kinds]. Blanks are left out: the page parts paragraphs, and shows no empty lines.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostileCollection } from './hostile.js';
import { go, makeReport, open, quiet, sampleReport } from './support.js';

/** @typedef {[text: string, keys: string, kinds: string][]} Runs */

/** Runs in the page. Returns title and text of each article that is shown, read from its nodes. */
function shownRuns() {
  const read = (/** @type {Element} */ root, /** @type {(node: Element) => boolean} */ isOutside) => {
    /** @type {[string, string, string][]} */
    const runs = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = /** @type {Element} */ (walker.currentNode.parentElement);
      if (parent.closest('.note') || isOutside(parent)) continue;
      const text = (walker.currentNode.textContent ?? '').replace(/\s/gu, '');
      const mark = parent.closest('mark');
      const keys = (mark?.getAttribute('data-keys') ?? '').split(' ').sort().join(' ');
      const kinds = [...(mark?.classList ?? [])]
        .filter((name) => name !== 'current')
        .sort()
        .join(' ');
      const last = runs[runs.length - 1];
      if (last && last[1] === keys && last[2] === kinds) last[0] += text;
      else if (text) runs.push([text, keys, kinds]);
    }
    return runs;
  };
  return [...document.querySelectorAll('#main .text')].map((body) => ({
    title: [...body.querySelectorAll('.marked-title')].flatMap((title) => read(title, () => false)),
    text: read(body, (node) => node.closest('.marked-title') !== null),
  }));
}

/**
 * Returns where in the text, in code points, a byte of its file stands; none if the file is not the text as it is.
 * @param {any} document
 */
function characterOfByte(document) {
  const bytes = Buffer.from(document.text);
  if (bytes.length !== document.bytes || document.text.includes('\uFFFD')) return null;
  return (/** @type {number} */ at) => [...bytes.subarray(0, at).toString()].length;
}

/**
 * Returns what is to be marked in a field of a document: [begin, end, key, kind], in code points.
 * @param {any} json
 * @param {number} index
 * @param {string} field "text" or "title"
 * @param {(id: number, key: string) => boolean} isAsked
 */
function expectedMarks(json, index, field, isAsked) {
  /** @type {[number, number, string, string][]} */
  const marks = [];
  const isHere = (/** @type {any} */ place) => place.document === index && (place.field ?? 'text') === field;
  const at = field === 'text' ? characterOfByte(json.documents[index]) : null;
  for (const passage of json.passages ?? []) {
    const key = `passage-${passage.id + 1}`;
    for (const side of ['a', 'b']) {
      const place = passage[side];
      if (!isHere(place) || !isAsked(passage.id, key)) continue;
      marks.push([place.begin_char, place.end_char, key, 'passage']);
      for (const edit of at ? passage.edits : []) marks.push([at(edit[side][0]), at(edit[side][1]), key, 'differs']);
    }
  }
  for (const point of json.points ?? []) {
    const key = `point-${point.id + 1}`;
    if (!isAsked(point.id, key)) continue;
    for (const mention of point.mentions)
      if (isHere(mention)) marks.push([mention.begin_char, mention.end_char, key, mention.denied ? 'denied' : 'point']);
    for (const figure of point.figures)
      if (isHere(point.mentions[figure.mention])) marks.push([figure.begin_char, figure.end_char, key, 'figure']);
  }
  return { marks, knowsEdits: at !== null };
}

/**
 * @param {string} text
 * @param {[number, number, string, string][]} marks
 * @returns {Runs}
 */
function expectedRuns(text, marks) {
  /** @type {Runs} */
  const runs = [];
  [...text].forEach((character, i) => {
    if (/\s/u.test(character)) return;
    const here = marks.filter(([begin, end]) => begin <= i && i < end);
    const joined = (/** @type {2 | 3} */ part) => [...new Set(here.map((mark) => mark[part]))].sort().join(' ');
    const last = runs[runs.length - 1];
    if (last && last[1] === joined(2) && last[2] === joined(3)) last[0] += character;
    else runs.push([character, joined(2), joined(3)]);
  });
  return runs;
}

/**
 * Where edits can't be counted, runs that differ in them alone become one.
 * @param {Runs} runs
 */
function withoutEdits(runs) {
  /** @type {Runs} */
  const merged = [];
  for (const [text, keys, allKinds] of runs) {
    const kinds = allKinds
      .split(' ')
      .filter((kind) => kind !== 'differs')
      .join(' ');
    const last = merged[merged.length - 1];
    if (last && last[1] === keys && last[2] === kinds) last[0] += text;
    else merged.push([text, keys, kinds]);
  }
  return merged;
}

/**
 * @param {any} json
 * @param {number} index
 * @param {{title: Runs, text: Runs}} shown
 * @param {(id: number, key: string) => boolean} [isAsked]
 */
function checkArticle(json, index, shown, isAsked = () => true) {
  const document = json.documents[index];
  const original = json.documents.findIndex((/** @type {any} */ other) => other.text === document.text);
  const text = expectedMarks(json, original, 'text', isAsked);
  const title = expectedMarks(json, original, 'title', isAsked);
  const wanted = expectedRuns(document.text, text.marks);
  const seen = text.knowsEdits ? shown.text : withoutEdits(shown.text);
  assert.deepEqual(seen, text.knowsEdits ? wanted : withoutEdits(wanted), document.id);
  const titles = title.marks.length > 0 ? expectedRuns(document.title ?? '', title.marks) : [];
  assert.deepEqual(withoutEdits(shown.title), titles, `title of ${document.id}`);
  return text.marks.length + title.marks.length;
}

/** @param {{url: string, json: any}} report */
async function checkArticles(report) {
  const page = await open(report, 'overview');
  let marks = 0;
  for (let i = 0; i < report.json.documents.length; ++i) {
    await go(`article-${i + 1}`);
    const [shown] = await page.evaluate(shownRuns);
    marks += checkArticle(report.json, i, shown);
  }
  await quiet();
  return marks;
}

test('the highlighted text of every article is that of the offsets', async () => {
  assert.ok((await checkArticles(sampleReport())) > 300);
});

test('so it is with characters beyond the BMP, other encodings, broken bytes and several scripts', async () => {
  assert.ok((await checkArticles(makeReport('hostile', 'compare', hostileCollection()))) > 100);
});

test('two articles side by side show what both have, and nothing else', async () => {
  const report = sampleReport();
  const pairs = report.json.passages.map((/** @type {any} */ one) => [one.a.document, one.b.document]).slice(0, 6);
  for (const [a, b] of [...pairs, [7, 10], [0, 1]]) {
    const page = await open(report, `pair-${a + 1}-${b + 1}`);
    const sides = await page.evaluate(shownRuns);
    const isShared = (/** @type {number} */ id, /** @type {string} */ key) => {
      const found = key.startsWith('point')
        ? report.json.points[id].mentions
        : [report.json.passages[id].a, report.json.passages[id].b];
      const documents = found.map((/** @type {any} */ place) => place.document);
      return documents.includes(a) && documents.includes(b);
    };
    checkArticle(report.json, a, sides[0], isShared);
    checkArticle(report.json, b, sides[1], isShared);
  }
  await quiet();
});

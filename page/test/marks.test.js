import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editMarks, markedParagraphs, markedStretch, paragraphs, surroundings } from '../src/marks.js';
import { outline, useSmallDom } from './small_dom.js';

useSmallDom();

/** @typedef {import('../src/types').Mark} Mark */

const marked = (/** @type {string} */ text, /** @type {Mark[]} */ marks, begin = 0, end = text.length) =>
  markedStretch(text, marks, begin, end).map(outline).join('');

test('a mark holds its text, and no more', () => {
  assert.equal(
    marked('one two three', [{ begin: 4, end: 7, kind: 'point', key: 'point-1' }]),
    'one [two](point point-1) three',
  );
  assert.equal(marked('one', []), 'one');
  assert.equal(marked('one', [{ begin: 1, end: 1, kind: 'differs' }]), 'one'); // nothing differs on this side
});

test('marks that overlap share the stretch', () => {
  const marks = /** @type {Mark[]} */ ([
    { begin: 0, end: 5, kind: 'passage', key: 'passage-1' },
    { begin: 3, end: 8, kind: 'point', key: 'point-2' },
    { begin: 3, end: 4, kind: 'figure', key: 'point-2' },
  ]);
  assert.equal(
    marked('abcdefghij', marks),
    '[abc](passage passage-1)[d](passage point figure passage-1 point-2)[e](passage point passage-1 point-2)[fgh](point point-2)ij',
  );
});

test('a stretch cuts marks that run beyond it', () => {
  assert.equal(marked('abcdefgh', [{ begin: 0, end: 8, kind: 'by' }], 2, 5), '[cde](by)');
  assert.equal(marked('abcdefgh', [{ begin: 0, end: 2, kind: 'by' }], 2, 5), 'cde');
});

test('a note stands before its mark, once where marks of one finding overlap', () => {
  const note = (/** @type {string} */ text) => ({ text, href: '#x', label: text });
  const marks = /** @type {Mark[]} */ ([
    { begin: 2, end: 6, kind: 'point', key: 'point-1', note: note('1') },
    { begin: 4, end: 8, kind: 'point', key: 'point-1', note: note('1') },
    { begin: 4, end: 5, kind: 'point', key: 'point-2', note: note('2') },
  ]);
  assert.equal(
    outline({ children: markedStretch('abcdefghij', marks, 0, 10) })
      .match(/\^\d\^/g)
      ?.join(''),
    '^1^^2^',
  );
});

test('a mark runs on through paragraphs', () => {
  const text = 'One.\n\nTwo.';
  const shown = outline(markedParagraphs(text, [{ begin: 2, end: 8, kind: 'passage', key: 'passage-1' }]));
  assert.equal(shown, '<p>On[e.](passage passage-1)</p><p>[Tw](passage passage-1)o.</p>');
});

test('paragraphs are parted by empty lines of any kind', () => {
  const cut = (/** @type {string} */ text) => paragraphs(text).map(([begin, end]) => text.slice(begin, end));
  assert.deepEqual(cut('a\nb\n\nc'), ['a\nb', 'c']);
  assert.deepEqual(cut('a\r\n\r\n\r\nb\r\n \t\r\nc\r\nd'), ['a', 'b', 'c\r\nd']);
  assert.deepEqual(cut('\n\na\n\n'), ['a']);
  assert.deepEqual(cut('\n \n'), []);
  assert.deepEqual(cut(''), []);
  assert.deepEqual(cut('😀\n\n😀'), ['😀', '😀']);
  const blanks = `a${' \n'.repeat(20000)}b`;
  const begin = performance.now();
  paragraphs(blanks);
  assert.ok(performance.now() - begin < 1000, 'blank lines take no square time');
});

/**
 * The text around what stands between brackets.
 * @param {string} bracketed
 * @param {number} [reach]
 */
function around(bracketed, reach) {
  const begin = bracketed.indexOf('[');
  const end = bracketed.indexOf(']') - 1;
  const text = bracketed.replace('[', '').replace(']', '');
  const [from, to] = surroundings(text, { begin, end }, reach);
  assert.ok(from >= 0 && from <= begin && to >= end && to <= text.length);
  return text.slice(from, to);
}

test('around a place stands its sentence', () => {
  assert.equal(around('First one. Second [has it] inside. Third.'), 'Second has it inside.');
  assert.equal(around('He said: “So be it.” Then [he left]. “Why?” Nobody knew.'), 'Then he left.');
  assert.equal(around('[All of it]'), 'All of it');
  assert.equal(around('No end and [no begin'.replace('[no begin', '[no] begin')), 'No end and no begin');
});

test('it stays inside the paragraph', () => {
  assert.equal(around('Before\n\nHere [it] is\n\nBehind').trim(), 'Here it is');
  assert.equal(around('Before\r\n\r\nHere [it] is\r\n\r\nBehind').trim(), 'Here it is');
});

test('a long sentence is cut at a blank, and a text without blanks somewhere', () => {
  const words = 'word '.repeat(100);
  const shown = around(`${words}[here] ${words}`, 22);
  assert.match(shown, /^(word )+here( word)*$/);
  assert.ok(shown.length < 50);
  assert.ok(around(`${'x'.repeat(500)}[here]${'y'.repeat(500)}`, 20).length <= 44);
});

test('no character is cut in two', () => {
  for (let reach = 1; reach < 12; ++reach) {
    const shown = around(`${'😀'.repeat(10)}[here]${'😀'.repeat(10)}`, reach);
    assert.doesNotMatch(shown, /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/, `${reach}`);
  }
});

test('right-to-left text and marks of sentences of other scripts', () => {
  assert.equal(around('خبر عاجل؟ نعم. ارتفعت [الأسعار] كثيرا. وداعا.'), 'ارتفعت الأسعار كثيرا.');
  assert.equal(around('שלום. המחירים [עלו] מאוד. סוף.'), 'המחירים עלו מאוד.');
});

test('edits are marked on the side that is asked for', () => {
  const passage = /** @type {import('../src/types').Passage} */ (
    /** @type {unknown} */ ({
      a: { begin: 100, end: 150 },
      b: { begin: 7, end: 60 },
      edits: [5, 9, 5, 5, 20, 24, 16, 21],
    })
  );
  const spans = (/** @type {Mark[]} */ marks) => marks.map(({ begin, end }) => [begin, end]);
  assert.deepEqual(spans(editMarks(passage, passage.a)), [
    [105, 109],
    [120, 124],
  ]);
  assert.deepEqual(spans(editMarks(passage, passage.b)), [[23, 28]]);
});

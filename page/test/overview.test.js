import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../src/data.js';
import { overviewView } from '../src/overview.js';
import { useSmallDom } from './small_dom.js';
import { passageRow, rawReport } from './small_report.js';

useSmallDom();

const texts = [{ text: 'The bridge is closed again.' }, { text: 'The bridge is closed, too.' }];

/** @param {Partial<import('../src/types').RawReport>} parts */
function shown(parts) {
  return overviewView(decode(rawReport(texts, parts))).content.textContent ?? '';
}

test('passages that are in no sentence of the overview are in its list, not denied', () => {
  const page = shown({ passages: [passageRow(0, 0, 1, { words: 9 }), passageRow(1, 0, 1)] });
  assert.match(page, /What they share2 shared passages, the longest of 9 words/);
  assert.doesNotMatch(page, /Nothing in common/);
});

test('nothing is said to be missing that was not looked for', () => {
  assert.match(shown({ passages: [] }), /There are no shared passages\./);
  assert.match(shown({ passages: [], points: [] }), /There are no shared passages and no talking points\./);
});

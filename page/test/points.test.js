import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../src/data.js';
import { anyArticle } from '../src/filters.js';
import { choosePoints, savedPoints } from '../src/points.js';
import { pointRow, rawReport } from './small_report.js';

/** @typedef {import('../src/types').MentionRow} MentionRow */

const said = (/** @type {number} */ article, denied = /** @type {0 | 1} */ (0)) =>
  /** @type {MentionRow} */ ([2 * article, 0, 99, denied]);
const figure = (/** @type {number} */ mention, /** @type {number} */ value) =>
  /** @type {import('../src/types').FigureRow} */ ([mention, 0, 2, 'count', '', value, value, '']);

const report = decode(
  rawReport(
    [
      { text: 'The bridge is closed.', source: 'Post', when: [300, 400] },
      { text: 'Ferries stay CLOSED, too.', source: 'Echo', when: [100, 200] },
      { text: 'Nothing of it is true.', source: 'Wire', story: 1 },
    ],
    {
      points: [
        pointRow({ mentions: [said(0), said(1)], first: [1] }),
        pointRow({
          mentions: [said(0), said(1), said(2)],
          kind: 2,
          story: 1,
          first: [0],
          figures: [figure(0, 1), figure(1, 2)],
          disagreements: [0, 1],
        }),
        pointRow({
          mentions: [said(0), said(2, 1)],
          kind: 1,
          first: null,
          updated: 1,
          figures: [figure(0, 1), figure(1, 2)],
          disagreements: [0, 1],
        }),
      ],
    },
  ),
);

/** @param {Partial<import('../src/points.js').Settings>} settings */
function chosen(settings) {
  const all = { find: '', ...anyArticle(), kind: '', least: '', figures: '', story: '', sort: '', ...settings };
  return choosePoints(report, all).map((point) => point.index);
}

test('without settings all points come, those of most articles first', () => {
  assert.deepEqual(chosen({}), [1, 0, 2]);
});

test('all words that are searched for must be there, in any mention and in any case', () => {
  assert.deepEqual(chosen({ find: 'closed' }), [1, 0, 2]);
  assert.deepEqual(chosen({ find: ' FERRIES  bridge ' }), [1, 0]);
  assert.deepEqual(chosen({ find: 'nothing' }), [1, 2]);
  assert.deepEqual(chosen({ find: '.*' }), []);
});

test('each setting narrows the choice', () => {
  assert.deepEqual(chosen({ source: 'Wire' }), [1, 2]);
  assert.deepEqual(chosen({ kind: 'restated' }), [1]);
  assert.deepEqual(chosen({ least: '2' }), [1, 0]); // who only denies it does not state it
  assert.deepEqual(chosen({ figures: 'disagree' }), [1, 2]);
  assert.deepEqual(chosen({ story: '2' }), [1]);
  assert.deepEqual(chosen({ source: 'Wire', kind: 'near' }), [2]);
  assert.deepEqual(chosen({ least: 'x', sort: 'constructor' }), [1, 0, 2]); // nonsense in an address does no harm
});

test('orders keep those that are equal as they were', () => {
  assert.deepEqual(chosen({ sort: 'sure' }), [0, 1, 2]);
  assert.deepEqual(chosen({ sort: 'first' }), [0, 1, 2]);
  assert.deepEqual(chosen({ sort: 'figures' }), [1, 2, 0]); // what merely moved on comes behind
});

test('what is shown is what a file holds', () => {
  const [columns, ...rows] = savedPoints(report, report.points);
  assert.equal(columns.length, rows[0].length);
  assert.deepEqual(
    rows.map((row) => row[0]),
    [1, 2, 3],
  );
  assert.deepEqual(rows[1].slice(4, 10), [3, 3, 3, 'yes', 'Post', 'Post; Echo; Wire']);
});

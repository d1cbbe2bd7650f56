import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../src/data.js';
import { rawReport } from './small_report.js';

test('a dispute has two sides, each with its articles', () => {
  const report = decode(
    rawReport(
      [{ text: 'The council welcomed it.' }, { text: 'The council rejected it.' }, { text: 'It was rejected.' }],
      {
        disputes: [
          [
            2,
            [0],
            [
              [
                0,
                'rejected',
                [
                  [2, 0, 23, 0],
                  [4, 0, 15, 0],
                ],
              ],
              [0, 'welcomed', [[0, 0, 23, 0]]],
            ],
          ],
        ],
      },
    ),
  );
  const [dispute] = report.disputes;
  assert.equal(dispute.kind, 'antonym');
  assert.deepEqual(
    dispute.sides.map((side) => [side.words, side.articles, side.label.article]),
    [
      ['rejected', [1, 2], 1],
      ['welcomed', [0], 0],
    ],
  );
});

test('a report without disputes has none', () => {
  assert.deepEqual(decode(rawReport([{}])).disputes, []);
});

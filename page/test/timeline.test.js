import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datedOf, earliestOf, stacked, withCopies } from '../src/spread.js';
import { axisRange, axisShare, durationWords, shortDay, timeTicks, yearsOf } from '../src/timeaxis.js';

const day = 24 * 3600;
const at = (/** @type {string} */ date) => Date.parse(date) / 1000;

/** @param {Partial<import('../src/types').Article>[]} articles */
function fake(articles) {
  const all = articles.map((article, index) => ({ index, original: index, when: null, ...article }));
  return /** @type {import('../src/types').Report} */ (/** @type {unknown} */ ({ articles: all }));
}

test('ticks stand at round times', () => {
  assert.deepEqual(
    timeTicks([at('2031-03-04T05:00:00Z'), at('2031-03-06T20:00:00Z')], 6).map(({ label }) => label),
    ['12:00', '5 Mar', '12:00', '6 Mar', '12:00'],
  );
  assert.deepEqual(
    timeTicks([at('2030-11-10T00:00:00Z'), at('2031-03-06T00:00:00Z')], 6).map(({ label }) => label),
    ['Dec', '2031', 'Feb', 'Mar'],
  );
  assert.deepEqual(
    timeTicks([at('1815-01-02T00:00:00Z'), at('1849-06-01T00:00:00Z')], 6).map(({ label }) => label),
    ['1820', '1825', '1830', '1835', '1840', '1845'],
  );
});

test('there are never more ticks than asked for', () => {
  for (let span = 3600; span < 3e11; span *= 1.7) {
    const ticks = timeTicks([-span / 3, span], 7);
    assert.ok(ticks.length <= 8, String(span));
    assert.ok(ticks.every(({ at: time }) => time >= -span / 3 && time <= span));
  }
});

test('a year does not widen the axis of days inside it', () => {
  const year = /** @type {[number, number]} */ ([at('2031-01-01'), at('2032-01-01')]);
  const [from, to] = axisRange([year, [at('2031-05-01'), at('2031-05-02')], [at('2031-05-09'), at('2031-05-10')]]);
  assert.ok(from > at('2031-04-29') && to < at('2031-05-12'));
  const [early] = axisRange([
    [at('2029-01-01'), at('2030-01-01')],
    [at('2031-05-09'), at('2031-05-10')],
  ]);
  assert.ok(early < at('2029-01-01'));
});

test('shares stay on the axis', () => {
  assert.equal(axisShare(5, [0, 10]), 50);
  assert.equal(axisShare(-5, [0, 10]), 0);
  assert.equal(axisShare(50, [0, 10]), 100);
});

test('durations are rounded up', () => {
  assert.deepEqual(
    [0, 1, 59 * 60, 2 * 3600, 2 * day, 2 * day + 7200, 30 * day, 200 * day, 1000 * day].map(durationWords),
    ['1 minute', '1 minute', '59 minutes', '2 hours', '2 days', '3 days', '5 weeks', '7 months', '3 years'],
  );
  assert.equal(yearsOf([at('2030-12-31'), at('2031-01-02')]), '2030–2031');
  assert.equal(shortDay(at('2031-05-12T23:59:59Z')), '12 May 2031');
});

test('first may be each that no other is surely earlier than', () => {
  const report = fake([{ when: [0, 100] }, { when: [50, 60] }, { when: [60, 70] }, {}, { when: [100, 101] }]);
  const dated = datedOf(report, [0, 1, 2, 3, 4]);
  assert.deepEqual(dated, [0, 1, 2, 4]);
  assert.deepEqual(earliestOf(report, dated), [0, 1]);
});

test('copies come along', () => {
  const report = fake([{}, {}, { original: 0 }, { original: 0 }]);
  assert.deepEqual(withCopies(report, [0]), [0, 2, 3]);
  assert.deepEqual(withCopies(report, [3, 1]), [0, 1, 2, 3]);
});

test('dots at one place stand on each other, those apart beside', () => {
  assert.deepEqual(
    stacked([1, 1.5, 2, 30]).map(({ level }) => level),
    [0, 1, 2, 0],
  );
  assert.ok(stacked(Array(100).fill(7)).every(({ level }) => level >= 0 && level < 6));
});

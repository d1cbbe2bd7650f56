// Two articles side by side: what is chosen on one side is seen on the other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { becomes, go, hash, open, quiet, sampleReport, texts } from './support.js';

const report = sampleReport();

/** Runs in the page: for both columns, whether marks of a finding are to be seen in them; and in the window, if asked. */
function seenIn(/** @type {readonly [string, boolean]} */ [key, isInWindow]) {
  return [...document.querySelectorAll('.column')].map((column) => {
    const frame = column.getBoundingClientRect();
    const marks = [...column.querySelectorAll(`mark[data-keys~="${key}"]`)].flatMap((mark) => [
      ...mark.getClientRects(),
    ]);
    const top = isInWindow ? Math.max(frame.top, 0) : frame.top;
    const bottom = isInWindow ? Math.min(frame.bottom, window.innerHeight) : frame.bottom;
    return marks.some((rect) => rect.top >= top - 1 && rect.bottom <= bottom + 1);
  });
}

/** The findings that two long articles share. */
async function sharedKeys(/** @type {import('playwright-core').Page} */ page) {
  return page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll('.column mark[data-keys]')].flatMap((mark) =>
        (mark.getAttribute('data-keys') ?? '').split(' '),
      ),
    ),
  ]);
}

/** Runs in the page: scrolls one side to a finding, the other side away, and clicks. Returns what is chosen then. */
function clickMark(/** @type {readonly [number, number, string]} */ [from, to, key]) {
  const columns = document.querySelectorAll('.column');
  const mark = /** @type {HTMLElement} */ (columns[from].querySelector(`mark[data-keys~="${key}"]`));
  mark.scrollIntoView({ block: 'center' });
  columns[to].scrollTop = columns[to].scrollHeight;
  mark.click();
  return new URLSearchParams(location.hash.split('?')[1]).get('at') ?? '';
}

for (const width of [1280, 360]) {
  test(`a click on a mark shows the same finding on the other side, ${width} wide`, async () => {
    const page = await open(report, 'pair-20-21', { width, height: 640 });
    const keys = await sharedKeys(page);
    assert.ok(keys.length > 5);
    for (const sides of /** @type {const} */ ([
      [0, 1],
      [1, 0],
    ])) {
      for (const key of keys) {
        const chosen = await page.evaluate(clickMark, /** @type {const} */ ([...sides, key]));
        const seen = await page.evaluate(seenIn, /** @type {const} */ ([chosen, width > 360]));
        assert.equal(seen[sides[1]], true, `${chosen} in column ${sides[1]}`);
      }
    }
    await quiet();
  });
}

test('the keys n and p, and the buttons, go through all findings on both sides', async () => {
  const page = await open(report, 'pair-20-21', { height: 640 });
  const keys = await sharedKeys(page);
  const visited = [];
  for (let i = 0; i < keys.length; ++i) {
    await page.keyboard.press('n');
    const [where] = await texts('.pair-bar output');
    assert.match(where, new RegExp(`^${i + 1} of ${keys.length}: (talking point|passage) \\d+$`));
    visited.push(hash().split('at=')[1]);
    assert.deepEqual(await page.evaluate(seenIn, [visited[i], true]), [true, true], visited[i]);
    assert.ok((await page.locator('.column:first-child mark.current').count()) > 0);
    assert.ok((await page.locator('.column:last-child mark.current').count()) > 0);
  }
  assert.deepEqual([...visited].sort(), [...keys].sort());
  await page.keyboard.press('p');
  await becomes(() => hash().split('at=')[1], visited[visited.length - 2]);
  await page.click('.pair-bar button:has-text("Next")');
  await page.click('.pair-bar button:has-text("Next")');
  await becomes(() => hash().split('at=')[1], visited[0]);
  await page.click('.pair-bar button:has-text("Previous")');
  await becomes(() => hash().split('at=')[1], visited[visited.length - 1]);
  await quiet();
});

test('an address with a finding shows it at once, and a reload keeps it', async () => {
  const page = await open(report, 'pair-20-21', { height: 640 });
  const keys = await sharedKeys(page);
  const key = keys[keys.length - 1];
  await go(`pair-20-21?at=${key}`);
  assert.deepEqual(await page.evaluate(seenIn, [key, true]), [true, true]);
  await page.reload();
  assert.deepEqual(await page.evaluate(seenIn, [key, true]), [true, true]);
  await quiet();
});

test('two articles with nothing in common stand beside each other without marks', async () => {
  const page = await open(report, 'pair-1-27');
  assert.equal(await page.locator('.column mark').count(), 0);
  assert.equal(await page.locator('.pair-bar button').count(), 0);
  assert.match((await texts('.lead'))[0], /^0 passages in common/);
  await quiet();
});

// Two articles side by side: what is chosen on one side is seen on the other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { becomes, go, hash, open, quiet, sampleReport, texts } from './support.js';

const report = sampleReport();

/** Runs in the page: for both columns, whether marks of a finding are to be seen in them. */
function seenIn(/** @type {string} */ key) {
  return [...document.querySelectorAll('.column')].map((column) => {
    const frame = column.getBoundingClientRect();
    const marks = [...column.querySelectorAll(`mark[data-keys~="${key}"]`)].flatMap((mark) => [
      ...mark.getClientRects(),
    ]);
    const top = Math.max(frame.top, 0);
    const bottom = Math.min(frame.bottom, window.innerHeight);
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

for (const width of [1280, 360]) {
  test(`a click on a mark shows the same finding on the other side, ${width} wide`, async () => {
    const page = await open(report, 'pair-20-21', { width, height: 640 });
    const keys = await sharedKeys(page);
    assert.ok(keys.length > 5);
    for (const [from, to] of [
      [0, 1],
      [1, 0],
    ]) {
      for (const key of keys) {
        const clicked = await page.evaluate(([own, other, wanted]) => {
          const columns = document.querySelectorAll('.column');
          for (const column of columns) column.scrollTop = 0;
          const mark = columns[Number(own)].querySelector(`mark[data-keys~="${wanted}"]`);
          if (!mark) return null;
          mark.scrollIntoView({ block: 'center' });
          columns[Number(other)].scrollTop = columns[Number(other)].scrollHeight;
          const chosen = columns[Number(other)];
          /** @type {HTMLElement} */ (mark).click();
          return chosen.querySelector('mark.current') && new URLSearchParams(location.hash.split('?')[1]).get('at');
        }, /** @type {const} */ ([from, to, key]));
        assert.ok(clicked, `${key} in column ${from}`);
        const seen = await page.evaluate(seenIn, clicked);
        assert.ok(width > 360 ? seen[to] : true, `${clicked} in column ${to}`);
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
    assert.match(where, new RegExp(`^${i + 1} of ${keys.length}: (point|passage) \\d+$`));
    visited.push(hash().split('at=')[1]);
    assert.deepEqual(await page.evaluate(seenIn, visited[i]), [true, true], visited[i]);
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
  assert.deepEqual(await page.evaluate(seenIn, key), [true, true]);
  await page.reload();
  assert.deepEqual(await page.evaluate(seenIn, key), [true, true]);
  await quiet();
});

test('two articles with nothing in common stand beside each other without marks', async () => {
  const page = await open(report, 'pair-1-27');
  assert.equal(await page.locator('.column mark').count(), 0);
  assert.equal(await page.locator('.pair-bar button').count(), 0);
  assert.match((await texts('.lead'))[0], /^0 passages in common/);
  await quiet();
});

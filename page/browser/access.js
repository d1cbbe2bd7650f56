// For everybody: axe's rules, keyboard, narrow screens, paper.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { hostileCollection } from './hostile.js';
import { addresses, becomes, go, makeReport, open, quiet, sampleReport, texts } from './support.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const report = sampleReport();
const { a, b } = report.json.passages[0];
const disagreeing = report.json.points.findIndex((/** @type {any} */ point) => point.disagreements.length > 0);
const denied = report.json.points.findIndex((/** @type {any} */ point) =>
  point.mentions.some((/** @type {any} */ one) => one.denied),
);
const views = [
  ...addresses(report.json),
  'timeline',
  'figure-1',
  `point-${disagreeing + 1}`,
  `point-${denied + 1}`,
  'article-8',
  `pair-${a.document + 1}-${b.document + 1}?at=passage-1`,
];

/** Runs in the page. Returns what axe finds wrong: rule, element, reason. */
async function violations(/** @type {string[]} */ rules) {
  // @ts-expect-error: brought in as a script
  const { violations: found } = await window.axe.run(document, {
    resultTypes: ['violations'],
    ...(rules.length > 0 ? { runOnly: rules } : {}),
  });
  return found.flatMap((/** @type {any} */ one) =>
    one.nodes
      .slice(0, 3)
      .map(
        (/** @type {any} */ node) =>
          `${one.id}: ${node.html.slice(0, 120)} ${node.any[0]?.message ?? node.failureSummary}`,
      ),
  );
}

// Colours are another matter in the dark, sizes and order on a narrow screen; all else is the same.
const colours = ['color-contrast', 'link-in-text-block'];
const sizes = ['scrollable-region-focusable', 'target-size', 'color-contrast'];

for (const [name, how, rules] of /** @type {const} */ ([
  ['light and wide', {}, []],
  ['dark and wide', { scheme: 'dark' }, colours],
  ['light and narrow', { width: 360 }, sizes],
  ['dark and narrow', { width: 360, scheme: 'dark' }, colours],
])) {
  test(`axe finds nothing to object to in any view, ${name}`, async () => {
    const page = await open(report, 'overview', how);
    await page.evaluate(axe);
    const wrong = [];
    for (const address of new Set(views)) {
      await go(address);
      const found = await page.evaluate(violations, [...rules]);
      wrong.push(...found.map((/** @type {string} */ one) => `${address}: ${one}`));
    }
    assert.deepEqual(wrong, []);
    await quiet();
  });
}

test('no view scrolls sideways on a narrow screen', async () => {
  const wrong = [];
  for (const shown of [report, makeReport('hostile', 'compare', hostileCollection())]) {
    const page = await open(shown, 'overview', { width: 360 });
    const list =
      shown === report
        ? views
        : [
            ...addresses(shown.json),
            ...shown.json.documents.map((/** @type {any} */ _, /** @type {number} */ i) => `article-${i + 1}`),
          ];
    for (const address of new Set(list)) {
      await go(address);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 360) wrong.push(`${shown.url.replace(/.*\//, '')}#${address}: ${width}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('the current view is to be seen in the head of a narrow screen', async () => {
  const page = await open(report, 'overview', { width: 360 });
  for (const address of ['articles', 'overview', 'matrix']) {
    await go(address);
    const isSeen = await page.evaluate(() => {
      const rect = document.querySelector('#views [aria-current]')?.getBoundingClientRect();
      return rect && rect.left >= 0 && rect.right <= window.innerWidth;
    });
    assert.ok(isSeen, address);
  }
});

test('Tab reaches the skip link, the views and the controls in their order, and shows where it is', async () => {
  const page = await open(report, 'points');
  const visited = [];
  for (let i = 0; i < 32; ++i) {
    await page.keyboard.press('Tab');
    visited.push(
      await page.evaluate(() => {
        const at = /** @type {HTMLElement} */ (document.activeElement);
        const style = getComputedStyle(at);
        const rect = at.getBoundingClientRect();
        const isShown = rect.bottom > 0 && rect.right > 0 && rect.top < window.innerHeight;
        const isMarked = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
        const name =
          at.getAttribute('aria-label') ?? at.closest('label')?.firstChild?.textContent ?? at.textContent ?? '';
        return { name: name.trim() || at.closest('label')?.textContent, isShown, isMarked };
      }),
    );
  }
  // A field for a date has several stops.
  const names = visited.map((one) => one.name).filter((name, i, all) => name !== all[i - 1]);
  assert.deepEqual(names.slice(0, 2), ['Skip to the content', 'Reprise']);
  assert.deepEqual(names.slice(2, 10), await texts('#views a'));
  assert.deepEqual(names.slice(10, 21), [
    'Switch between dark and light',
    'Find',
    'How alike',
    'Articles',
    'Source',
    'Outlets',
    'From',
    'Until',
    'Story',
    'Order',
    'Figures disagree',
  ]);
  assert.deepEqual(
    visited.filter((one) => !one.isShown || !one.isMarked),
    [],
  );
  await quiet();
});

test('the skip link leads to the content, and a new view is told and has the focus', async () => {
  const page = await open(report, 'points');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.localName), 'input');
  await go('article-4');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
  await becomes(() => page.locator('#announce').textContent(), report.json.documents[3].title);
  await quiet();
});

test('typing in a field is no command', async () => {
  const page = await open(report, 'points');
  await page.getByLabel('Find').pressSequentially('npn');
  assert.equal(await page.getByLabel('Find').inputValue(), 'npn');
  await quiet();
});

test('on paper there are the whole texts and no tools', async () => {
  const page = await open(report, 'pair-20-21', { media: 'print' });
  const columns = await page
    .locator('.column')
    .evaluateAll((all) => all.map((one) => one.scrollHeight - one.clientHeight));
  assert.deepEqual(
    columns.map((hidden) => hidden <= 1),
    [true, true],
  );
  for (const address of ['pair-20-21', 'points', 'matrix', 'article-8']) {
    await go(address);
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('#views, #theme, .skip, .tools, .steps')]
        .filter((one) => /** @type {HTMLElement} */ (one).offsetParent !== null)
        .map((one) => one.className || one.id),
    );
    assert.deepEqual(shown, [], address);
    assert.ok(((await page.locator('#main').innerText()) ?? '').length > 100);
  }
  await quiet();
});

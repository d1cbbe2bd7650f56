// Timeline and network: what is drawn stands there in words as well, and can be chosen by keys.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { becomes, hash, open, quiet, sampleReport, texts } from './support.js';

const report = sampleReport();
const { documents, points } = report.json;

test('the timeline counts who was first as the JSON report has it', async () => {
  const page = await open(report, 'timeline');
  const rows = await page
    .locator('table:has(th:text-is("first with points")) tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].slice(0, 2).map((cell) => cell.textContent)));
  const counts = new Map();
  for (const point of points) {
    const firsts = new Set((point.first ?? []).map((/** @type {number} */ index) => documents[index].source));
    const sources = new Set(
      point.mentions
        .filter((/** @type {any} */ one) => !one.denied)
        .map((/** @type {any} */ one) => documents[one.document].source),
    );
    if (firsts.size === 1 && sources.size > 1) counts.set([...firsts][0], (counts.get([...firsts][0]) ?? 0) + 1);
  }
  assert.ok(rows.length > 5);
  for (const [source, count] of rows) assert.equal(count, String(counts.get(source) ?? '–'), `${source}`);
  await quiet();
});

test('findings on the timeline are searched, chosen and sorted; the address keeps it', async () => {
  const page = await open(report, 'timeline');
  await page.getByLabel(/^Show/).selectOption({ index: 1 });
  const [, some, all] = /^(\d+) of (\d+) findings/.exec((await texts('#main [role=status]'))[0]) ?? [];
  assert.ok(0 < Number(some) && Number(some) < Number(all) && Number(some) <= points.length, `${some} of ${all}`);
  await page.getByLabel(/^First in/).selectOption('Fennick Gazette');
  const sentences = await texts('.finding .soft');
  assert.ok(
    sentences.length > 0 && sentences.every((one) => one.includes('First in Fennick Gazette')),
    sentences.join('\n'),
  );
  const shown = await texts('.finding .said');
  assert.match(hash(), /first=Fennick\+Gazette/);
  await page.reload();
  assert.deepEqual(await texts('.finding .said'), shown);
  await page.locator('.finding .said a').first().click();
  await becomes(() => /^#point-\d+$/.test(hash()), true);
  await page.goBack();
  await becomes(() => texts('.finding .said'), shown);
  await page.getByLabel('Find').fill('no such words');
  await becomes(() => page.locator('.finding').count(), 0);
  await quiet();
});

test('a circle of the network is chosen by keys: its ties are listed and told, the address keeps it', async () => {
  const page = await open(report, 'network');
  const circle = page.locator('[role=button][aria-label^="Skerrow Courier"]');
  await circle.focus();
  await page.keyboard.press('Enter');
  assert.equal(await circle.getAttribute('aria-pressed'), 'true');
  assert.match((await page.locator('#announce').textContent()) ?? '', /^Skerrow Courier: \d+ ties?/);
  const card = await texts('.net-card');
  assert.match(card[0], /Skerrow Courier/);
  assert.match(hash(), /node=\d+/);
  await page.reload();
  assert.deepEqual(await texts('.net-card'), card);
  await page.locator('.net-card a[href^="#pair-"]').first().click();
  await becomes(() => hash().startsWith('#pair-'), true);
  await page.goBack();
  await becomes(() => texts('.net-card'), card);
  await page.locator('[role=button][aria-label^="Skerrow Courier"]').click();
  await becomes(() => circle.getAttribute('aria-pressed'), 'false');
  await quiet();
});

test('the network joins sources or articles, by points, by copied words or by both', async () => {
  const page = await open(report, 'network');
  const told = async () => (await texts('.net-view'))[0].match(/\d+ of \d+ ties?, between \d+ \w+/)?.[0] ?? '';
  const seen = new Set([await told()]);
  await page.getByLabel(/^Join/).selectOption('articles');
  seen.add(await told());
  await page.getByLabel(/^By/).selectOption('points');
  const byPoints = await told();
  await page.getByLabel(/^By/).selectOption('passages');
  seen.add(await told());
  assert.equal(seen.size, 3, [...seen].join('; '));
  assert.match(byPoints, / articles$/);
  // Copied words join just the pairs of the JSON report that share passages.
  const pairs = new Set(report.json.passages.map((/** @type {any} */ one) => `${one.a.document} ${one.b.document}`));
  assert.ok((await told()).includes(` of ${pairs.size} ties, `), `${await told()}, expected ${pairs.size}`);
  await quiet();
});

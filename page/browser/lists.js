// Lists: what is searched for, chosen and sorted, against the same questions put to the JSON report.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { becomes, hash, open, quiet, sampleReport, takeNoise, texts } from './support.js';

const report = sampleReport();
const { documents, points } = report.json;

/** Numbers of the points in the list, as they stand there. */
async function listed() {
  return (await texts('.entry .rank')).map((rank) => Number.parseInt(rank));
}

/**
 * The numbers of some points as the list has them: those that most articles state first.
 * @param {(point: any) => boolean} isAsked
 */
function numbers(isAsked) {
  const chosen = points.filter(isAsked);
  chosen.sort((/** @type {any} */ x, /** @type {any} */ y) => stating(y) - stating(x) || x.id - y.id);
  return chosen.map((/** @type {any} */ point) => point.id + 1);
}

/** @param {any} point */
function stating(point) {
  return new Set(
    point.mentions.filter((/** @type {any} */ one) => !one.denied).map((/** @type {any} */ one) => one.document),
  ).size;
}

/**
 * Makes a choice in the view of points, and checks list, count, address, and that all of it outlasts a reload.
 * @param {(page: import('playwright-core').Page) => Promise<unknown>} choose
 * @param {string} address
 * @param {number[]} expected
 */
async function checkChoice(choose, address, expected) {
  const page = await open(report, 'points');
  await choose(page);
  await becomes(listed, expected.slice(0, 40));
  assert.ok(expected.length > 0 && expected.length < points.length, `${expected.length} of ${points.length}: too easy`);
  const count = `${expected.length} of ${points.length} points`;
  await becomes(() => texts('#main [role=status]'), [count]);
  assert.equal(hash(), `#points?${address}`);
  await page.reload();
  assert.deepEqual(await listed(), expected.slice(0, 40));
  assert.deepEqual(await texts('#main [role=status]'), [count]);
}

test('points are searched for words in their mentions', async () => {
  const said = (/** @type {any} */ point) =>
    point.mentions
      .map((/** @type {any} */ one) => one.text)
      .join('\n')
      .toLowerCase();
  const expected = numbers((point) => said(point).includes('bridge') && said(point).includes('the'));
  await checkChoice((page) => page.getByLabel('Find').fill('BRIDGE  the'), 'find=BRIDGE++the', expected);
});

test('points are chosen by source, likeness, articles, figures and story', async () => {
  const source = 'Fennick Gazette';
  const from = numbers((point) =>
    point.mentions.some((/** @type {any} */ one) => documents[one.document].source === source),
  );
  await checkChoice((page) => page.getByLabel('Source').selectOption(source), 'source=Fennick+Gazette', from);
  const restated = numbers((point) => point.class === 'restated');
  await checkChoice((page) => page.getByLabel('How alike').selectOption('restated'), 'kind=restated', restated);
  const wide = numbers((point) => stating(point) >= 4);
  await checkChoice((page) => page.getByLabel(/^Articles/).selectOption('4'), 'least=4', wide);
  const disagreeing = numbers((point) => point.disagree || point.disagreements.length > 0);
  await checkChoice((page) => page.getByLabel('Figures disagree').check(), 'figures=disagree', disagreeing);
  const story = points[0].story;
  const inStory = numbers((point) => point.story === story);
  await checkChoice((page) => page.getByLabel('Story').selectOption(String(story + 1)), `story=${story + 1}`, inStory);
  await quiet();
});

test('points are chosen by time and by how many outlets tell them', async () => {
  const dateOf = (/** @type {any} */ one) => documents[one.document].date;
  const late = numbers((point) => point.mentions.some((/** @type {any} */ one) => dateOf(one) >= '2031-05-14'));
  await checkChoice(
    (page) =>
      page
        .getByLabel('From')
        .fill('2031-05-14')
        .then(() => page.keyboard.press('Enter')),
    'from=2031-05-14',
    late,
  );
  const outlets = (/** @type {any} */ point) =>
    new Set(point.mentions.map((/** @type {any} */ one) => documents[one.document].source)).size;
  const wide = numbers((point) => outlets(point) >= 4);
  await checkChoice((page) => page.getByLabel('Outlets').selectOption('4'), 'outlets=4', wide);
  await quiet();
});

test('a list is saved as it is shown', async () => {
  const page = await open(report, 'points?kind=restated');
  const shown = await listed();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save this list' }).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'points.csv');
  const lines = readFileSync(await download.path(), 'utf8').split('\r\n');
  assert.match(lines[0], /^\uFEFFPoint,Label,Speaker,/);
  assert.equal(lines.length, shown.length + 2);
  assert.equal(Number.parseInt(lines[1]), shown[0]);
  for (const [view, name] of [
    ['pairs', 'pairs.csv'],
    ['passages', 'passages.csv'],
    ['articles', 'articles.csv'],
  ]) {
    await open(report, view);
    const [other] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save this list' }).click(),
    ]);
    assert.equal(other.suggestedFilename(), name);
  }
  assert.ok(takeNoise().every((line) => /^(download|request): /.test(line)));
});

test('pairs, passages and articles are chosen by what stands in them', async () => {
  const page = await open(report, 'pairs');
  await page.getByLabel('Reused').selectOption('90');
  await becomes(async () => / of /.test((await texts('#main [role=status]'))[0]), true);
  assert.equal(hash(), '#pairs?least=90');
  await open(report, 'articles?source=Fennick+Gazette');
  const own = documents.filter((/** @type {any} */ one) => one.source === 'Fennick Gazette').length;
  assert.equal((await texts('#main [role=status]'))[0], `${own} of ${documents.length} articles`);
  await open(report, 'passages');
  await page.getByLabel('Words').selectOption('100');
  await becomes(async () => / of /.test((await texts('#main [role=status]'))[0]), true);
  await quiet();
});

test('choices add up, and are taken back', async () => {
  const page = await open(report, 'points?figures=disagree&kind=restated&sort=sure&find=a');
  assert.equal(await page.getByLabel('Find').inputValue(), 'a');
  assert.equal(await page.getByLabel('How alike').inputValue(), 'restated');
  assert.equal(await page.getByLabel('Order').inputValue(), 'sure');
  assert.equal(await page.getByLabel('Figures disagree').isChecked(), true);
  const both = numbers((point) => point.disagreements.length > 0 && point.class === 'restated');
  assert.deepEqual(
    await listed(),
    [...both].sort((x, y) => x - y),
  );
  await page.getByLabel('Find').fill('no such words at all');
  await becomes(() => texts('#main [role=status]'), [`0 of ${points.length} points`]);
  await page.getByLabel('Find').fill('');
  await page.getByLabel('How alike').selectOption('');
  await page.getByLabel('Order').selectOption('');
  await page.getByLabel('Figures disagree').uncheck();
  await becomes(() => texts('#main [role=status]'), [`${points.length} points`]);
  assert.equal(hash(), '#points');
  await quiet();
});

test('points are sorted', async () => {
  const page = await open(report, 'points');
  assert.deepEqual(await listed(), numbers(() => true).slice(0, 40));
  await page.getByLabel('Order').selectOption('sure');
  assert.deepEqual(
    await listed(),
    Array.from({ length: 40 }, (_, i) => i + 1),
  );
  await page.getByLabel('Order').selectOption('first');
  const begins = (await listed()).map((number) => {
    const first = (points[number - 1].first ?? []).map((/** @type {number} */ index) =>
      Date.parse(documents[index].date),
    );
    return Math.min(...first);
  });
  assert.deepEqual(
    begins,
    [...begins].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0)),
  );
  await page.getByLabel('Order').selectOption('figures');
  const disagreeing = points.filter(
    (/** @type {any} */ point) => point.disagreements.length > 0 && !point.updated,
  ).length;
  const [first, ...rest] = await listed();
  assert.ok(points[first - 1].disagreements.length > 0);
  assert.ok(rest.slice(0, disagreeing - 1).every((number) => points[number - 1].disagreements.length > 0));
  await quiet();
});

test('back leaves a list that was searched; forward finds it as it was', async () => {
  const page = await open(report, 'overview');
  await page.click('#views a:text-is("Talking points")');
  await page.getByLabel('Find').pressSequentially('ferry');
  await becomes(hash, '#points?find=ferry');
  const found = await listed();
  await page.goBack();
  await becomes(hash, '#overview');
  await page.goForward();
  await becomes(hash, '#points?find=ferry');
  await becomes(listed, found);
  assert.equal(await page.getByLabel('Find').inputValue(), 'ferry');
  await quiet();
});

test('a long list grows while it is scrolled, to its end', async () => {
  const page = await open(report, 'points');
  assert.equal((await listed()).length, 40);
  await becomes(async () => {
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    return (await listed()).length;
  }, points.length);
  await quiet();
});

test('articles are searched by title, source, date and id', async () => {
  const page = await open(report, 'articles');
  for (const word of ['GAZETTE', '2031-05', 'recipe', 'island ferry']) {
    const expected = documents.filter((/** @type {any} */ one) =>
      [one.title, one.source, one.date, one.id].some((text) => text?.toLowerCase().includes(word.toLowerCase())),
    );
    await page.getByLabel('Find').fill(word);
    await becomes(() => page.locator('.entry').count(), expected.length);
    assert.ok(expected.length > 0 && expected.length < documents.length);
  }
  await quiet();
});

/** The places in the ranking, as they stand in the table. */
async function ranks() {
  return (await texts('table.sortable tbody td:first-child')).map(Number);
}

test('pairs stand in the order of the ranking, with what the report says of them', async () => {
  await open(report, 'pairs');
  const ranking = report.json.ranking;
  assert.deepEqual(
    await ranks(),
    ranking.slice(0, 40).map((/** @type {any} */ _, /** @type {number} */ i) => i + 1),
  );
  const longest = await texts('table.sortable tbody td:nth-child(6)');
  assert.deepEqual(
    longest,
    ranking.slice(0, 40).map((/** @type {any} */ pair) => String(pair.longest)),
  );
  await quiet();
});

test('a click on any column sorts by it, a second one turns the order, and the address keeps it', async () => {
  const page = await open(report, 'pairs');
  const byPoints = report.json.ranking
    .map((/** @type {any} */ pair, /** @type {number} */ i) => ({ points: pair.points, rank: i + 1 }))
    .sort((/** @type {any} */ x, /** @type {any} */ y) => y.points - x.points || x.rank - y.rank)
    .map((/** @type {any} */ one) => one.rank);
  await page.getByRole('button', { name: /^Points/ }).click();
  assert.deepEqual(await ranks(), byPoints.slice(0, 40));
  assert.equal(hash(), '#pairs?sort=points');
  assert.equal(await page.getByRole('columnheader', { name: /^Points/ }).getAttribute('aria-sort'), 'descending');
  await page.reload();
  assert.deepEqual(await ranks(), byPoints.slice(0, 40));
  await page.getByRole('button', { name: /^Points/ }).click();
  assert.equal(hash(), '#pairs?sort=-points');
  assert.notDeepEqual(await ranks(), byPoints.slice(0, 40));
  for (const name of await texts('table.sortable thead button')) {
    await page
      .getByRole('button', { name: name.replace(/ [▲▼]$/u, ''), exact: false })
      .first()
      .click();
    assert.match(hash(), /sort=/);
  }
  await quiet();
});

test('articles are sorted by how much of them stands elsewhere', async () => {
  const page = await open(report, 'articles');
  await page.getByRole('button', { name: /^Elsewhere/ }).click();
  const shares = (await texts('table.sortable tbody td:nth-child(4)')).map((share) => Number.parseInt(share));
  assert.ok(shares[0] > 90, `${shares[0]}`);
  assert.deepEqual(
    shares,
    [...shares].sort((x, y) => y - x),
  );
  assert.equal(hash(), '#articles?sort=elsewhere');
  await quiet();
});

test('articles are called by what the reader prefers', async () => {
  const page = await open(report, 'pairs');
  const first = () => page.locator('table.sortable tbody td:nth-child(3)').first().textContent();
  const { a, b } = report.json.ranking[0];
  await page.getByLabel('Call articles by').selectOption('file');
  assert.ok([documents[a].id, documents[b].id].includes((await first()) ?? ''));
  await page.getByLabel('Call articles by').selectOption('title');
  assert.ok([documents[a].title, documents[b].title].includes((await first()) ?? ''));
  await page.getByLabel('Call articles by').selectOption('outlet');
  await quiet();
});

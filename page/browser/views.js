// Views and the ways between them: addresses, links, back and forward.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { becomes, go, hash, open, quiet, sampleReport, texts } from './support.js';

const report = sampleReport();
const { documents, points, passages } = report.json;

/** The heading of the first rank; there is to be one. */
async function heading() {
  const all = await texts('#main h1');
  return all.length === 1 ? all[0] : `${all.length} headings`;
}

test('each view opens by its link in the head', async () => {
  const page = await open(report);
  const expected = {
    Overview: `What ${documents.length} articles have in common`,
    Pairs: 'Who has how much of whom',
    'Talking points': 'Talking points',
    Copies: 'Copies',
    Matrix: 'Matrix',
    Timeline: 'Timeline',
    Network: 'Network',
    Articles: 'Articles',
  };
  assert.deepEqual(await texts('#views a'), Object.keys(expected));
  for (const [name, title] of Object.entries(expected)) {
    await page.click(`#views a:text-is("${name}")`);
    await becomes(heading, title);
    assert.deepEqual(await texts('#views [aria-current]'), [name]);
    assert.match(await page.title(), / · Reprise$/);
  }
  await page.click('.brand');
  await becomes(() => texts('#views [aria-current]'), ['Overview']);
  await quiet();
});

test('addresses lead to single findings', async () => {
  const flat = (/** @type {string} */ text) => text.replace(/\s+/gu, ' ');
  await open(report, 'point-12');
  assert.ok((await heading()).includes(flat(points[11].label)));
  assert.deepEqual(await texts('#views [aria-current]'), ['Talking points']);

  await open(report, 'passage-3');
  assert.ok((await heading()).startsWith(`${passages[2].a.words} words in `));
  const shown = flat((await texts('#main blockquote'))[0]).replace(/ /g, '');
  assert.ok(shown.includes(flat(passages[2].text).replace(/ /g, '')));

  await open(report, 'article-4');
  assert.equal(await heading(), documents[3].title);

  const { a, b } = passages[0];
  const page = await open(report, `pair-${a.document + 1}-${b.document + 1}?at=passage-1`);
  assert.deepEqual(await texts('.column h2 a'), [documents[a.document].title, documents[b.document].title]);
  assert.equal(await page.locator('.column:first-child mark.current').first().isVisible(), true);
  assert.match((await texts('.pair-bar output'))[0], /^\d of \d: passage 1$/);
  await quiet();
});

test('an address at which nothing stands says so, and leads back', async () => {
  const wrong = [
    'nowhere',
    'point-0',
    'point-999',
    'point-1-2',
    'point',
    'point-x',
    'passage-99',
    'article-99',
    'pair-1',
    'pair-1-1',
    'pair-1-99',
    'constructor',
    '__proto__',
    '%',
    '?',
    'point-1.5',
  ];
  const page = await open(report, 'overview');
  for (const address of wrong.filter((one) => one !== '?')) {
    await go(address);
    assert.equal(await heading(), 'Nothing stands at this address', address);
  }
  await page.click('#main a');
  await becomes(hash, '#overview');
  await becomes(async () => (await heading()).startsWith('What'), true);
  await quiet();
});

test('every link of the page leads to something, and those that lead out are plain', async () => {
  const page = await open(report, 'overview');
  const { broken, outside, count } = await page.evaluate(async () => {
    const visited = new Set();
    const queue = [...document.querySelectorAll('#views a')].map((link) => link.getAttribute('href') ?? '');
    const outward = new Set();
    const missing = [];
    for (let at = 0; at < queue.length; ++at) {
      if (visited.has(queue[at])) continue;
      visited.add(queue[at]);
      if (location.hash !== queue[at]) {
        const shown = new Promise((done) => addEventListener('popstate', done, { once: true }));
        location.hash = queue[at];
        await shown;
      }
      if (document.querySelector('#main h1')?.textContent?.startsWith('Nothing stands')) missing.push(queue[at]);
      for (const link of document.querySelectorAll('#main a')) {
        const to = link.getAttribute('href') ?? '';
        if (!to.startsWith('#')) outward.add(`${to} ${link.getAttribute('rel')}`);
        else if (to.split('-').length < 3 || to.includes('?')) queue.push(to); // not every pair without a finding
      }
    }
    return { broken: missing, outside: [...outward], count: visited.size };
  });
  assert.deepEqual(broken, []);
  assert.ok(count > documents.length + points.length + passages.length, `${count} addresses`);
  const urls = documents.flatMap((/** @type {any} */ one) => one.url ?? []);
  assert.deepEqual(outside.sort(), urls.map((/** @type {string} */ url) => `${url} noreferrer noopener`).sort());
  await quiet();
});

test('links lead both ways: from a point to an article and from there to the point', async () => {
  const page = await open(report, 'point-1');
  const first = points[0].mentions[0].document;
  await page.click(`.mention h3 a[href="#article-${first + 1}"]`);
  await becomes(hash, `#article-${first + 1}`);
  await page.click('#main .text a.note[href="#point-1"]');
  await becomes(hash, '#point-1');
  await page.click('#main a:has-text("side by side with")');
  await becomes(() => hash().startsWith(`#pair-`), true);
  await page.click('.pair-bar output a');
  await becomes(hash, '#point-1');
  // A click on marked text does what its note does.
  await go(`article-${first + 1}`);
  const mark = page.locator('#main .text mark[data-keys]').first();
  const keys = (await mark.getAttribute('data-keys')) ?? '';
  await mark.click();
  await becomes(hash, `#${keys.split(' ')[0]}`);
  await quiet();
});

test('back and forward bring back the view and how far it was scrolled', async () => {
  const page = await open(report, 'points');
  await page.evaluate(() => window.scrollTo(0, 2500));
  await becomes(() => page.evaluate(() => history.state?.y), 2500);
  const link = page.locator('.entry-title a').nth(18);
  const target = await link.getAttribute('href');
  await page.evaluate(
    (to) => /** @type {HTMLElement} */ (document.querySelector(`.entry-title a[href="${to}"]`)).click(),
    target,
  );
  await becomes(hash, target);
  assert.equal(await page.evaluate(() => window.scrollY), 0);
  await page.goBack();
  await becomes(heading, 'Talking points');
  await becomes(() => page.evaluate(() => window.scrollY), 2500);
  await page.goForward();
  await becomes(hash, target);
  assert.equal(await page.evaluate(() => window.scrollY), 0);
  await page.goBack();
  await page.reload();
  await becomes(() => page.evaluate(() => window.scrollY), 2500);
  await quiet();
});

test('a link that is followed right after scrolling remembers the place, too', async () => {
  const page = await open(report, 'points');
  const target = await page.evaluate(() => {
    window.scrollTo(0, 2000);
    const link = /** @type {HTMLElement} */ (document.querySelectorAll('.entry-title a')[14]);
    link.click();
    return link.getAttribute('href');
  });
  await becomes(hash, target);
  await page.goBack();
  await becomes(() => page.evaluate(() => window.scrollY), 2000);
  await quiet();
});

test('neighbours are reached by links and by the keys n and p', async () => {
  const page = await open(report, 'point-2');
  await page.keyboard.press('n');
  await becomes(hash, '#point-3');
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  await becomes(hash, '#point-1');
  await page.keyboard.press('p');
  await becomes(hash, '#point-1');
  await page.click('#main a[data-step=next]');
  await becomes(hash, '#point-2');
  await open(report, `article-${documents.length}`);
  await page.keyboard.press('n');
  await page.keyboard.press('p');
  await becomes(hash, `#article-${documents.length - 1}`);
  await quiet();
});

test('the theme can be switched, and follows the system until then', async () => {
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const page = await open(report, 'overview', { scheme: 'dark' });
  const dark = await ground();
  await page.click('#theme');
  const light = await ground();
  assert.notEqual(dark, light);
  await page.click('#theme');
  assert.equal(await ground(), dark);
  await open(report, 'overview');
  assert.equal(await ground(), light);
  await quiet();
});

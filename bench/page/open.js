// How long pages take to open: from the request for the file to the first painted view, in headless Chromium.
//
//     node bench/page/open.js ROUNDS REPORT.html...
//
// Prints a line of JSON for each page and view: milliseconds of each round. Pages take turns, each in a browser context of
// its own. tools/setup browser installs what this needs; npm ci in page the rest.
import { pathToFileURL } from 'node:url';
import { chromium } from '../../page/node_modules/playwright-core/index.mjs';

const [rounds, ...paths] = process.argv.slice(2);
const views = ['overview', 'points', 'matrix', 'network'];
const executablePath = process.env.REPRISE_CHROMIUM ?? '/usr/bin/chromium';
const quiet = ['disable-gpu', 'disable-quic', 'no-first-run', 'disable-background-networking', 'disable-component-update'];
const browser = await chromium.launch({ executablePath, args: ['no-sandbox', 'disable-sync', ...quiet].map((arg) => `--${arg}`) });

async function open(path, view) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const begin = performance.now();
  await page.goto(`${pathToFileURL(path).href}#${view}`);
  // The view stands, and a frame with it has been drawn.
  await page.evaluate(async () => {
    while (!document.querySelector('main h1')) await new Promise(requestAnimationFrame);
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  });
  const milliseconds = performance.now() - begin;
  await context.close();
  return milliseconds;
}

const times = new Map();
for (let round = 0; round < Number(rounds); ++round) {
  for (const path of paths) {
    for (const view of views) {
      const key = JSON.stringify([path, view]);
      times.set(key, [...(times.get(key) ?? []), await open(path, view)]);
    }
  }
}
for (const [key, list] of times) console.log(JSON.stringify([...JSON.parse(key), list.map(Math.round)]));
await browser.close();

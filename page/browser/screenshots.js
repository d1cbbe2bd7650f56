// Makes the pictures of the README from the report of samples/: small, and the same for everybody with the same fonts.
//
//     REPRISE_PROGRAM=build/release/reprise npm run screenshots
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { open, root, sampleReport, start, stop } from './support.js';
import { smallPng } from './small_png.js';

const folder = process.env.REPRISE_PICTURES ?? join(root, 'docs/pictures');
const report = sampleReport();
const disagreeing = report.json.points.findIndex((/** @type {any} */ one) => one.disagreements.length > 0) + 1;

const wide = { width: 1160, height: 720 };

/** @type {[name: string, address: string, how: Parameters<typeof open>[2]][]} */
const pictures = [
  ['overview', 'overview', wide],
  ['point', `point-${disagreeing}`, { ...wide, scheme: 'dark' }],
  ['matrix', 'matrix', wide],
  ['pair', 'pair-3-6?at=passage-1', wide],
  ['timeline', 'timeline', { ...wide, scheme: 'dark' }],
  ['phone', 'article-8', { width: 360, height: 720 }],
];

mkdirSync(folder, { recursive: true });
await start();
for (const [name, address, how] of pictures) {
  const page = await open(report, address, how);
  const path = join(folder, `${name}.png`);
  writeFileSync(path, smallPng(await page.screenshot()));
  console.log(`${path}: ${Math.ceil(statSync(path).size / 1024)} kB`);
}
await stop();

// The report in a browser, all of it in one process: starting Chromium takes longer than most of the tests.
//
//     REPRISE_PROGRAM=build/release/reprise npm run browser
import { after, before } from 'node:test';
import { start, stop } from './support.js';

before(start);
after(stop);

await import('./marks.js');
await import('./views.js');
await import('./lists.js');
await import('./pair.js');
await import('./matrix.js');
await import('./charts.js');
await import('./safety.js');
await import('./access.js');
await import('./commands.js');
await import('./served.js');
await import('./removed.js');

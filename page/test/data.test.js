import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, distinct, fieldText, sharedPassages, sharedPoints, textAt, valueOf } from '../src/data.js';
import { passageRow, pointRow, rawReport } from './small_report.js';

test('rows of articles become objects; what is absent stays absent', () => {
  const when = /** @type {[number, number]} */ ([100, 200]);
  const report = decode(
    rawReport([
      {
        id: 'a',
        title: 'A title',
        source: 'Post',
        date: '2031',
        url: 'https://example.org/a',
        when,
        words: 7,
        story: 2,
        text: 'One.',
      },
      { text: 'Two.' },
    ]),
  );
  const [first, second] = report.articles;
  assert.deepEqual(
    [first.id, first.title, first.source, first.date, first.url, first.when, first.words, first.story, first.text],
    ['a', 'A title', 'Post', '2031', 'https://example.org/a', [100, 200], 7, 2, 'One.'],
  );
  assert.deepEqual(
    [second.title, second.source, second.when, second.url, second.cluster],
    [null, null, null, null, null],
  );
  assert.equal(report.stories, 3);
  assert.deepEqual(report.has, {
    ranking: false,
    matrices: false,
    passages: false,
    points: false,
    dates: true,
    sources: true,
  });
});

test('only http and https addresses become links', () => {
  const bad = [
    'javascript:alert(1)',
    ' https://example.org',
    'data:text/html,x',
    'vbscript:x',
    '//example.org',
    'file:///etc',
    'https:/x',
    '',
  ];
  const good = ['http://example.org', 'HTTPS://example.org/x?y#z'];
  const report = decode(rawReport([...bad, ...good].map((url) => ({ url }))));
  assert.deepEqual(
    report.articles.map((article) => article.url),
    [...bad.map(() => null), ...good],
  );
});

test('a copy has the text of its original', () => {
  const report = decode(rawReport([{ text: 'Same.' }, { original: 0 }, { text: 'Other.' }]));
  assert.deepEqual(
    report.articles.map((article) => article.text),
    ['Same.', 'Same.', 'Other.'],
  );
});

test('places count in the text, or in the title', () => {
  const mentions = /** @type {import('../src/types').MentionRow[]} */ ([
    [2, 4, 7, 0],
    [3, 0, 5, 1, 6, 9],
  ]);
  const report = decode(
    rawReport([{}, { text: 'The end.', title: 'Title end' }], { points: [pointRow({ mentions })] }),
  );
  const [point] = report.points;
  assert.deepEqual(
    point.mentions.map((mention) => textAt(report, mention)),
    ['end', 'Title'],
  );
  assert.equal(fieldText(report, { article: 0, field: 'title', begin: 0, end: 0 }), '');
  assert.deepEqual(
    point.mentions.map((mention) => mention.by),
    [null, { begin: 6, end: 9 }],
  );
  assert.deepEqual([point.articles, point.deniers], [[1], [1]]);
  assert.equal(report.pointsOf[1].length, 1);
  assert.equal(report.pointsOf[0].length, 0);
});

test('figures know their mentions, and disagreements their figures', () => {
  const figures = /** @type {import('../src/types').FigureRow[]} */ ([
    [0, 0, 2, 'count', '', 10, 10, 'ships'],
    [1, 3, 5, 'count', '', 20, null, 'ships'],
  ]);
  const mentions = /** @type {import('../src/types').MentionRow[]} */ ([
    [0, 0, 9, 0],
    [2, 0, 9, 0],
  ]);
  const report = decode(rawReport([{}, {}], { points: [pointRow({ mentions, figures, disagreements: [0, 1] })] }));
  const [[x, y]] = report.points[0].disagreements;
  assert.deepEqual([x.mention.article, y.mention.article, x.high, y.high], [0, 1, 10, null]);
});

const matrices = /** @type {import('../src/types').MatrixRow[]} */ ([
  ['jaccard', 1, [[1, 250], [2, 5], []]],
  ['containment', 0, [[1, 900], [0, 300], []]],
  ['points', 1, [[2, 3], [], []]],
]);

test('a symmetric matrix is read both ways, another one as it stands', () => {
  const report = decode(rawReport([{}, {}, {}], { matrices }));
  const [jaccard, containment, points] = report.matrices;
  assert.deepEqual([valueOf(report, jaccard, 0, 1), valueOf(report, jaccard, 1, 0)], [0.25, 0.25]);
  assert.deepEqual([valueOf(report, jaccard, 2, 1), valueOf(report, jaccard, 2, 0)], [0.005, 0]);
  assert.deepEqual([valueOf(report, containment, 0, 1), valueOf(report, containment, 1, 0)], [0.9, 0.3]);
  assert.equal(valueOf(report, points, 2, 0), 3); // a number, not thousandths
  assert.equal(valueOf(report, jaccard, 2, 2), 1);
});

test('a copy has the values of its original', () => {
  const rows = matrices.map(
    ([measure, symmetric, all]) => /** @type {import('../src/types').MatrixRow} */ ([measure, symmetric, [...all, []]]),
  );
  const mentions = /** @type {import('../src/types').MentionRow[]} */ ([
    [0, 0, 3, 0],
    [2, 0, 3, 0],
  ]);
  const report = decode(rawReport([{}, {}, {}, { original: 0 }], { matrices: rows, points: [pointRow({ mentions })] }));
  const [jaccard, containment, points] = report.matrices;
  assert.equal(valueOf(report, jaccard, 3, 1), 0.25);
  assert.equal(valueOf(report, containment, 1, 3), 0.3);
  assert.equal(valueOf(report, jaccard, 3, 0), 1);
  assert.equal(valueOf(report, points, 0, 3), 1);
});

test('passages are sorted by their numbers, and known to both articles; a repetition inside one, once', () => {
  const passages = [passageRow(2, 1, 0, { begin: 30 }), passageRow(0, 0, 1, { begin: 50 }), passageRow(1, 2, 2)];
  const report = decode(rawReport([{}, {}, {}, { original: 1 }], { passages }));
  assert.deepEqual(
    report.passages.map((passage) => passage.id),
    [0, 1, 2],
  );
  assert.deepEqual(
    report.passagesOf.map((list) => list.length),
    [2, 2, 1, 0],
  );
  assert.equal(report.passages[0].identity, 0.935);
  // In the order of the first one's text; a copy shares what its original does.
  assert.deepEqual(
    sharedPassages(report, 0, 1).map((passage) => passage.id),
    [2, 0],
  );
  assert.deepEqual(
    sharedPassages(report, 3, 0).map((passage) => passage.id),
    [2, 0],
  );
  assert.deepEqual(sharedPassages(report, 0, 2), []);
});

test('points that two share come in the order of the first one, denials among them', () => {
  const points = [
    pointRow({
      mentions: [
        [0, 50, 60, 0],
        [2, 0, 9, 0],
      ],
    }),
    pointRow({
      mentions: [
        [0, 10, 20, 0],
        [2, 30, 40, 1],
      ],
    }),
    pointRow({
      mentions: [
        [0, 0, 5, 0],
        [4, 0, 5, 0],
      ],
    }),
  ];
  const report = decode(rawReport([{}, {}, {}], { points }));
  assert.deepEqual(
    sharedPoints(report, 0, 1).map((point) => point.index),
    [1, 0],
  );
  assert.deepEqual(
    sharedPoints(report, 1, 0).map((point) => point.index),
    [0, 1],
  );
});

test('clusters have their articles once', () => {
  const report = decode(rawReport([{}, {}], { clusters: [[[0], 12, [0, 0, 5, 2, 3, 8, 2, 20, 25]]] }));
  const [cluster] = report.clusters;
  assert.deepEqual([cluster.articles, cluster.words, cluster.spans.length], [[0, 1], 12, 3]);
  assert.deepEqual(cluster.spans[1], { article: 1, field: 'text', begin: 3, end: 8 });
});

test('distinct numbers ascend', () => {
  assert.deepEqual(distinct([10, 9, 10, 1]), [1, 9, 10]);
});

// A report as it stands in the file, small enough to be reckoned by hand: rows with defaults.

/**
 * @param {Partial<{id: string, title: string | null, source: string | null, date: string | null, url: string | null,
 *   when: [number, number] | null, words: number, reused: number, original: number, cluster: number | null,
 *   story: number, extracted: string, language: string, text: string}>[]} articles
 * @param {Partial<import('../src/types').RawReport>} [parts]
 * @returns {import('../src/types').RawReport}
 */
export function rawReport(articles, parts = {}) {
  return {
    version: '1.2.3',
    measure: 'runs of 5 words',
    threshold: 0.5,
    documents: articles.map((one, i) => [
      one.id ?? `${i}.txt`,
      one.title ?? null,
      one.source ?? null,
      one.date ?? null,
      one.url ?? null,
      one.when?.[0] ?? null,
      one.when?.[1] ?? null,
      one.words ?? 10,
      one.reused ?? 0,
      one.original ?? i,
      one.cluster ?? null,
      one.story ?? 0,
      0,
      one.extracted ?? '',
      one.language ?? '',
    ]),
    problems: [],
    leftOut: [],
    texts: articles.map((one, i) => (one.original === undefined || one.original === i ? (one.text ?? '') : '')),
    ...parts,
  };
}

/**
 * A point that whole texts state.
 * @param {Partial<{label: number, kind: 0 | 1 | 2, story: number, first: number[] | null, updated: 0 | 1,
 *   mentions: import('../src/types').MentionRow[], figures: import('../src/types').FigureRow[],
 *   disagreements: number[]}>} point
 * @returns {import('../src/types').PointRow}
 */
export function pointRow(point) {
  const { label = 0, kind = 0, story = 0, first = null, updated = 0 } = point;
  const { mentions = [], figures = [], disagreements = [] } = point;
  return [label, kind, mentions.length, story, first, updated, mentions, figures, disagreements, ['term']];
}

/**
 * A passage between the texts of two articles, from their beginnings.
 * @param {number} id
 * @param {number} a
 * @param {number} b
 * @param {Partial<{words: number, begin: number, length: number, cluster: number | null, edits: number[]}>} [more]
 * @returns {import('../src/types').PassageRow}
 */
export function passageRow(id, a, b, { words = 8, begin = 0, length = 20, cluster = null, edits = [] } = {}) {
  const end = begin + length;
  return [id, 2 * a, begin, end, 2 * b, begin, end, words, words, 935, 0, cluster, edits];
}

// The data of the page of `reprise dedup`, as lib/reprise/report/page/dedup_page.cpp writes them.
// Records are named by their places: FILE or FILE:LINE.

// A text in pieces, of which every other one differs, beginning with the second.
export type SideRow = [cutBefore: 0 | 1, cutBehind: 0 | 1, ...pieces: string[]];

// null: they were not compared, for a field made them copies.
export type PairRow = [similarity: number | null, record: string, kept: string, sides: [SideRow, SideRow]];

export type OriginsRow = [
  first: [name: string, read: number, removed: number][], // "": records without a source
  others: number,
  othersRead: number,
  othersRemoved: number,
];

export type ClusterOfCopies = [size: number, members: string[], pairs: PairRow[]];
export type BenchmarkRow = [name: string, items: number, found: number, documents: number];
export type ItemRow = [id: string, words: number, documents: number];
export type FindRow = [share: number, record: string, item: string, side: SideRow];
export type PartRow = [kind: number, bytes: number, record: string, first: string, side: SideRow];

export interface RawRemoved {
  version: string;
  runs: string; // what similarity counts: "runs of 5 words"
  measure: 'jaccard' | 'containment' | 'item';
  threshold: number;
  keep: string;
  within: string;
  same: string;
  verified: 0 | 1;
  comparesDocuments: 0 | 1;
  counts: [
    read: number,
    kept: number,
    removed: number,
    rejected: number,
    bytes: number,
    clusters: number,
    largest: number,
    exact: number,
    same: number,
    tooShort: number,
  ];
  histogram: number[]; // by hundredths, 101; empty: nothing was compared
  sources: OriginsRow;
  files: OriginsRow;
  clusters: ClusterOfCopies[];
  above: PairRow[];
  below: PairRow[];
  benchmarks?: BenchmarkRow[];
  items?: ItemRow[];
  finds?: FindRow[];
  parts?: [count: number, bytes: number][]; // paragraphs, lines, sentences, runs
  longest?: PartRow[];
  problems: [where: string, what: string, remedy: string][];
}

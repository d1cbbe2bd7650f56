// What stands in the data of a report, and what the page makes of it.
//
// Rows have no keys, since these would be most of the file. Numbers of documents count from 0; places are UTF-16 units of
// the text as it stands in `texts`, half-open. `DocumentAndField` is twice the document's number, plus one in its title.

export type DocumentAndField = number;
export type Thousandths = number;
export type Flag = 0 | 1;

export type DocumentRow = [
  id: string,
  title: string | null,
  source: string | null,
  date: string | null,
  url: string | null,
  from: number | null, // seconds since 1970: what the date may mean, half-open
  to: number | null,
  words: number,
  reusedWords: number,
  original: number, // the first document with the same text: itself, mostly
  cluster: number | null, // of near-duplicates
  story: number,
  isReference: Flag,
  extracted: string, // the format that the text was taken out of; empty: the text is the file's own
  language: string, // "english"; empty: unknown
];

export type ProblemRow = [where: string, what: string, remedy: string, rejected: Flag];
export type CopiesRow = [kept: number, documents: number[], similarity: Thousandths[]];

// Row i holds the other document and the value, again and again; of symmetric matrices the upper triangle alone.
export type MatrixRow = [measure: MeasureName, symmetric: Flag, rows: number[][]];
export type MeasureName = 'jaccard' | 'containment' | 'passages' | 'points';

export type RankedRow = [
  a: number,
  b: number,
  wordsA: number, // of a that stand in passages shared with b
  wordsB: number,
  passages: number,
  longest: number,
  jaccard: Thousandths,
  aInB: Thousandths,
  bInA: Thousandths,
  vocabulary: Thousandths,
  points: number | null,
];
export type RankName = 'reused' | 'jaccard' | 'containment' | 'points';

export type PassageRow = [
  id: number,
  documentA: DocumentAndField,
  beginA: number,
  endA: number,
  documentB: DocumentAndField,
  beginB: number,
  endB: number,
  wordsA: number,
  wordsB: number,
  identity: Thousandths,
  isQuoted: Flag,
  cluster: number | null,
  edits: number[], // four numbers each: begin and end in a, in b, counted from where the passage begins
];

// Three numbers a span: DocumentAndField, begin, end.
export type ClusterRow = [first: number[] | null, words: number, spans: number[]];
export type SuppressedRow = [reason: string, count: number, example: string];

export type MentionRow = [
  document: DocumentAndField,
  begin: number,
  end: number,
  denied: Flag,
  byBegin?: number,
  byEnd?: number,
];

export type FigureRow = [
  mention: number,
  begin: number,
  end: number,
  kind: FigureKind,
  unit: string,
  low: number | null, // null: open
  high: number | null,
  of: string,
];
export type FigureKind = 'count' | 'money' | 'percent' | 'year' | 'duration' | 'date' | 'ratio';

export type PointRow = [
  label: number, // the mention that says it best
  kind: 0 | 1 | 2, // verbatim, near, restated
  voices: number,
  story: number,
  first: number[] | null,
  updated: Flag,
  mentions: MentionRow[],
  figures: FigureRow[],
  disagreements: number[], // two figures each
  terms: string[],
  claimBegin: number, // in the text of the label's mention
  claimEnd: number,
  speaker?: string, // who says it, where the texts name somebody
];

export type DisputeSideRow = [label: number, words: string, mentions: MentionRow[]];
export type DisputeRow = [
  kind: 0 | 1 | 2, // denial, negation, antonym
  points: number[],
  sides: DisputeSideRow[], // two
];

export interface RawReport {
  version: string;
  measure: string; // what similarity counts: "runs of 5 words"
  threshold: number;
  documents: DocumentRow[];
  problems: ProblemRow[];
  rank?: RankName; // of the ranking's order
  ranking?: RankedRow[];
  copies?: CopiesRow[];
  matrices?: MatrixRow[];
  clusters?: ClusterRow[];
  passages?: PassageRow[];
  suppressed?: SuppressedRow[];
  points?: PointRow[];
  disputes?: DisputeRow[];
  leftOut: string[];
  texts: string[]; // empty for copies
}

export interface Article {
  index: number;
  id: string;
  title: string | null;
  source: string | null;
  date: string | null;
  url: string | null; // http and https alone
  when: [number, number] | null;
  words: number;
  reusedWords: number;
  original: number;
  cluster: number | null;
  story: number;
  isReference: boolean;
  extracted: string;
  language: string; // empty: unknown
  text: string;
}

export type Field = 'text' | 'title';

export interface Place {
  article: number;
  field: Field;
  begin: number;
  end: number;
}

export interface Copies {
  kept: number;
  articles: number[];
  similarity: number[]; // to the one that was kept, in [0, 1]
}

// A pair of the ranking: how much each has of the other.
export interface RankedPair {
  rank: number; // from 1
  a: number;
  b: number;
  smaller: number; // the one of the two with fewer words, of equal ones that of which more is reused
  larger: number;
  reused: number; // share of the smaller one's words, in [0, 1]
  words: number; // of the smaller one
  passages: number;
  longest: number;
  jaccard: number;
  containment: number; // the larger of the two directions
  vocabulary: number;
  points: number | null;
}

export interface Passage {
  id: number;
  a: Place;
  b: Place;
  wordsA: number;
  wordsB: number;
  identity: number; // in (0, 1]
  isQuoted: boolean;
  cluster: number | null;
  edits: number[];
}

export interface PassageCluster {
  index: number;
  first: number[] | null;
  words: number;
  spans: Place[];
  articles: number[];
}

export interface Mention extends Place {
  index: number;
  denied: boolean;
  by: { begin: number; end: number } | null; // who is said to say so
}

export interface Figure {
  mention: Mention;
  begin: number;
  end: number;
  kind: FigureKind;
  unit: string;
  low: number | null;
  high: number | null;
  of: string;
}

export interface Point {
  index: number;
  label: Mention;
  claim: Place; // what is shown of the label: its sentence, or a part of that
  speaker: string | null; // who says it, where the texts name somebody
  kind: 'verbatim' | 'near' | 'restated';
  voices: number;
  story: number;
  first: number[] | null;
  updated: boolean;
  mentions: Mention[];
  figures: Figure[];
  disagreements: [Figure, Figure][];
  terms: string[];
  articles: number[]; // that state it, ascending; those that only deny it are not among them
  deniers: number[];
}

export interface DisputeSide {
  label: Mention; // that stands for the side
  words: string; // that oppose the other side
  articles: number[]; // ascending
}

export interface Dispute {
  kind: 'denial' | 'negation' | 'antonym';
  points: number[]; // that its mentions belong to; the page may not show them all
  sides: DisputeSide[];
}

export interface Matrix {
  measure: MeasureName;
  symmetric: boolean;
  entries: Map<number, number>[]; // by row
}

export interface Report {
  version: string;
  measure: string;
  threshold: number;
  articles: Article[];
  problems: { where: string; what: string; remedy: string; rejected: boolean }[];
  rank: RankName;
  ranking: RankedPair[];
  copies: Copies[];
  matrices: Matrix[];
  clusters: PassageCluster[];
  passages: Passage[];
  suppressed: { reason: string; count: number; example: string }[];
  points: Point[];
  disputes: Dispute[];
  leftOut: string[];
  has: { ranking: boolean; matrices: boolean; passages: boolean; points: boolean; dates: boolean; sources: boolean };
  stories: number;
  storySizes: number[]; // different texts in each story
  outletSizes: Map<string, number>; // articles of a source in a story, by outletKey
  // What each article holds.
  passagesOf: Passage[][];
  pointsOf: Point[][];
}

// A stretch of a text that is to stand out.
export interface Mark {
  begin: number;
  end: number;
  kind: 'passage' | 'point' | 'denied' | 'figure' | 'differs' | 'by' | 'found' | 'known';
  key?: string; // "point-12": marks of one finding share it
  note?: { text: string; href: string; label: string }; // a link before the mark, like that to a footnote
}

// Where the page stands: the part of the address behind "#".
export interface Route {
  view: string;
  numbers: number[]; // counted from 1, as people do: those of "pair-2-5"
  query: URLSearchParams;
}

export interface View {
  title: string;
  content: Node;
  start?: () => void; // once the content stands in the page
}

export type Child = Node | string | number | null | undefined | false | Child[];

// What the frame shows.
export interface Shown {
  views: Record<string, (route: Route) => View | null>;
  tabs: [view: string, name: string][];
  foot: { before: Child; after: Child; hasChoices?: boolean }; // choices: of names and keys; there unless false
}

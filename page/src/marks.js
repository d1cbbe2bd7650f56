// Texts with marks in them. Marks may overlap; where some do, the stretch has the classes and keys of all of them.
//
//     The bridge will [stay closed until [Friday]].   ->   … <mark class="point">stay closed until </mark>
//                                                            <mark class="point figure">Friday</mark> …
import { h } from './dom.js';
import { gatherInto } from './gather.js';
import { isInsidePair } from './words.js';

/**
 * Returns the text as paragraphs, each in the direction in which it is written.
 * @param {string} text
 * @param {import('./types').Mark[]} marks
 */
export function markedParagraphs(text, marks) {
  const fragment = document.createDocumentFragment();
  const sorted = sortedMarks(marks);
  /** @type {import('./types').Mark[]} */
  let open = [];
  let next = 0;
  for (const [begin, end] of paragraphs(text)) {
    open = open.filter((mark) => mark.end > begin);
    while (next < sorted.length && sorted[next].begin < end) open.push(sorted[next++]);
    fragment.appendChild(h('p', { dir: 'auto' }, markedStretch(text, open, begin, end)));
  }
  return fragment;
}

/**
 * Returns the nodes of a stretch of the text. Cost: that of sorting, and of what lies over each piece.
 * @param {string} text
 * @param {import('./types').Mark[]} marks
 * @param {number} begin
 * @param {number} end
 * @returns {Node[]}
 */
export function markedStretch(text, marks, begin, end) {
  const own = sortedMarks(marks).filter((mark) => mark.begin < end && mark.end > begin);
  const borders = new Set([begin, end]);
  for (const mark of own) {
    borders.add(Math.max(mark.begin, begin));
    borders.add(Math.min(mark.end, end));
  }
  const places = [...borders].sort((x, y) => x - y);
  const notes = notesByPlace(own);
  /** @type {Node[]} */
  const nodes = [];
  /** @type {import('./types').Mark[]} */
  let active = [];
  let next = 0;
  for (let i = 0; i + 1 < places.length; ++i) {
    const [from, to] = [places[i], places[i + 1]];
    active = active.filter((mark) => mark.end > from);
    while (next < own.length && own[next].begin <= from) active.push(own[next++]);
    nodes.push(...shownNotes(notes.get(from) ?? []));
    const content = text.slice(from, to);
    nodes.push(active.length === 0 ? document.createTextNode(content) : markElement(content, active));
  }
  return nodes;
}

/**
 * Returns where paragraphs begin and end: they are parted by empty lines.
 * @param {string} text
 * @returns {[number, number][]}
 */
export function paragraphs(text) {
  /** @type {[number, number][]} */
  const list = [];
  let begin = 0;
  for (const gap of text.matchAll(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/g)) {
    if (gap.index > begin) list.push([begin, gap.index]);
    begin = gap.index + gap[0].length;
  }
  if (begin < text.length) list.push([begin, text.length]);
  return list;
}

/**
 * Returns what stands around a place: up to whole sentences, at most `reach` characters on each side, inside its paragraph.
 * @param {string} text
 * @param {{begin: number, end: number}} where
 * @param {number} [reach]
 * @returns {[number, number]}
 */
export function surroundings(text, where, reach = 220) {
  const floor = Math.max(where.begin - reach, 0);
  const before = text.slice(floor, where.begin);
  let begin = floor;
  const sentence = before.search(/[.!?…。]["”’»)]*\s+\S[^.!?…。]*$/u);
  if (sentence >= 0) begin = floor + sentence + (/^\S+\s+/u.exec(before.slice(sentence))?.[0].length ?? 0);
  else if (floor > 0) begin = floor + (before.search(/\s/u) + 1);
  for (const gap of before.matchAll(/\r?\n[ \t]*\r?\n/g)) begin = Math.max(begin, floor + gap.index + gap[0].length);

  const ceiling = Math.min(where.end + reach, text.length);
  const after = text.slice(where.end, ceiling);
  let end = ceiling;
  const stop = /[.!?…。]["”’»)]*(?=\s|$)|\r?\n[ \t]*\r?\n/u.exec(after);
  if (stop) end = where.end + stop.index + (stop[0].trim() === '' ? 0 : stop[0].length);
  else if (ceiling < text.length) end = where.end + Math.max(after.lastIndexOf(' '), 0);
  if (isInsidePair(text, begin)) begin += 1;
  if (isInsidePair(text, end)) end -= 1;
  return [Math.min(begin, where.begin), Math.max(end, where.end)];
}

/** @param {import('./types').Mark[]} marks */
function sortedMarks(marks) {
  return [...marks].filter((mark) => mark.end > mark.begin).sort((x, y) => x.begin - y.begin || y.end - x.end);
}

/**
 * @param {string} content
 * @param {import('./types').Mark[]} active
 */
function markElement(content, active) {
  const keys = [...new Set(active.flatMap((mark) => (mark.key ? [mark.key] : [])))];
  const classes = [...new Set(active.map((mark) => mark.kind))];
  return h('mark', { class: classes.join(' '), 'data-keys': keys.length > 0 ? keys.join(' ') : null }, content);
}

/**
 * Returns the notes by where they stand; where a finding runs already, it has its note.
 * @param {import('./types').Mark[]} sorted
 */
function notesByPlace(sorted) {
  /** @type {Map<number, NonNullable<import('./types').Mark['note']>[]>} */
  const notes = new Map();
  /** @type {Map<string | undefined, number>} how far each finding has run */
  const ends = new Map();
  for (const { begin, end, key, note: own } of sorted) {
    if (!own) continue;
    const reached = ends.get(key) ?? -1;
    if (reached <= begin) gatherInto(notes, begin, own);
    ends.set(key, Math.max(reached, end));
  }
  return notes;
}

/**
 * Returns the first few, and how many more there are.
 * @param {NonNullable<import('./types').Mark['note']>[]} notes
 * @returns {Node[]}
 */
function shownNotes(notes) {
  const most = 4;
  if (notes.length <= most) return notes.map(note);
  const rest = `+${notes.length - most + 1}`;
  const { href } = notes[most - 1];
  return [...notes.slice(0, most - 1), { text: rest, href, label: `${rest}: more that begin here` }].map(note);
}

/** @param {NonNullable<import('./types').Mark['note']>} content */
function note({ text, href, label }) {
  // Its own direction, so that it does not decide that of the paragraph.
  return h('a', { class: 'note', dir: 'ltr', href, 'aria-label': label, title: label }, text);
}

/**
 * Returns the marks of a passage's differing words on one side.
 * @param {import('./types').Passage} passage
 * @param {import('./types').Place} side
 * @param {string} [key]
 * @returns {import('./types').Mark[]}
 */
export function editMarks(passage, side, key) {
  const offset = side === passage.a ? 0 : 2;
  /** @type {import('./types').Mark[]} */
  const marks = [];
  for (let i = 0; i < passage.edits.length; i += 4) {
    const begin = side.begin + passage.edits[i + offset];
    const end = side.begin + passage.edits[i + offset + 1];
    if (end > begin) marks.push({ begin, end, kind: 'differs', key });
  }
  return marks;
}

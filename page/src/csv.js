// A list as it is shown, as a file of values between commas, for a table program.
import { h } from './dom.js';

/**
 * Returns the rows as RFC 4180 has them. What a table program would take for a formula begins with an apostrophe.
 * @param {(string | number | null)[][]} rows the first names the columns
 */
export function toCsv(rows) {
  const cell = (/** @type {string | number | null} */ value) => {
    if (value === null) return '';
    if (typeof value === 'number') return String(value);
    const text = /^\s*[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/**
 * Returns the rows of a table, with the names of its columns.
 * @template T
 * @param {import('./table.js').Column<T>[]} columns
 * @param {T[]} rows
 */
export function savedTable(columns, rows) {
  const cells = (/** @type {T} */ row) => columns.map(({ value, saved = value }) => saved(row));
  return [columns.map(({ name }) => name), ...rows.map(cells)];
}

/**
 * A button that saves the rows; they are made when it is pressed.
 * @param {string} name of the file
 * @param {() => (string | number | null)[][]} makeRows
 */
export function saveButton(name, makeRows) {
  const save = () => {
    const file = new Blob(['\uFEFF', toCsv(makeRows())], { type: 'text/csv;charset=utf-8' });
    const url = URL.createObjectURL(file);
    h('a', { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  };
  return h('button', { type: 'button', class: 'save', onclick: save }, 'Save this list as CSV');
}

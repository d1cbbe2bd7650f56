// Tables that a click on a column's name sorts, and sorts the other way round; the order stands in the address.
import { announce, h } from './dom.js';
import { growingTable } from './grow.js';

/**
 * A column: numbers are sorted from the largest down at first, texts from A up. Rows of which nothing is known come last.
 * `saved` is what stands in a file, where that is not what is sorted by.
 * @template T
 * @typedef {{key: string, name: string, value: (row: T) => number | string | null,
 *   cell: (row: T) => import('./types').Child, explained?: string, isText?: boolean,
 *   saved?: (row: T) => number | string | null}} Column
 */

/**
 * Returns the rows in the order that the address names: "words", or "-words" for the other way round. Equal rows stay in
 * the order in which they came.
 * @template T
 * @param {T[]} rows
 * @param {Column<T>[]} columns
 * @param {string} sort
 */
export function sortedRows(rows, columns, sort) {
  const isTurned = sort.startsWith('-');
  const column = columns.find(({ key }) => key === sort.replace(/^-/, ''));
  if (!column) return rows;
  const sign = Boolean(column.isText) === isTurned ? -1 : 1;
  const keyed = rows.map((row, i) => ({ row, i, value: column.value(row) }));
  keyed.sort((x, y) => {
    if (x.value === null || y.value === null) return Number(x.value === null) - Number(y.value === null) || x.i - y.i;
    return sign * compareValues(x.value, y.value) || x.i - y.i;
  });
  return keyed.map(({ row }) => row);
}

/**
 * @param {number | string} x
 * @param {number | string} y
 */
function compareValues(x, y) {
  if (typeof x === 'number' && typeof y === 'number') return x - y;
  return String(x).localeCompare(String(y), undefined, { numeric: true });
}

/**
 * Returns the table, with a button on top of each column.
 * @template T
 * @param {string} caption
 * @param {Column<T>[]} columns
 * @param {T[]} rows in the order in which they stand where nothing else is chosen
 * @param {string} sort
 * @param {(sort: string) => void} change is called with what a click chooses
 */
export function sortableTable(caption, columns, rows, sort, change) {
  const heads = columns.map((column) => headOf(column, sort, change));
  const table = h('table', { class: 'sortable' }, h('caption', {}, caption), h('thead', {}, h('tr', {}, heads)));
  return growingTable(table, sortedRows(rows, columns, sort), (row) =>
    h(
      'tr',
      {},
      columns.map((column) => h('td', { class: column.isText ? null : 'number' }, column.cell(row))),
    ),
  );
}

/**
 * @template T
 * @param {Column<T>} column
 * @param {string} sort
 * @param {(sort: string) => void} change
 */
function headOf(column, sort, change) {
  const isChosen = sort.replace(/^-/, '') === column.key;
  const isTurned = sort.startsWith('-');
  const direction = Boolean(column.isText) === isTurned ? 'descending' : 'ascending';
  const choose = () => {
    change(isChosen && !isTurned ? `-${column.key}` : column.key);
    announce(`Sorted by ${column.name}`);
    document.getElementById(`sort-${column.key}`)?.focus();
  };
  const button = h(
    'button',
    { type: 'button', id: `sort-${column.key}`, title: column.explained, onclick: choose },
    column.name,
    isChosen ? h('span', { 'aria-hidden': 'true' }, direction === 'ascending' ? ' ▲' : ' ▼') : null,
  );
  const attributes = { scope: 'col', class: column.isText ? null : 'number', 'aria-sort': isChosen ? direction : null };
  return h('th', attributes, button);
}

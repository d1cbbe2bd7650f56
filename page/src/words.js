// How the page writes numbers, dates and names.

/** @param {number} value */
export function grouped(value) {
  return value.toLocaleString('en-US');
}

/**
 * "1 article", "2 articles".
 * @param {number} count
 * @param {string} noun
 * @param {string} [plural]
 */
export function counted(count, noun, plural = `${noun}s`) {
  return `${grouped(count)} ${count === 1 ? noun : plural}`;
}

/**
 * "94 %"; 100 and 0 only for what is exactly that.
 * @param {number} share
 */
export function percent(share) {
  // Thousandths first: 0.285 * 100 is a little less than 28.5.
  const rounded = Math.round(Math.round(share * 1000) / 10);
  if (share > 0 && rounded === 0) return 'below 1\u00a0%';
  return `${share < 1 ? Math.min(rounded, 99) : 100}\u00a0%`;
}

/**
 * "a", "a and b", "a, b and c"; and of many "a, b and 7 more".
 * @template {import('./types').Child} T
 * @param {T[]} items
 * @param {number} [most]
 * @returns {import('./types').Child[]}
 */
export function listed(items, most = Infinity) {
  const shown = items.length > most + 1 ? items.slice(0, most) : items;
  const rest = items.length - shown.length;
  /** @type {import('./types').Child[]} */
  const out = [];
  shown.forEach((item, i) => {
    const last = i === shown.length - 1 && rest === 0;
    if (i > 0) out.push(last ? ' and ' : ', ');
    out.push(item);
  });
  if (rest > 0) out.push(` and ${grouped(rest)} more`);
  return out;
}

/**
 * Cuts at a blank, if something has to go.
 * @param {string} text
 * @param {number} length
 */
export function cut(text, length) {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= length) return line;
  const blank = line.lastIndexOf(' ', length);
  let end = blank > length / 2 ? blank : length;
  if (isInsidePair(line, end)) end -= 1;
  return `${line.slice(0, end)}…`;
}

/**
 * Whether the place lies between the two halves of a character beyond the BMP.
 * @param {string} text
 * @param {number} at
 */
export function isInsidePair(text, at) {
  return at > 0 && at < text.length && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * "5 March 2031", "March 2031", "2031"; with the time of day if it is asked for and known.
 * @param {string | null} date ISO 8601
 * @param {boolean} [withTime]
 */
export function readableDate(date, withTime = false) {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:[T ](\d\d:\d\d).*?(Z|[+-]\d\d:?\d\d)?)?$/.exec(date ?? '');
  if (!parts) return date ?? '';
  const [, year, month, day, time, zone] = parts;
  const words = [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(' ');
  return withTime && time ? `${words}, ${time}${zone === 'Z' ? ' UTC' : (zone ?? '')}` : words;
}

/**
 * "$5.5 million to $6.5 million", "below 2,000", "17 %": what a figure may mean.
 * @param {import('./types').Figure} figure
 */
export function meaning(figure) {
  if (figure.kind === 'date' || figure.kind === 'year' || figure.kind === 'ratio') return '';
  const { low, high } = figure;
  if (low === null && high === null) return '';
  if (low === null) return `${amount(/** @type {number} */ (high), figure)} at most`;
  if (high === null) return `${amount(low, figure)} or more`;
  return low === high ? amount(low, figure) : `${amount(low, figure)} to ${amount(high, figure)}`;
}

/**
 * @param {number} value
 * @param {import('./types').Figure} figure
 */
function amount(value, figure) {
  /** @type {Intl.NumberFormatOptions} */
  const format = {
    notation: Math.abs(value) >= 1e6 ? 'compact' : 'standard',
    compactDisplay: 'long',
    maximumSignificantDigits: 4,
  };
  const sign = figure.kind === 'money' ? currencySign(figure.unit) : '';
  if (sign) return `${sign}${value.toLocaleString('en-US', format)}`;
  const number = value.toLocaleString('en-US', format);
  if (figure.kind === 'duration') return `${number} ${figure.unit}${value === 1 ? '' : 's'}`;
  return figure.unit ? `${number} ${figure.unit}` : number;
}

/**
 * "$", "€"; "CHF " where a currency has no sign of its own.
 * @param {string} unit ISO 4217
 */
function currencySign(unit) {
  if (!/^[A-Z]{3}$/.test(unit)) return '';
  const parts = new Intl.NumberFormat('en-US', { style: 'currency', currency: unit }).formatToParts(0);
  const sign = parts.find((part) => part.type === 'currency')?.value ?? unit;
  return sign.length > 1 ? `${sign}\u00a0` : sign;
}

/**
 * Returns the address if it is one of the web, so that a link may lead there.
 * @param {string | null} url
 */
export function webAddress(url) {
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}

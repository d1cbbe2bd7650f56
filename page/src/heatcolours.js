// The colours of the matrix: from the ground of the theme to its heat.
//
// A value's strength is the square root of its share of the largest: 1 % is seen as a tenth, 25 % as half. Where cells are
// but pixels, the faintest are stronger still.

/** @typedef {ReturnType<typeof readColours>} HeatColours */

export const smallestWithGap = 5; // cells below it touch each other

/**
 * @param {number} value
 * @param {number} most
 * @param {number} cell its size
 */
export function heatStrength(value, most, cell) {
  const least = cell < smallestWithGap ? 0.3 : 0.06;
  return value <= 0 || most <= 0 ? 0 : Math.min(1, least + (1 - least) * Math.sqrt(value / most));
}

/** Reads the colours of the theme that is on. */
export function readColours() {
  const style = getComputedStyle(document.documentElement);
  const get = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  const heat = get('--heat').split(',').map(Number);
  return {
    heat,
    card: hexColour(get('--card')),
    ink: get('--ink'),
    soft: get('--soft'),
    line: get('--line'),
    accent: get('--accent'),
    sans: get('--sans'),
  };
}

/** @param {string} hex "#1d2026" */
export function hexColour(hex) {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

/**
 * @param {{ heat: number[], card: number[] }} colours
 * @param {number} strength
 */
export function heatColour({ heat, card }, strength) {
  return `rgb(${heat.map((part, i) => Math.round(card[i] + (part - card[i]) * strength)).join(',')})`;
}

/**
 * Black or white, whichever stands out more.
 * @param {string} rgb
 */
export function readableOn(rgb) {
  const [r, g, b] = (rgb.match(/\d+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#000' : '#fff';
}

// Paints the matrix on a canvas: labelled cells where there is room, else pixels, each the largest value of the cells on it.
// A pixel's value takes two of them, since else nobody would find it.
import { heatStrength, hexColour, heatColour, readableOn, readColours, smallestWithGap } from './heatcolours.js';

/**
 * @typedef {object} HeatFrame all in CSS pixels
 * @property {number} left of the map: row labels stand there
 * @property {number} top
 * @property {number} side
 * @property {number} cell may be below 1
 * @property {number} width of the canvas
 * @property {number} height
 * @property {boolean} isLabelled
 *
 * @typedef {object} HeatPicture
 * @property {number[]} order the articles, from the top and from the left
 * @property {import('./types').Matrix} matrix
 * @property {(row: number, column: number) => number} value of places in the order
 * @property {number} most the largest value
 * @property {[number, number][]} frames runs of what belongs together
 * @property {string[]} names in order, empty where the map has no labels
 * @property {number[]} originals of all articles, by their numbers
 *
 * @typedef {{ row: number, column: number }} HeatCell
 */

const largestCell = 40;
const smallestLabelled = 13;
const smallestWithValue = 30;

/**
 * Fits a map of n articles into a width, and if it can stay legible, into a height.
 * @param {number} n
 * @param {number} width
 * @param {number} height
 * @param {number} longest name's letters
 * @returns {HeatFrame}
 */
export function heatFrame(n, width, height, longest) {
  const left = Math.round(Math.min(190, width * 0.27, longest * 7 + 14));
  const top = Math.round(Math.min(130, width * 0.24, longest * 6 + 18));
  const right = Math.round(top * 0.5); // labels of columns lean over
  const labelled = Math.min(largestCell, Math.floor((width - left - right) / n));
  if (labelled >= smallestLabelled) {
    const cell = Math.max(Math.min(labelled, Math.floor((height - top) / n)), Math.min(labelled, 24));
    return {
      left,
      top,
      side: cell * n,
      cell,
      width: left + cell * n + right,
      height: top + cell * n + 1,
      isLabelled: true,
    };
  }
  const room = Math.min(width - 2, Math.max(height, 300));
  const cell = room / n >= 2 ? Math.floor(room / n) : room / n;
  const side = Math.floor(cell * n);
  return { left: 1, top: 1, side, cell, width: side + 2, height: side + 2, isLabelled: false };
}

/**
 * Makes a canvas sharp, and returns where to draw, in CSS pixels.
 * @param {HTMLCanvasElement} canvas
 * @param {HeatFrame} frame
 */
export function sizeCanvas(canvas, frame) {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(frame.width * ratio);
  canvas.height = Math.round(frame.height * ratio);
  canvas.style.width = `${frame.width}px`;
  canvas.style.height = `${frame.height}px`;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

/**
 * Paints all but the cursor.
 * @param {CanvasRenderingContext2D} context
 * @param {HeatFrame} frame
 * @param {HeatPicture} picture
 */
export function paintHeat(context, frame, picture) {
  const colours = readColours();
  context.clearRect(0, 0, frame.width, frame.height);
  if (frame.cell >= smallestWithGap) paintCells(context, frame, picture, colours);
  else paintPixels(context, frame, picture, colours);
  paintFrames(context, frame, picture, colours);
  if (frame.isLabelled) paintLabels(context, frame, picture, colours);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {HeatFrame} frame
 * @param {HeatPicture} picture
 * @param {import('./heatcolours.js').HeatColours} colours
 */
function paintCells(context, frame, picture, colours) {
  const { cell, left, top } = frame;
  const n = picture.order.length;
  const size = cell - 1;
  context.font = `${cell >= 36 ? 12 : 11}px ${colours.sans}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (let row = 0; row < n; ++row) {
    for (let column = 0; column < n; ++column) {
      const x = left + column * cell;
      const y = top + row * cell;
      const value = row === column ? 0 : picture.value(row, column);
      context.fillStyle = row === column ? colours.line : heatColour(colours, 0);
      context.fillRect(x, y, size, size);
      if (value === 0) continue;
      const fill = heatColour(colours, heatStrength(value, picture.most, cell));
      context.fillStyle = fill;
      context.fillRect(x, y, size, size);
      if (cell < smallestWithValue) continue;
      context.fillStyle = readableOn(fill);
      const text = picture.matrix.measure === 'points' ? String(value) : inPercent(value);
      context.fillText(text, x + size / 2, y + size / 2 + 0.5);
    }
  }
}

/** @param {number} share */
function inPercent(share) {
  return share < 0.005 ? '<1' : String(share < 1 ? Math.min(99, Math.round(share * 100)) : 100);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {HeatFrame} frame
 * @param {HeatPicture} picture
 * @param {import('./heatcolours.js').HeatColours} colours
 */
function paintPixels(context, frame, picture, colours) {
  const ratio = context.getTransform().a;
  const side = Math.round(frame.side * ratio);
  const values = largestValues(picture, side, Math.round(2 * ratio));
  const image = context.createImageData(side, side);
  const back = colours.card;
  const n = picture.order.length;
  const diagonal = hexColour(colours.line);
  for (let i = 0; i < values.length; ++i) {
    const strength = heatStrength(values[i], picture.most, frame.cell);
    const isDiagonal =
      Math.floor(((i % side) * n) / side) === Math.floor((Math.floor(i / side) * n) / side) && strength === 0;
    for (let c = 0; c < 3; ++c)
      image.data[i * 4 + c] = isDiagonal ? diagonal[c] : back[c] + (colours.heat[c] - back[c]) * strength;
    image.data[i * 4 + 3] = 255;
  }
  context.putImageData(image, Math.round(frame.left * ratio), Math.round(frame.top * ratio));
}

/**
 * Returns the largest value on each pixel.
 * @param {HeatPicture} picture
 * @param {number} side
 * @param {number} least pixels that a value takes, in both directions
 */
export function largestValues(picture, side, least) {
  const n = picture.order.length;
  const values = new Float32Array(side * side);
  const from = picture.order.map((_, i) => Math.min(side - least, Math.floor((i * side) / n)));
  const to = picture.order.map((_, i) => Math.max(from[i] + least, Math.floor(((i + 1) * side) / n)));
  /** @type {number[][]} the places of an original and of its copies */
  const placesOf = picture.originals.map(() => []);
  picture.order.forEach((article, place) => placesOf[picture.originals[article]].push(place));
  const put = (/** @type {number} */ row, /** @type {number} */ column, /** @type {number} */ value) => {
    for (let y = from[row]; y < to[row]; ++y) {
      for (let x = from[column]; x < to[column]; ++x) values[y * side + x] = Math.max(values[y * side + x], value);
    }
  };
  picture.matrix.entries.forEach((entries, a) => {
    for (const row of placesOf[a]) {
      for (const [b, value] of entries) for (const column of a === b ? [] : placesOf[b]) put(row, column, value);
      for (const column of placesOf[a]) if (column !== row) put(row, column, picture.value(row, column));
    }
  });
  return values;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {HeatFrame} frame
 * @param {HeatPicture} picture
 * @param {import('./heatcolours.js').HeatColours} colours
 */
function paintFrames(context, frame, picture, colours) {
  context.strokeStyle = frame.cell < smallestWithGap ? colours.line : colours.soft;
  context.lineWidth = 1;
  for (const [begin, end] of picture.frames) {
    const size = (end - begin) * frame.cell;
    if (size < 12) continue;
    context.strokeRect(frame.left + begin * frame.cell - 0.5, frame.top + begin * frame.cell - 0.5, size, size);
  }
  if (frame.cell < smallestWithGap) {
    context.strokeStyle = colours.line;
    context.strokeRect(frame.left - 0.5, frame.top - 0.5, frame.side + 1, frame.side + 1);
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {HeatFrame} frame
 * @param {HeatPicture} picture
 * @param {import('./heatcolours.js').HeatColours} colours
 */
function paintLabels(context, frame, picture, colours) {
  const { cell, left, top } = frame;
  context.font = `${cell >= 18 ? 12 : 11}px ${colours.sans}`;
  context.fillStyle = colours.ink;
  context.textBaseline = 'middle';
  picture.names.forEach((name, i) => {
    context.textAlign = 'right';
    context.fillText(fitted(context, name, left - 8), left - 7, top + (i + 0.5) * cell);
    context.save();
    context.translate(left + (i + 0.5) * cell, top - 7);
    context.rotate(-Math.PI / 3);
    context.textAlign = 'left';
    context.fillText(fitted(context, name, (top - 12) / Math.sin(Math.PI / 3)), 0, 0);
    context.restore();
  });
}

/**
 * Cuts a name until it is narrow enough.
 * @param {CanvasRenderingContext2D} context
 * @param {string} name
 * @param {number} width
 */
function fitted(context, name, width) {
  if (context.measureText(name).width <= width) return name;
  let length = name.length;
  while (length > 1 && context.measureText(`${name.slice(0, length)}…`).width > width) --length;
  return `${name.slice(0, length).trimEnd()}…`;
}

/**
 * Paints where the cursor is: its cell, and its row and column.
 * @param {CanvasRenderingContext2D} context
 * @param {HeatFrame} frame
 * @param {HeatCell} at
 */
export function paintHeatCursor(context, frame, at) {
  const colours = readColours();
  const { left, top, side, cell } = frame;
  const x = left + at.column * cell;
  const y = top + at.row * cell;
  context.fillStyle = colours.accent;
  context.globalAlpha = 0.16;
  context.fillRect(0, y, left + side, Math.max(cell, 1));
  context.fillRect(x, top, Math.max(cell, 1), side);
  context.globalAlpha = 1;
  context.strokeStyle = colours.ink;
  context.lineWidth = 2;
  const size = Math.max(cell - 1, 5);
  context.strokeRect(x - (cell < 5 ? 3 : 1), y - (cell < 5 ? 3 : 1), size + 2, size + 2);
}

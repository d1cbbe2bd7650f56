// Pictures of a page in few colours: a quarter of the bytes, and nobody sees it.
//
// Reads the PNG that the browser makes (8 bits a channel, no interlacing) and writes one with a palette.
import { crc32 as zlibCrc, deflateSync, inflateSync } from 'node:zlib';

const most = 40; // colours
const kept = 12; // the commonest, grounds among them, however alike they are

/** @param {Buffer} bytes */
function crc32(bytes) {
  if (zlibCrc) return zlibCrc(bytes);
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; ++bit) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/**
 * @param {string} name
 * @param {Uint8Array} content
 */
function chunk(name, content) {
  const body = Buffer.concat([Buffer.from(name), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** @param {Buffer} png */
function chunksOf(png) {
  const chunks = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({ name: png.toString('latin1', at + 4, at + 8), content: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/**
 * The predictor of PNG: whichever of left, above and above left is nearest to their plane.
 * @param {number} left
 * @param {number} above
 * @param {number} corner
 */
function paeth(left, above, corner) {
  const [x, y, z] = [above - corner, left - corner, left + above - 2 * corner].map(Math.abs);
  return x <= y && x <= z ? left : y <= z ? above : corner;
}

/**
 * Undoes the filters of the lines. Returns the samples of all of them.
 * @param {Buffer} raw
 * @param {number} line bytes
 * @param {number} step bytes of a pixel
 */
function unfiltered(raw, line, step) {
  const out = Buffer.alloc((raw.length / (line + 1)) * line);
  for (let from = 0, to = 0; from < raw.length; from += line + 1, to += line) {
    for (let i = 0; i < line; ++i) {
      const left = i >= step ? out[to + i - step] : 0;
      const above = to > 0 ? out[to + i - line] : 0;
      const corner = to > 0 && i >= step ? out[to + i - line - step] : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][raw[from]];
      out[to + i] = raw[from + 1 + i] + guess;
    }
  }
  return out;
}

/**
 * Returns few colours, the commonest first, those left out that hardly differ from one that is there.
 * @param {Map<number, number>} counts
 */
function paletteOf(counts) {
  const sorted = [...counts].sort((x, y) => y[1] - x[1] || x[0] - y[0]).map(([colour]) => colour);
  for (let least = 0; ; least += 4) {
    /** @type {number[]} */
    const palette = [];
    for (const colour of sorted) {
      if (palette.length < kept || palette.every((other) => distance(colour, other) > least)) palette.push(colour);
      if (palette.length > most) break;
    }
    if (palette.length <= most) return palette;
  }
}

/**
 * @param {number} x
 * @param {number} y
 */
function distance(x, y) {
  return [16, 8, 0].reduce((sum, shift) => sum + Math.abs(((x >> shift) & 255) - ((y >> shift) & 255)), 0);
}

/**
 * @param {Buffer} png
 * @returns {Buffer}
 */
export function smallPng(png) {
  const chunks = chunksOf(png);
  const head = chunks[0].content;
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const step = head[9] === 6 ? 4 : 3;
  const packed = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ content }) => content));
  const samples = unfiltered(inflateSync(packed), width * step, step);
  const colourAt = (/** @type {number} */ i) => (samples[i] << 16) | (samples[i + 1] << 8) | samples[i + 2];
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let i = 0; i < samples.length; i += step) counts.set(colourAt(i), (counts.get(colourAt(i)) ?? 0) + 1);
  const palette = paletteOf(counts);
  /** @type {Map<number, number>} */
  const index = new Map();
  for (const colour of counts.keys()) {
    const nearest = palette.reduce(
      (best, other, i) => (distance(colour, other) < distance(colour, palette[best]) ? i : best),
      0,
    );
    index.set(colour, nearest);
  }
  const lines = Buffer.alloc(height * (width + 1)); // each begins with 0: no filter
  for (let y = 0; y < height; ++y)
    for (let x = 0; x < width; ++x) lines[y * (width + 1) + 1 + x] = index.get(colourAt((y * width + x) * step)) ?? 0;
  const header = Buffer.from(head);
  header[9] = 3; // a palette
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const end = chunk('IEND', Buffer.alloc(0));
  const data = deflateSync(lines, { level: 9 });
  return Buffer.concat([png.subarray(0, 8), chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', data), end]);
}

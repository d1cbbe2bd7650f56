// Where the nodes of a network stand: those with strong ties near each other, none on another, inside a frame.
//
// Nodes repel each other and ties pull, as in Fruchterman and Reingold (1991), while steps grow smaller; then nodes with
// their labels, as boxes, push each other apart. Nothing is random: nodes start on a spiral, those with the most ties
// inside. Time: a few hundred rounds over all pairs, 60 ms for 150 nodes.

/**
 * @typedef {object} LayoutNode
 * @property {number} width of the box that it must have for itself: node and label
 * @property {number} height
 *
 * @typedef {{ a: number, b: number, weight: number }} LayoutEdge weight in (0, 1]
 * @typedef {{ x: number, y: number }} Spot
 */

/**
 * Returns the middles of the boxes.
 * @param {LayoutNode[]} nodes
 * @param {LayoutEdge[]} edges
 * @param {number} width of the frame
 * @param {number} height
 * @returns {Spot[]}
 */
export function placeNodes(nodes, edges, width, height) {
  if (nodes.length === 0) return [];
  const spots = spiral(nodes.length, edges, width, height);
  const springs = springsOf(nodes.length, edges);
  const ideal = 0.8 * Math.sqrt((width * height) / nodes.length);
  const rounds = nodes.length > 80 ? 200 : 320;
  for (let round = 0; round < rounds; ++round) {
    relax(spots, springs, ideal, (ideal * (1 - round / rounds)) / 2, height / width);
  }
  fitFrame(spots, nodes, width, height);
  for (let round = 0; round < 120 && pushApart(spots, nodes, width, height); ++round);
  return spots;
}

/**
 * @param {number} n
 * @param {LayoutEdge[]} edges
 * @param {number} width
 * @param {number} height
 * @returns {Spot[]}
 */
function spiral(n, edges, width, height) {
  const pull = new Array(n).fill(0);
  for (const { a, b, weight } of edges) {
    pull[a] += weight;
    pull[b] += weight;
  }
  const order = pull.map((_, i) => i).sort((x, y) => pull[y] - pull[x] || x - y);
  /** @type {Spot[]} */
  const spots = new Array(n);
  order.forEach((node, rank) => {
    const reach = Math.sqrt((rank + 0.5) / n) / 2;
    const angle = rank * 2.399963; // the golden angle: no two in a row
    spots[node] = { x: width * (0.5 + reach * Math.cos(angle)), y: height * (0.5 + reach * Math.sin(angle)) };
  });
  return spots;
}

/**
 * Makes ties springs: weaker where both ends have many, so that what hangs closely together is not drawn into a knot.
 * @param {number} n
 * @param {LayoutEdge[]} edges
 * @returns {LayoutEdge[]}
 */
function springsOf(n, edges) {
  const ties = new Array(n).fill(0);
  for (const { a, b } of edges) {
    ties[a] += 1;
    ties[b] += 1;
  }
  return edges.map(({ a, b, weight }) => ({
    a,
    b,
    weight: (0.5 + 0.5 * Math.sqrt(weight)) / Math.max(1, Math.min(ties[a], ties[b]) / 2),
  }));
}

/**
 * One round: all repel, ties pull, the middle pulls a little, and nobody goes further than `step`.
 * @param {Spot[]} spots
 * @param {LayoutEdge[]} springs
 * @param {number} ideal distance
 * @param {number} step
 * @param {number} flatness height by width: a flat frame pulls more strongly up and down
 */
function relax(spots, springs, ideal, step, flatness) {
  const n = spots.length;
  const moves = spots.map(() => ({ x: 0, y: 0 }));
  const push = (
    /** @type {number} */ a,
    /** @type {number} */ b,
    /** @type {number} */ force,
    /** @type {number} */ dx,
    /** @type {number} */ dy,
  ) => {
    moves[a].x += dx * force;
    moves[a].y += dy * force;
    moves[b].x -= dx * force;
    moves[b].y -= dy * force;
  };
  for (let a = 0; a < n; ++a) {
    for (let b = 0; b < a; ++b) {
      const dx = spots[a].x - spots[b].x || 0.01 * (a - b);
      const dy = spots[a].y - spots[b].y || 0.01;
      push(a, b, (ideal * ideal) / (dx * dx + dy * dy), dx, dy);
    }
  }
  for (const { a, b, weight } of springs) {
    const dx = spots[a].x - spots[b].x;
    const dy = spots[a].y - spots[b].y;
    push(a, b, (-Math.hypot(dx, dy) / ideal) * weight, dx, dy);
  }
  const middle = spots.reduce((sum, { x, y }) => ({ x: sum.x + x / n, y: sum.y + y / n }), { x: 0, y: 0 });
  const towards = 0.15 + 0.012 * n;
  spots.forEach((spot, i) => {
    const x = moves[i].x - (spot.x - middle.x) * towards * Math.min(1, flatness);
    const y = moves[i].y - (spot.y - middle.y) * towards * Math.min(1.6, 1 / flatness);
    const length = Math.hypot(x, y) || 1;
    spot.x += (x / length) * Math.min(length, step);
    spot.y += (y / length) * Math.min(length, step);
  });
}

/**
 * Stretches the net to fill the frame, in both directions at most threefold.
 * @param {Spot[]} spots
 * @param {LayoutNode[]} nodes
 * @param {number} width
 * @param {number} height
 */
function fitFrame(spots, nodes, width, height) {
  const stretch = (/** @type {'x' | 'y'} */ axis, /** @type {number} */ room, /** @type {number} */ margin) => {
    const low = spots.reduce((least, spot) => Math.min(least, spot[axis]), Infinity);
    const high = spots.reduce((most, spot) => Math.max(most, spot[axis]), -Infinity);
    const scale = Math.min(3, (room - 2 * margin) / Math.max(high - low, 1));
    for (const spot of spots) spot[axis] = room / 2 + (spot[axis] - (low + high) / 2) * scale;
  };
  stretch('x', width, nodes.reduce((most, node) => Math.max(most, node.width), 0) / 2);
  stretch('y', height, nodes.reduce((most, node) => Math.max(most, node.height), 0) / 2);
}

/**
 * Moves boxes that overlap apart, along the shorter way, and back into the frame. Returns whether any did.
 * @param {Spot[]} spots
 * @param {LayoutNode[]} nodes
 * @param {number} width
 * @param {number} height
 */
function pushApart(spots, nodes, width, height) {
  let any = false;
  for (let a = 0; a < spots.length; ++a) {
    for (let b = 0; b < a; ++b) {
      const dx = spots[a].x - spots[b].x;
      const dy = spots[a].y - spots[b].y;
      const overX = (nodes[a].width + nodes[b].width) / 2 - Math.abs(dx);
      const overY = (nodes[a].height + nodes[b].height) / 2 - Math.abs(dy);
      if (overX <= 0.01 || overY <= 0.01) continue;
      any = true;
      const axis = overX < overY * 1.5 ? 'x' : 'y';
      const by = (axis === 'x' ? overX : overY) / 2 + 0.1;
      const sign = (axis === 'x' ? dx : dy) < 0 ? -1 : 1;
      spots[a][axis] += sign * by;
      spots[b][axis] -= sign * by;
    }
  }
  spots.forEach((spot, i) => {
    spot.x = insideFrame(spot.x, nodes[i].width / 2, width);
    spot.y = insideFrame(spot.y, nodes[i].height / 2, height);
  });
  return any;
}

/**
 * @param {number} at
 * @param {number} margin
 * @param {number} room
 */
function insideFrame(at, margin, room) {
  return Math.max(margin, Math.min(room - margin, at));
}

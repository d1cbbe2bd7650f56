// Making elements. Text goes in as text nodes alone, so that nothing that comes from a document is ever read as markup.

const svgSpace = 'http://www.w3.org/2000/svg';

/**
 * @param {Element} element
 * @param {Record<string, unknown>} attributes
 * @param {import('./types').Child[]} children
 */
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
}

/**
 * Appends nodes, and texts as text.
 * @param {Node} parent
 * @param {import('./types').Child} child
 */
export function append(parent, child) {
  if (child === null || child === undefined || child === false) return;
  if (Array.isArray(child)) for (const one of child) append(parent, one);
  else parent.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
}

/**
 * Returns an HTML element; attributes that are functions listen ("onclick"), those that are null or false are left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {import('./types').Child[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  fill(element, attributes, children);
  return element;
}

/**
 * The same for SVG.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {import('./types').Child[]} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(svgSpace, tag);
  fill(element, attributes, children);
  return /** @type {SVGElementTagNameMap[Tag]} */ (element);
}

/**
 * Returns a link inside the page.
 * @param {string} address behind the "#"
 * @param {import('./types').Child} content
 * @param {Record<string, unknown>} [attributes]
 */
export function link(address, content, attributes = {}) {
  return h('a', { href: `#${address}`, ...attributes }, content);
}

/**
 * Returns text from a document, in the direction that it is written in, without touching what stands around it.
 * @param {string} text
 */
export function foreign(text) {
  return h('bdi', {}, text);
}

/**
 * Tells people who listen rather than look.
 * @param {string} text
 */
export function announce(text) {
  const region = document.getElementById('announce');
  if (region) region.textContent = text;
}

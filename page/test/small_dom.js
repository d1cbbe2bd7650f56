// As much of a document as making elements takes: nodes with children, attributes and text.

class SmallNode {
  constructor() {
    /** @type {SmallNode[]} */
    this.children = [];
  }

  /** @param {SmallNode} child */
  appendChild(child) {
    this.children.push(...(child instanceof SmallFragment ? child.children : [child]));
    return child;
  }

  /** @returns {string} */
  get textContent() {
    return this.children.map((child) => child.textContent).join('');
  }
}

class SmallFragment extends SmallNode {}

class SmallText extends SmallNode {
  /** @param {string} text */
  constructor(text) {
    super();
    this.text = text;
  }

  get textContent() {
    return this.text;
  }
}

class SmallElement extends SmallNode {
  /** @param {string} name */
  constructor(name) {
    super();
    this.localName = name;
    /** @type {Record<string, string>} */
    this.attributes = {};
  }

  /**
   * @param {string} name
   * @param {string} value
   */
  setAttribute(name, value) {
    this.attributes[name] = value;
  }
}

/** Puts it where the page's modules look for one. */
export function useSmallDom() {
  Object.assign(globalThis, {
    Node: SmallNode,
    document: {
      createElement: (/** @type {string} */ name) => new SmallElement(name),
      createTextNode: (/** @type {string} */ text) => new SmallText(text),
      createDocumentFragment: () => new SmallFragment(),
    },
  });
}

/**
 * A node as text: "one [two](point point-1) ^P1^ three".
 * @param {any} node
 * @returns {string}
 */
export function outline(node) {
  if (node instanceof SmallText) return node.text;
  const inner = node.children.map(outline).join('');
  const { class: classes, 'data-keys': keys } = node.attributes ?? {};
  if (node.localName === 'mark') return `[${inner}](${[classes, keys].filter(Boolean).join(' ')})`;
  if (node.localName === 'a') return `^${inner}^`;
  return node.localName === 'p' ? `<p>${inner}</p>` : inner;
}

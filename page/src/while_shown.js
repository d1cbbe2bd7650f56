// Drawings that follow the room that they have and the colours of the page.

/**
 * Calls `draw` when room or colours change, until the element leaves the page.
 * @param {HTMLElement} element
 * @param {() => void} draw
 */
export function whileShown(element, draw) {
  const end = new AbortController();
  let width = element.clientWidth;
  const observer = new ResizeObserver(() => {
    if (!element.isConnected) {
      end.abort();
      observer.disconnect();
    } else if (element.clientWidth !== width) {
      width = element.clientWidth;
      draw();
    }
  });
  observer.observe(element);
  window.addEventListener('themechange', draw, { signal: end.signal });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw, { signal: end.signal });
}

// Addresses inside the file: "#point-12", "#pair-2-5", "#points?find=bridge&sort=articles".

/**
 * @param {string} hash with or without the "#"
 * @returns {import('./types').Route}
 */
export function parseRoute(hash) {
  const [path, query = ''] = hash.replace(/^#/, '').split('?', 2);
  const parts = path.split('-');
  const view = parts.shift() || 'overview';
  const numbers = parts.map(Number);
  const isGood = numbers.every((number) => Number.isInteger(number) && number > 0);
  return { view: isGood ? view : 'unknown', numbers, query: new URLSearchParams(query) };
}

/**
 * Returns the address of a view with its settings, those left out that are empty.
 * @param {string} path
 * @param {Record<string, string>} settings
 */
export function address(path, settings) {
  const query = new URLSearchParams(Object.entries(settings).filter(([, value]) => value !== ''));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/**
 * Puts settings into the address without a new step in the history, so that "back" leaves the view.
 * @param {string} path
 * @param {Record<string, string>} settings
 */
export function keepSettings(path, settings) {
  history.replaceState(history.state, '', `#${address(path, settings)}`);
}

/**
 * Fills in the settings that the address has.
 * @param {Record<string, string>} settings
 * @param {import('./types').Route} route
 */
export function readSettings(settings, route) {
  for (const name of Object.keys(settings)) settings[name] = route.query.get(name) ?? '';
}

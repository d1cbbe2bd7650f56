// What the page asks the program that served it (docs/serve.md). Nothing is kept, here or there.
const rowsType = 'application/vnd.reprise.page+json';

/** Why a request was refused, in words. */
export class Refusal extends Error {
  /**
   * @param {number} status 0: nobody answered
   * @param {string} detail
   */
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

// That requests carry, where the program was started with one. It is forgotten with the page.
let token = '';

/** @param {string} text */
export function useToken(text) {
  token = text;
}

/**
 * Returns what is answered. Throws Refusal.
 * @param {string} address
 * @param {RequestInit} [request]
 */
async function ask(address, request = {}) {
  const headers = new Headers(request.headers);
  if (token !== '') headers.set('Authorization', `Bearer ${token}`);
  let response;
  try {
    response = await fetch(address, { ...request, headers });
  } catch {
    throw new Refusal(0, 'The program that serves this page does not answer: is reprise serve still running?');
  }
  if (response.ok) return response.json();
  const problem = await response.json().catch(() => ({}));
  throw new Refusal(response.status, problem.detail ?? response.statusText);
}

/**
 * What the archive holds.
 * @returns {Promise<{version: string, documents: number, writable: boolean}>}
 */
export function describeArchive() {
  return ask('/archive');
}

/**
 * Where a text stands.
 * @param {string} text
 * @returns {Promise<import('../src/types').RawReport>}
 */
export function queryText(text) {
  const body = JSON.stringify({ id: 'your text', text });
  return ask('/query', { method: 'POST', body, headers: { 'Content-Type': 'application/json', Accept: rowsType } });
}

/**
 * Where what a file holds stands.
 * @param {File} file
 * @returns {Promise<import('../src/types').RawReport>}
 */
export function queryFile(file) {
  const headers = { 'Content-Type': 'application/octet-stream', Accept: rowsType };
  return ask(`/query?${new URLSearchParams({ name: file.name })}`, { method: 'POST', body: file, headers });
}

/**
 * Documents by outlet, date and what they say.
 * @param {Record<string, string>} search
 * @returns {Promise<{documents: import('./types').Listed[], complete: boolean}>}
 */
export function findDocuments(search) {
  const query = Object.entries(search).filter(([, value]) => value.trim() !== '');
  return ask(`/documents?${new URLSearchParams(query)}`);
}

/**
 * @param {string} id
 * @returns {Promise<import('./types').Listed & {text: string}>}
 */
export function getDocument(id) {
  return ask(`/documents/${encodeURIComponent(id)}`);
}

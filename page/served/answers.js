// What is shown while an answer is awaited, and where there is none.
import { Refusal, useToken } from './api.js';
import { h } from '../src/dom.js';

/**
 * Puts into `place` what `ask` answers, once it does. Of two answers that are awaited, the one asked for last counts.
 * @template T
 * @param {HTMLElement} place
 * @param {() => Promise<T>} ask
 * @param {(answer: T) => import('../src/types').Child[]} draw
 */
export async function fillIn(place, ask, draw) {
  const turn = String(Number(place.dataset.turn ?? 0) + 1);
  place.dataset.turn = turn;
  place.setAttribute('aria-busy', 'true');
  /** @type {import('../src/types').Child[]} */
  let content;
  try {
    content = draw(await ask());
  } catch (error) {
    content = [refused(error, () => fillIn(place, ask, draw))];
  }
  if (place.dataset.turn !== turn) return;
  place.removeAttribute('aria-busy');
  place.replaceChildren(h('div', {}, content));
}

/**
 * Says what went wrong; where a token is asked for, it can be given.
 * @param {unknown} error
 * @param {() => void} again
 */
function refused(error, again) {
  if (!(error instanceof Refusal)) throw error;
  if (error.status !== 401) return h('p', { class: 'card', role: 'alert' }, error.message);
  const input = h('input', { type: 'password', autocomplete: 'off', required: true });
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    useToken(input.value);
    again();
  };
  return h(
    'form',
    { class: 'tools', onsubmit: submit },
    h('label', {}, 'The token that reprise serve was started with', input),
    h('button', {}, 'Go on'),
  );
}

// A document's state, told by a sign and a word.

import { html } from '../vendor/preact.js';
import { say } from '../words.js';

/** Those in which a document waits for its owner, and those from which it can be tried again. */
export const NEEDS_YOU = ['invalid', 'dead'];
export const RETRYABLE = [...NEEDS_YOU, 'cancelled'];

/** Those after which nothing happens by itself; a stream calls one that is gone `deleted`. */
export const ENDED = ['completed', ...RETRYABLE, 'expired', 'deleted'];

const MEANINGS = {
  completed: ['done', '✓'],
  invalid: ['needs-you', '!'],
  dead: ['needs-you', '!'],
  cancelled: ['over', '–'],
  expired: ['over', '–'],
};

export function State({ of: state }) {
  const [meaning, sign] = MEANINGS[state] ?? ['waiting', '…'];
  return html`<span class="state ${meaning}"><span aria-hidden="true">${sign}</span> ${say(`state.${state}`)}</span>`;
}

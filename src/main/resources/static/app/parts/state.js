// A document's state, told by a sign and a word.

import { html } from '../vendor/preact.js';
import { say } from '../words.js';

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

// A time as how long ago it is, with the exact one on hover.

import { html } from '../vendor/preact.js';
import { ago, moment } from '../words.js';

export function Ago({ at }) {
  return html`<time datetime=${at} title=${moment(at)}>${ago(at)}</time>`;
}

// What a call that may be made again has answered: its shape at first, then the answer, and above it why the last one failed.

import { html } from '../vendor/preact.js';
import { reason } from '../words.js';
import { Loading } from './loading.js';

export function Fetched({ of: { body, problem }, children: show }) {
  return html`
    ${problem && html`<p class="problem" role="alert">${reason(problem)}</p>`}
    ${body ? show(body) : !problem && html`<${Loading} />`}`;
}

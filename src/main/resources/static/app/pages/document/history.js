// What happened to a document, in its order.

import { html } from '../../vendor/preact.js';
import { Answer } from '../../parts/answer.js';
import { isSaid, moment, reason, say } from '../../words.js';

export function History({ path }) {
  return html`
    <${Answer} of=${`${path}/history`}>
      ${history => html`
        <ol class="history">
          ${history.items.map((one, n) => html`<li key=${n}><time datetime=${one.at}>${moment(one.at)}</time> <span>${told(one)}</span></li>`)}
        </ol>`}
    <//>`;
}

function told({ kind, code, detail }) {
  const key = `history.${kind}`;
  return [isSaid(key) ? say(key) : kind, code && reason({ code, detail })].filter(Boolean).join(': ');
}

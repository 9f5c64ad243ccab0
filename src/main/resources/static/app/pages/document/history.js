// What happened to a document, in its order.

import { html } from '../../vendor/preact.js';
import { Answer } from '../../parts/answer.js';
import { exactly, reason, say } from '../../words.js';

export function History({ path }) {
  return html`
    <${Answer} of=${`${path}/history`}>
      ${history => html`
        <ol class="history">
          ${history.items.map((one, n) => html`<li key=${n}><time datetime=${one.at}>${exactly(one.at)}</time> <span>${told(one)}</span></li>`)}
        </ol>`}
    <//>`;
}

function told({ kind, attempt, code, detail, origin, source }) {
  const from = source ?? (origin && say(`origin.${origin}`));
  return [
    say(`history.${kind}`),
    attempt > 1 && say('history.attempt', { attempt }),
    from,
    code && reason({ code, detail }),
  ].filter(Boolean).join(' · ');
}

// One document that was given up or is invalid, with all that happened to it.

import { html, useState } from '../../vendor/preact.js';
import { Ago } from '../../parts/ago.js';
import { Answer } from '../../parts/answer.js';
import { moment, number, say, size } from '../../words.js';
import { Replay } from './replay.js';

export function DeadLetter({ of: letter, onDone }) {
  const [open, setOpen] = useState(false);
  return html`
    <li>
      <span class="name">${letter.fileName || letter.id}<small>${letter.owner} · ${size(letter.sizeBytes)} · ${say(`origin.${letter.origin}`)}</small></span>
      <code>${letter.failure?.code}</code>
      <${Ago} at=${letter.endedAt ?? letter.receivedAt} />
      <button class="plain" aria-expanded=${open} onClick=${() => setOpen(!open)}>${say('ops.letter.look')}</button>
      ${open && html`<div class="below"><${Details} letter=${letter} onDone=${onDone} /></div>`}
    </li>`;
}

function Details({ letter, onDone }) {
  return html`
    <p>${letter.failure?.detail} ${letter.failure?.advice}</p>
    <p class="hint"><code>${letter.id}</code>${letter.source && ` · ${letter.source}`} ·
      ${' '}<a href=${`/api/v1/ops/dead-letters/${letter.id}/original`} download>${say('documents.original')}</a></p>
    <${Answer} of=${`/ops/dead-letters/${letter.id}`}>${found => html`<${History} events=${found.history} />`}<//>
    <${Replay} criteria=${{ ids: [letter.id], states: [letter.state] }} onDone=${onDone} />`;
}

function History({ events }) {
  return html`
    <ol class="history">
      ${events.map((event, n) => html`
        <li key=${n}>
          <time datetime=${event.at}>${moment(event.at)}</time>
          <span>${[event.from, event.to].filter(Boolean).join(' → ')} · ${say('ops.letter.attempt', { attempt: number(event.attempt) })}
            ${event.code && html` · <code>${event.code}</code>`} ${event.detail}</span>
        </li>`)}
    </ol>`;
}

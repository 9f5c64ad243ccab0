// What the parsers of the replica are at, and how to stop it.

import { html } from '../../vendor/preact.js';
import { call } from '../../api.js';
import { Ago } from '../../parts/ago.js';
import { Ask } from '../../parts/ask.js';
import { number, say, size } from '../../words.js';

const COLUMNS = ['document', 'owner', 'page', 'since', 'attempt', 'memory', 'stop'];

export function Work({ items, replica, onStop }) {
  if (!items.length) {
    return html`<p>${say('ops.work.none')}</p>`;
  }
  const stop = id => call('POST', `/ops/work/${id}/stop`).then(onStop);
  return html`
    <div class="wide" tabindex="0" role="region" aria-label=${say('ops.work')}>
      <table class="work">
        <caption class="hint">${say('ops.work.of', { replica })}</caption>
        <thead><tr>${COLUMNS.map(name => html`<th key=${name} scope="col">${say(`ops.column.${name}`)}</th>`)}</tr></thead>
        <tbody>${items.map(one => html`<${Row} key=${`${one.document} ${one.part}`} of=${one} stop=${stop} />`)}</tbody>
      </table>
    </div>`;
}

function Row({ of: one, stop }) {
  return html`
    <tr>
      <td><code>${one.document}</code>${one.part && ` · ${say('ops.work.part', { part: number(one.part) })}`}</td>
      <td>${one.owner}</td>
      <td>${number(one.page)}</td>
      <td>${one.since ? html`<${Ago} at=${one.since} />` : say('ops.work.waits')}</td>
      <td>${number(one.attempt)}</td>
      <td>${one.forkBytes > 0 && size(one.forkBytes)}</td>
      <td><${Ask} label=${say('ops.work.stop')} question=${say('ops.work.question', { document: one.document })} does=${() => stop(one.document)} /></td>
    </tr>`;
}

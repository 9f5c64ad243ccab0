// What went to a webhook, or will, with what became of it.

import { html, useState } from '../../vendor/preact.js';
import { call } from '../../api.js';
import { Ago } from '../../parts/ago.js';
import { Fetched } from '../../parts/fetched.js';
import { usePolled } from '../../parts/polled.js';
import { Link } from '../../router.js';
import { isSaid, number, reason, say } from '../../words.js';

const AGAIN = 3_000; // ms
const SHOWN = 20;
const MEANINGS = { delivered: ['done', '✓'], dead: ['needs-you', '!'] };

export function Deliveries({ webhook }) {
  const path = `/webhooks/${webhook}/deliveries`;
  const deliveries = usePolled(`${path}?limit=${SHOWN}`, AGAIN);
  const [problem, setProblem] = useState(null);
  const resend = id => call('POST', `${path}/${id}/resend`).then(
    () => { setProblem(null); deliveries.again(); }, refusal => setProblem(refusal.problem));
  return html`
    ${problem && html`<p class="problem" role="alert">${reason(problem)}</p>`}
    <${Fetched} of=${deliveries}>
      ${({ items }) => (items.length ? html`<${Table} items=${items} resend=${resend} />` : html`<p>${say('account.delivery.none')}</p>`)}
    <//>`;
}

function Table({ items, resend }) {
  return html`
    <div class="wide" tabindex="0" role="region" aria-label=${say('account.webhook.deliveries')}>
      <table class="deliveries">
        <thead><tr>${['what', 'when', 'state', 'attempts', 'result', 'again'].map(head => html`
          <th key=${head} scope="col">${say(`account.delivery.${head}`)}</th>`)}</tr></thead>
        <tbody>${items.map(one => html`<${Row} key=${one.id} of=${one} resend=${resend} />`)}</tbody>
      </table>
    </div>`;
}

function Row({ of: one, resend }) {
  const [meaning, sign] = MEANINGS[one.state] ?? ['waiting', '…'];
  return html`
    <tr>
      <td>${one.documentId ? html`<${Link} to=${`/documents/${one.documentId}`}>${one.type}<//>` : one.type}</td>
      <td><${Ago} at=${one.occurredAt} /></td>
      <td><span class="state ${meaning}"><span aria-hidden="true">${sign}</span> ${say(`account.delivery.${one.state}`)}</span>
        ${one.nextAttemptAt && one.attempts > 0 && html`<br /><small><${Ago} at=${one.nextAttemptAt} /></small>`}</td>
      <td>${number(one.attempts)}</td>
      <td>${one.result && resultOf(one)}</td>
      <td>${one.state !== 'pending' && html`<button class="plain" onClick=${() => resend(one.id)}>${say('account.delivery.resend')}</button>`}</td>
    </tr>`;
}

const resultOf = ({ result, status }) =>
  [isSaid(`account.result.${result}`) ? say(`account.result.${result}`) : result, status].filter(Boolean).join(' · ');

// Owners by load, each with its plan, which can be changed here.

import { html, useState } from '../../vendor/preact.js';
import { call } from '../../api.js';
import { Fetched } from '../../parts/fetched.js';
import { usePolled } from '../../parts/polled.js';
import { number, reason, say, size } from '../../words.js';

const SHOWN = 20;
const EVERY = 30_000; // ms
const COLUMNS = ['owner', 'plan', 'waiting', 'documents', 'bytes', 'dead'];

export function Owners() {
  const [limit, setLimit] = useState(SHOWN);
  const owners = usePolled(`/ops/owners?limit=${limit}`, EVERY);
  const plans = usePolled('/ops/plans');
  const [problem, setProblem] = useState(null);
  const assign = (owner, plan) => call('PUT', `/ops/owners/${encodeURIComponent(owner)}`, { plan }).then(
    () => { setProblem(null); owners.again(); }, refusal => setProblem(refusal.problem));
  return html`
    ${problem && html`<p class="problem" role="alert">${reason(problem)}</p>`}
    <${Fetched} of=${owners}>
      ${({ items, nextCursor }) => html`
        <div class="wide" tabindex="0" role="region" aria-label=${say('ops.owners')}>
          <table class="owners">
            <thead><tr>${COLUMNS.map(name => html`<th key=${name} scope="col">${say(`ops.column.${name}`)}</th>`)}</tr></thead>
            <tbody>${items.map(one => html`<${Owner} key=${one.owner} of=${one} plans=${plans.body?.items ?? []} assign=${assign} />`)}</tbody>
          </table>
        </div>
        ${nextCursor && html`<button onClick=${() => setLimit(limit + SHOWN)}>${say('ops.more')}</button>`}`}
    <//>`;
}

function Owner({ of: one, plans, assign }) {
  const names = new Set([one.plan, ...plans.map(plan => plan.name)]);
  return html`
    <tr>
      <th scope="row">${one.owner}</th>
      <td>
        <select aria-label=${say('ops.planOf', { owner: one.owner })} value=${one.plan} onChange=${event => assign(one.owner, event.target.value)}>
          ${[...names].map(name => html`<option key=${name} value=${name}>${name}</option>`)}
        </select>
      </td>
      <td>${number(one.waiting)}</td>
      <td>${number(one.documents)}</td>
      <td>${size(one.bytes)}</td>
      <td class=${one.dead > 0 ? 'problem' : ''}>${number(one.dead)}</td>
    </tr>`;
}

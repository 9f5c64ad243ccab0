// Where the owner is logged in.

import { html, useState } from '../../vendor/preact.js';
import { call } from '../../api.js';
import { Ago } from '../../parts/ago.js';
import { Fetched } from '../../parts/fetched.js';
import { usePolled } from '../../parts/polled.js';
import { reason, say } from '../../words.js';

export function Sessions() {
  const sessions = usePolled('/sessions');
  const [problem, setProblem] = useState(null);
  const end = one => call('DELETE', `/sessions/${one.id}`).then(sessions.again, refusal => setProblem(refusal.problem));
  return html`
    ${problem && html`<p class="problem" role="alert">${reason(problem)}</p>`}
    <${Fetched} of=${sessions}>
      ${({ items }) => html`<ul class="sessions">${items.map(one => html`<${Session} key=${one.id} of=${one} end=${end} />`)}</ul>`}
    <//>`;
}

function Session({ of: one, end }) {
  return html`
    <li>
      <span>${one.userAgent ?? say('account.unknownBrowser')}</span>
      <${Ago} at=${one.createdAt} />
      ${one.current
        ? html`<strong>${say('account.thisOne')}</strong>`
        : html`<button class="plain" onClick=${() => end(one)}>${say('account.end')}</button>`}
    </li>`;
}

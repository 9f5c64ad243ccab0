// Who is logged in, and where else.

import { html, useState } from '../vendor/preact.js';
import { call, logOut } from '../api.js';
import { Answer } from '../parts/answer.js';
import { ago, moment, reason, say } from '../words.js';

export function Account({ session, onLogout }) {
  return html`
    <h1>${say('account')}</h1>
    <p>${say('account.owner', { owner: session.owner })}</p>
    <button onClick=${() => logOut().finally(onLogout)}>${say('account.logOut')}</button>
    <h2>${say('account.sessions')}</h2>
    <${Answer} of="/sessions">${sessions => html`<${Sessions} items=${sessions.items} />`}<//>`;
}

function Sessions({ items }) {
  const [ended, setEnded] = useState([]);
  const [problem, setProblem] = useState(null);
  const end = one => call('DELETE', `/sessions/${one.id}`)
    .then(() => setEnded(before => [...before, one.id]), refusal => setProblem(refusal.problem));
  return html`
    ${problem && html`<p class="problem" role="alert">${reason(problem)}</p>`}
    <ul class="sessions">
      ${items.filter(one => !ended.includes(one.id)).map(one => html`
        <li key=${one.id}>
          <span>${one.userAgent ?? say('account.unknownBrowser')}</span>
          <time datetime=${one.createdAt} title=${moment(one.createdAt)}>${ago(one.createdAt)}</time>
          ${one.current
            ? html`<strong>${say('account.thisOne')}</strong>`
            : html`<button class="plain" onClick=${() => end(one)}>${say('account.end')}</button>`}
        </li>`)}
    </ul>`;
}

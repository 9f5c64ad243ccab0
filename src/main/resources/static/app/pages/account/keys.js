// The owner's API keys; a new one's secret is shown once.

import { html, useState } from '../../vendor/preact.js';
import { call } from '../../api.js';
import { Ago } from '../../parts/ago.js';
import { Ask } from '../../parts/ask.js';
import { Fetched } from '../../parts/fetched.js';
import { usePolled } from '../../parts/polled.js';
import { Secret } from '../../parts/secret.js';
import { reason, say } from '../../words.js';

export function Keys() {
  const keys = usePolled('/keys');
  const [made, setMade] = useState(null);
  const revoke = id => call('DELETE', `/keys/${id}`).then(() => {
    setMade(before => (before?.id === id ? null : before));
    keys.again();
  });
  return html`
    <p class="hint">${say('account.keys.hint')}</p>
    <${NewKey} onMade=${key => { setMade(key); keys.again(); }} />
    ${made && html`<${Secret} told=${say('account.key.once', { label: made.label })} secret=${made.secret} label=${made.label} />`}
    <${Fetched} of=${keys}>
      ${({ items }) => (items.length ? html`<ul class="rows keys">${items.map(key => html`<${Key} key=${key.id} of=${key} revoke=${revoke} />`)}</ul>` : '')}
    <//>`;
}

function NewKey({ onMade }) {
  const [label, setLabel] = useState('');
  const [problem, setProblem] = useState(null);
  const make = event => {
    event.preventDefault();
    call('POST', '/keys', { label }).then(
      key => { setLabel(''); setProblem(null); onMade(key); }, refusal => setProblem(refusal.problem));
  };
  return html`
    <form class="fields" onSubmit=${make}>
      <label>${say('account.key.label')}
        <input id="key-label" required maxlength="200" value=${label} onInput=${event => setLabel(event.target.value)} />
      </label>
      <button>${say('account.key.make')}</button>
    </form>
    ${problem && html`<p class="problem" role="alert">${reason(problem)}</p>`}`;
}

function Key({ of: key, revoke }) {
  return html`
    <li>
      <strong class="name">${key.label || key.id}</strong>
      <span class="hint">${say('account.key.made')} <${Ago} at=${key.createdAt} /></span>
      <span class="hint">${key.lastUsedAt
        ? html`${say('account.key.used')} <${Ago} at=${key.lastUsedAt} />`
        : say('account.key.unused')}</span>
      <${Ask} label=${say('account.key.revoke')} question=${say('account.key.question', { label: key.label || key.id })} does=${() => revoke(key.id)} />
    </li>`;
}

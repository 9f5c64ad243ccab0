// Where the owner hears of the ends of its documents, and what went there.

import { html, useState } from '../../vendor/preact.js';
import { call } from '../../api.js';
import { Ask } from '../../parts/ask.js';
import { Fetched } from '../../parts/fetched.js';
import { usePolled } from '../../parts/polled.js';
import { Secret } from '../../parts/secret.js';
import { reason, say } from '../../words.js';
import { Deliveries } from './deliveries.js';

const STATES = ['completed', 'invalid', 'dead', 'cancelled', 'expired'];

export function Webhooks() {
  const webhooks = usePolled('/webhooks');
  const [made, setMade] = useState(null);
  const remove = id => call('DELETE', `/webhooks/${id}`).then(() => {
    setMade(before => (before?.id === id ? null : before));
    webhooks.again();
  });
  return html`
    <p class="hint">${say('account.webhooks.hint')}</p>
    <${NewWebhook} onMade=${webhook => { setMade(webhook); webhooks.again(); }} />
    ${made && html`<${Secret} told=${say('account.webhook.once')} secret=${made.secret} label=${made.url} />`}
    <${Fetched} of=${webhooks}>
      ${({ items }) => (items.length ? html`<ul class="rows webhooks">${items.map(one => html`<${Webhook} key=${one.id} of=${one} remove=${remove} />`)}</ul>` : '')}
    <//>`;
}

function NewWebhook({ onMade }) {
  const [url, setUrl] = useState('');
  const [states, setStates] = useState([]);
  const [problem, setProblem] = useState(null);
  const choose = event => setStates(before =>
    event.target.checked ? [...before, event.target.value] : before.filter(one => one !== event.target.value));
  const make = event => {
    event.preventDefault();
    call('POST', '/webhooks', { url, states }).then(
      webhook => { setUrl(''); setStates([]); setProblem(null); onMade(webhook); }, refusal => setProblem(refusal.problem));
  };
  return html`
    <form onSubmit=${make}>
      <div class="fields">
        <label>${say('account.webhook.url')}
          <input id="webhook-url" type="url" required maxlength="2000" value=${url} onInput=${event => setUrl(event.target.value)} />
        </label>
        <button>${say('account.webhook.make')}</button>
      </div>
      <fieldset class="plain-set">
        <legend>${say('account.webhook.states')}</legend>
        ${STATES.map(state => html`
          <label class="check" key=${state}>
            <input type="checkbox" value=${state} checked=${states.includes(state)} onChange=${choose} />${say(`account.state.${state}`)}
          </label>`)}
      </fieldset>
    </form>
    ${problem && html`<p class="problem" role="alert">${reason(problem)}</p>`}`;
}

function Webhook({ of: webhook, remove }) {
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState(null);
  const test = () => call('POST', `/webhooks/${webhook.id}/test`).then(
    () => { setTold(say('account.webhook.sent')); setOpen(true); }, refusal => setTold(reason(refusal.problem)));
  return html`
    <li>
      <strong class="name">${webhook.url}</strong>
      <span class="hint">${webhook.states ? webhook.states.map(state => say(`account.state.${state}`)).join(', ') : say('account.webhook.all')}</span>
      ${webhook.disabledAt
        ? html`<span class="problem">${say('account.webhook.disabled')}</span>`
        : html`<button class="plain" onClick=${test}>${say('account.webhook.test')}</button>`}
      <button class="plain" aria-expanded=${open} onClick=${() => setOpen(!open)}>${say('account.webhook.deliveries')}</button>
      <${Ask} label=${say('account.webhook.delete')} question=${say('account.webhook.question', { url: webhook.url })} does=${() => remove(webhook.id)} />
      ${told && html`<span class="hint" role="status">${told}</span>`}
      ${open && html`<div class="below"><${Deliveries} webhook=${webhook.id} /></div>`}
    </li>`;
}

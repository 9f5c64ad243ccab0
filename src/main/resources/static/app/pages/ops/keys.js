// The API keys of all owners.

import { html, useState } from '../../vendor/preact.js';
import { call } from '../../api.js';
import { Ago } from '../../parts/ago.js';
import { Ask } from '../../parts/ask.js';
import { Fetched } from '../../parts/fetched.js';
import { usePolled } from '../../parts/polled.js';
import { Secret } from '../../parts/secret.js';
import { say } from '../../words.js';
import { OwnerForm } from './ownerform.js';

const SHOWN = 30;
const COLUMNS = ['owner', 'role', 'label', 'made', 'used', 'state'];

export function Keys() {
  const keys = usePolled('/ops/keys');
  const [made, setMade] = useState(null);
  const [wanted, setWanted] = useState('');
  const make = key => call('POST', '/ops/keys', key).then(done => { setMade(done); keys.again(); });
  const revoke = id => call('DELETE', `/ops/keys/${id}`).then(keys.again);
  return html`
    <${OwnerForm} name=${say('ops.keys')} withLabel action=${say('ops.key.make')} does=${make} />
    ${made && html`<${Secret} told=${say('ops.key.once', { owner: made.owner })} secret=${made.secret} label=${made.owner} />`}
    <p><label>${say('ops.key.of')} <input type="search" value=${wanted} onInput=${event => setWanted(event.target.value)} /></label></p>
    <${Fetched} of=${keys}>
      ${({ items }) => html`<${Table} items=${items.filter(key => key.owner.includes(wanted))} revoke=${revoke} />`}
    <//>`;
}

function Table({ items, revoke }) {
  const [shown, setShown] = useState(SHOWN);
  return html`
    <div class="wide" tabindex="0" role="region" aria-label=${say('ops.keys')}>
      <table class="all-keys">
        <thead><tr>${COLUMNS.map(name => html`<th key=${name} scope="col">${say(`ops.column.${name}`)}</th>`)}</tr></thead>
        <tbody>${items.slice(0, shown).map(key => html`<${Row} key=${key.id} of=${key} revoke=${revoke} />`)}</tbody>
      </table>
    </div>
    ${items.length > shown && html`<button onClick=${() => setShown(shown + SHOWN)}>${say('ops.more')}</button>`}`;
}

function Row({ of: key, revoke }) {
  return html`
    <tr>
      <th scope="row">${key.owner}</th>
      <td>${say(`ops.role.${key.role}`)}</td>
      <td>${key.label}</td>
      <td><${Ago} at=${key.createdAt} /></td>
      <td>${key.lastUsedAt ? html`<${Ago} at=${key.lastUsedAt} />` : say('ops.key.unused')}</td>
      <td>${key.revokedAt
        ? html`${say('ops.key.revoked')} <${Ago} at=${key.revokedAt} />`
        : html`${key.endsAt && html`${say('ops.key.ends')} <${Ago} at=${key.endsAt} /> `}
          <${Ask} label=${say('ops.key.revoke')} question=${say('ops.key.question', { owner: key.owner, label: key.label })} does=${() => revoke(key.id)} />`}</td>
    </tr>`;
}

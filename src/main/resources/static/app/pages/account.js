// Who is logged in, what it may do, and what lets others in.

import { html } from '../vendor/preact.js';
import { logOut } from '../api.js';
import { Fetched } from '../parts/fetched.js';
import { usePolled } from '../parts/polled.js';
import { say } from '../words.js';
import { Data } from './account/data.js';
import { Keys } from './account/keys.js';
import { Sessions } from './account/sessions.js';
import { Use } from './account/use.js';
import { Webhooks } from './account/webhooks.js';

export function Account({ session, onLogout }) {
  const account = usePolled('/account');
  return html`
    <h1>${say('account')}</h1>
    <p>${say('account.owner', { owner: session.owner })}</p>
    <button onClick=${() => logOut().finally(onLogout)}>${say('account.logOut')}</button>
    <h2>${say('account.use')}</h2>
    <${Fetched} of=${account}>${found => html`<${Use} account=${found} />`}<//>
    <h2>${say('account.keys')}</h2>
    <${Keys} />
    <h2>${say('account.webhooks')}</h2>
    <${Webhooks} />
    <h2>${say('account.sessions')}</h2>
    <${Sessions} />
    <h2>${say('account.data')}</h2>
    <${Data} onChange=${account.again} />`;
}

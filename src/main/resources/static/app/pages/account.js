// Who is logged in.

import { html } from '../vendor/preact.js';
import { logOut } from '../api.js';
import { say } from '../words.js';

export function Account({ session, onLogout }) {
  return html`
    <h1>${say('account')}</h1>
    <p>${say('account.owner', { owner: session.owner })}</p>
    <button onClick=${() => logOut().finally(onLogout)}>${say('account.logOut')}</button>`;
}

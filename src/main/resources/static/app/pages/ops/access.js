// Who may: keys and invitations; and who changed what.

import { html } from '../../vendor/preact.js';
import { say } from '../../words.js';
import { Audit } from './audit.js';
import { Invitation } from './invitation.js';
import { Keys } from './keys.js';

export function Access() {
  return html`
    <h2>${say('ops.invitation')}</h2>
    <${Invitation} />
    <h2>${say('ops.keys')}</h2>
    <${Keys} />
    <h2>${say('ops.audit')}</h2>
    <${Audit} />`;
}

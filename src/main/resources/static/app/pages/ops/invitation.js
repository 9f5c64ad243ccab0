// Invites an owner: a link that logs in once.

import { html, useState } from '../../vendor/preact.js';
import { call } from '../../api.js';
import { Secret } from '../../parts/secret.js';
import { moment, say } from '../../words.js';
import { OwnerForm } from './ownerform.js';

export function Invitation() {
  const [made, setMade] = useState(null);
  const invite = guest => call('POST', '/ops/invitations', guest).then(setMade);
  return html`
    <p class="hint">${say('ops.invitation.hint')}</p>
    <${OwnerForm} name=${say('ops.invitation')} action=${say('ops.invite')} does=${invite} />
    ${made && html`<${Secret} told=${say('ops.invitation.made', { owner: made.owner, until: moment(made.expiresAt) })}
      secret=${`${location.origin}/app/#invitation=${made.token}`} label=${made.owner} />`}`;
}

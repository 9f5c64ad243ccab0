// A secret that is shown once.

import { html } from '../vendor/preact.js';
import { Copy } from './copy.js';

export function Secret({ told, secret, label }) {
  return html`
    <div class="notes" role="status">
      <p>${told}</p>
      <p><code class="secret">${secret}</code> <${Copy} text=${secret} label=${label} /></p>
    </div>`;
}

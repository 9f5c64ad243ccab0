// The shape of what is to come.

import { html } from '../vendor/preact.js';
import { say } from '../words.js';

export const Loading = () => html`<p class="skeleton" role="status">${say('loading')}</p>`;

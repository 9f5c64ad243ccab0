// What surrounds each page: where one can go, and who is logged in.

import { html } from '../vendor/preact.js';
import { Link } from '../router.js';
import { say } from '../words.js';

const PAGES = ['upload', 'documents', 'account'];

export function Frame({ page, session, children }) {
  return html`
    <a class="skip" href="#content">${say('skip')}</a>
    <header>
      <${Link} to="/upload" class="brand">${say('name')}<//>
      <span class="who">${session.owner}</span>
    </header>
    <nav aria-label=${say('nav')}>
      ${PAGES.map(name => html`
        <${Link} key=${name} to=${`/${name}`} aria-current=${page === name ? 'page' : undefined}>${say(`nav.${name}`)}<//>`)}
    </nav>
    <main id="content" tabindex="-1">${children}</main>`;
}

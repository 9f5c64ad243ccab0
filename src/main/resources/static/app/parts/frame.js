// What surrounds each page: where one can go, what one looks for, and who is logged in.

import { html, useEffect, useState } from '../vendor/preact.js';
import { go, Link, withParameters } from '../router.js';
import { choose, theme, THEMES } from '../theme.js';
import { say } from '../words.js';

const PAGES = ['upload', 'documents', 'timetables', 'account'];
const AT_REST = 250; // ms without a further letter until the search begins

export function Frame({ page, session, parameters, children }) {
  const pages = session.role === 'ops' ? [...PAGES, 'ops'] : PAGES;
  return html`
    <a class="skip" href="#content">${say('skip')}</a>
    <header>
      <${Link} to="/upload" class="brand">${say('name')}<//>
      <${Search} page=${page} parameters=${parameters} />
      <${Theme} />
      <span class="who">${session.owner}</span>
    </header>
    <nav aria-label=${say('nav')}>
      ${pages.map(name => html`
        <${Link} key=${name} to=${`/${name}`} aria-current=${page === name ? 'page' : undefined}>${say(`nav.${name}`)}<//>`)}
    </nav>
    <main id="content" tabindex="-1">${children}</main>`;
}

/** Looks for documents, wherever one is; what is looked for stands in the address. */
function Search({ page, parameters }) {
  const asked = (page === 'documents' && parameters.q) || '';
  const [typed, setTyped] = useState(asked);
  const search = () => go(withParameters('/documents', { ...(page === 'documents' ? parameters : {}), q: typed, show: '', page: '' }), page === 'documents');
  useEffect(() => setTyped(asked), [asked]);
  useEffect(() => {
    const rest = setTimeout(() => typed !== asked && search(), AT_REST);
    return () => clearTimeout(rest);
  }, [typed]);
  return html`
    <form role="search" onSubmit=${event => (event.preventDefault(), search())}>
      <input id="search" type="search" aria-label=${say('documents.search')} placeholder=${say('documents.search')}
        value=${typed} onInput=${event => setTyped(event.target.value)} />
    </form>`;
}

function Theme() {
  const [chosen, setChosen] = useState(theme());
  const change = event => {
    choose(event.target.value);
    setChosen(theme());
  };
  return html`
    <select class="theme" aria-label=${say('theme')} value=${chosen} onChange=${change}>
      ${THEMES.map(one => html`<option key=${one} value=${one}>${say(`theme.${one}`)}</option>`)}
    </select>`;
}

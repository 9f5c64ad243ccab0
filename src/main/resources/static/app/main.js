// Begins: who is there, and which page is wanted.

import { html, render, useEffect, useState } from './vendor/preact.js';
import { logIn, onSignedOut, session as present } from './api.js';
import { Login } from './pages/login.js';
import { Frame } from './parts/frame.js';
import { Lazy } from './parts/lazy.js';
import { go, useAddress } from './router.js';
import { show as showTheme } from './theme.js';
import { isSending, recall } from './uploads.js';
import { language, say } from './words.js';

/** The pages by the first part of their address, and those of one thing by what it is among. */
const PAGES = {
  upload: () => import('./pages/upload.js').then(page => page.Upload),
  documents: () => import('./pages/documents.js').then(page => page.Documents),
  timetables: () => import('./pages/timetables.js').then(page => page.Timetables),
  account: () => import('./pages/account.js').then(page => page.Account),
  ops: () => import('./pages/ops.js').then(page => page.Ops),
};
const PAGES_OF_ONE = {
  documents: () => import('./pages/document.js').then(page => page.Document),
  timetables: () => import('./pages/timetable.js').then(page => page.Timetable),
};

function App({ found }) {
  const [session, setSession] = useState(found);
  const [expired, setExpired] = useState(false);
  const { path, parameters } = useAddress();
  useEffect(() => onSignedOut(() => setSession(before => (setExpired(Boolean(before)), null))), []);
  useEffect(() => { path === '/' && go('/upload', true); }, [path]);
  const name = path.slice(1).split('/')[0];
  useEffect(() => { document.title = Object.hasOwn(PAGES, name) ? `${say(`nav.${name}`)} · ${say('name')}` : say('name'); }, [name]);
  if (!session) {
    return html`<${Login} expired=${expired} onLogin=${who => { setExpired(false); setSession(who); }} />`;
  }
  const [, , id] = path.split('/');
  const pages = id ? PAGES_OF_ONE : PAGES;
  const load = Object.hasOwn(pages, name) && pages[name];
  return html`
    <${Frame} page=${name} session=${session} parameters=${parameters}>
      ${load
        ? html`<${Lazy} key=${id} load=${load} id=${id} parameters=${parameters} session=${session} onLogout=${() => setSession(null)} />`
        : name && html`<h1>${say('notFound')}</h1><p>${say('notFound.advice')}</p>`}
    <//>`;
}

/** A link with an invitation logs in once; the secret leaves the address at once. */
async function begin() {
  const invitation = new URLSearchParams(location.hash.slice(1)).get('invitation');
  if (!invitation) {
    return present();
  }
  history.replaceState(null, '', location.pathname);
  return logIn({ invitation }).catch(present);
}

document.documentElement.lang = language;
showTheme();
window.addEventListener('beforeunload', event => isSending() && event.preventDefault());
window.addEventListener('keydown', event => {
  if (event.key === '/' && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
    document.getElementById('search')?.focus();
    event.preventDefault();
  }
});
begin().catch(() => null).then(found => {
  render(html`<${App} found=${found} />`, document.getElementById('app'));
  return recall();
});

// Begins: who is there, and which page is wanted.

import { html, render, useEffect, useState } from './vendor/preact.js';
import { logIn, onSignedOut, session as present } from './api.js';
import { Account } from './pages/account.js';
import { Document } from './pages/document.js';
import { Documents } from './pages/documents.js';
import { Login } from './pages/login.js';
import { Upload } from './pages/upload.js';
import { Frame } from './parts/frame.js';
import { go, useAddress } from './router.js';
import { isSending, recall } from './uploads.js';
import { language, say } from './words.js';

const PAGES = { upload: Upload, documents: Documents, account: Account };

function App({ found }) {
  const [session, setSession] = useState(found);
  const [expired, setExpired] = useState(false);
  const { path, parameters } = useAddress();
  useEffect(() => onSignedOut(() => setSession(before => (setExpired(Boolean(before)), null))), []);
  useEffect(() => { path === '/' && go('/upload', true); }, [path]);
  const name = path.slice(1).split('/')[0];
  useEffect(() => { document.title = name in PAGES ? `${say(`nav.${name}`)} · ${say('name')}` : say('name'); }, [name]);
  if (!session) {
    return html`<${Login} expired=${expired} onLogin=${who => { setExpired(false); setSession(who); }} />`;
  }
  const [, , id] = path.split('/');
  const Page = name === 'documents' && id ? Document : PAGES[name];
  return html`
    <${Frame} page=${name} session=${session}>
      ${Page
        ? html`<${Page} key=${id} id=${id} parameters=${parameters} session=${session} onLogout=${() => setSession(null)} />`
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

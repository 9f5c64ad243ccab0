// Where the visitor is: each page has an address, which survives reload and Back.

import { html, useEffect, useState } from './vendor/preact.js';

const ROOT = '/app';
const moved = new EventTarget();

/** The present page, without the root, and the parameters. */
export function useAddress() {
  const [address, setAddress] = useState(read);
  useEffect(() => {
    const update = () => setAddress(read());
    moved.addEventListener('move', update);
    window.addEventListener('popstate', update);
    return () => {
      moved.removeEventListener('move', update);
      window.removeEventListener('popstate', update);
    };
  }, []);
  return address;
}

/** Goes to a page; `replace` leaves no step for Back. */
export function go(path, replace = false) {
  history[replace ? 'replaceState' : 'pushState'](null, '', ROOT + path);
  moved.dispatchEvent(new Event('move'));
}

/** A path with those of the parameters that have a value. */
export function withParameters(path, parameters) {
  const used = Object.entries(parameters).filter(([, value]) => value);
  return used.length ? `${path}?${new URLSearchParams(used)}` : path;
}

export function Link({ to, children, ...more }) {
  const follow = event => {
    if (!event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      go(to);
    }
  };
  return html`<a href=${ROOT + to} onClick=${follow} ...${more}>${children}</a>`;
}

function read() {
  const path = location.pathname.slice(ROOT.length).replace(/\/$/, '') || '/';
  return { path, parameters: Object.fromEntries(new URLSearchParams(location.search)) };
}

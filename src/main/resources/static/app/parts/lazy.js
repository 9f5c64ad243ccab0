// A page whose module is fetched when it is first looked at.

import { html, useEffect, useState } from '../vendor/preact.js';
import { reason } from '../words.js';
import { Loading } from './loading.js';

/** Shows what `load` answers with, given the other properties. */
export function Lazy({ load, ...properties }) {
  const [loaded, setLoaded] = useState({});
  useEffect(() => {
    let current = true;
    const set = found => current && setLoaded({ load, ...found });
    load().then(page => set({ page }), () => set({ problem: { code: 'unreachable' } }));
    return () => { current = false; };
  }, [load]);
  if (loaded.load !== load) {
    return html`<${Loading} />`;
  }
  return loaded.page
    ? html`<${loaded.page} ...${properties} />`
    : html`<p class="problem" role="alert">${reason(loaded.problem)}</p>`;
}

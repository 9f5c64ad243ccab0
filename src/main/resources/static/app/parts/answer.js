// What the API answers at an address, once it has; until then its shape, and else why not.

import { html, useEffect, useState } from '../vendor/preact.js';
import { get } from '../api.js';
import { reason } from '../words.js';
import { Loading } from './loading.js';

export function Answer({ of: address, children: show }) {
  const [answer, setAnswer] = useState({});
  useEffect(() => {
    let current = true;
    const set = found => current && setAnswer({ address, ...found });
    get(address).then(body => set({ body }), refusal => set({ problem: refusal.problem }));
    return () => { current = false; };
  }, [address]);
  if (answer.address !== address) {
    return html`<${Loading} />`;
  }
  return answer.problem ? html`<p class="problem" role="alert">${reason(answer.problem)}</p>` : show(answer.body);
}

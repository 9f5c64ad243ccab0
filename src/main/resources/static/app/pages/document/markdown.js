// The document as Markdown, as it would be pasted elsewhere.

import { html, useEffect, useState } from '../../vendor/preact.js';
import { getText } from '../../api.js';
import { Copy } from '../../parts/copy.js';
import { Loading } from '../../parts/loading.js';
import { number, reason, say } from '../../words.js';

const SHOWN = 100_000; // characters

export function Markdown({ path }) {
  const address = `${path}/markdown`;
  const [found, setFound] = useState({});
  useEffect(() => {
    let current = true;
    getText(address).then(text => current && setFound({ text }), refusal => current && setFound({ problem: refusal.problem }));
    return () => { current = false; };
  }, [address]);
  if (found.problem) {
    return html`<p class="problem" role="alert">${reason(found.problem)}</p>`;
  }
  if (found.text === undefined) {
    return html`<${Loading} />`;
  }
  return html`
    <p class="pager">
      <a href=${`/api/v1${address}`} download>${say('document.download')}</a>
      <${Copy} text=${found.text} label="Markdown" />
      ${found.text.length > SHOWN && html`<span>${say('document.beginning', { characters: number(SHOWN) })}</span>`}
    </p>
    <pre class="page" tabindex="0">${found.text.slice(0, SHOWN)}</pre>`;
}

// A button that asks before it does what cannot be undone.

import { html, useRef, useState } from '../vendor/preact.js';
import { reason, say } from '../words.js';

/** Does `does`, which answers with a promise, once the `question` is answered; `keep` is the other answer. */
export function Ask({ label, question, keep, does }) {
  const dialog = useRef();
  const [problem, setProblem] = useState(null);
  const act = () => does().then(() => dialog.current?.close(), refusal => setProblem(refusal.problem));
  return html`
    <button class="plain" onClick=${() => (setProblem(null), dialog.current.showModal())}>${label}</button>
    <dialog ref=${dialog} aria-label=${label}>
      <p>${question}</p>
      ${problem && html`<p class="problem" role="alert">${reason(problem)}</p>`}
      <button class="primary" onClick=${act}>${label}</button>
      <button onClick=${() => dialog.current.close()}>${keep ?? say('keep')}</button>
    </dialog>`;
}

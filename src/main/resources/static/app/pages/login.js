// Takes a key or the ops password once; the session is a cookie from then on.

import { html, useState } from '../vendor/preact.js';
import { logIn } from '../api.js';
import { reason, say } from '../words.js';

export function Login({ expired, onLogin }) {
  const [byKey, setByKey] = useState(true);
  const [problem, setProblem] = useState(null);
  const submit = async event => {
    event.preventDefault();
    const secret = new FormData(event.target).get('secret').trim();
    try {
      onLogin(await logIn(byKey ? { key: secret } : { password: secret }));
    } catch (refusal) {
      setProblem(refusal.problem);
    }
  };
  const kind = byKey ? 'key' : 'password';
  return html`
    <main class="login">
      <h1>${say('name')}</h1>
      ${expired && html`<p role="status">${say('login.expired')}</p>`}
      <form onSubmit=${submit}>
        <label for="secret">${say(`login.${kind}`)}</label>
        <input id="secret" name="secret" type="password" required autocomplete="current-password"
          aria-describedby=${byKey ? 'hint' : undefined} />
        ${byKey && html`<p id="hint" class="hint">${say('login.key.hint')}</p>`}
        ${problem && html`<p class="problem" role="alert">${reason(problem)}</p>`}
        <button class="primary">${say('login')}</button>
        <button type="button" class="plain" onClick=${() => { setByKey(!byKey); setProblem(null); }}>
          ${say(byKey ? 'login.byPassword' : 'login.byKey')}
        </button>
      </form>
    </main>`;
}

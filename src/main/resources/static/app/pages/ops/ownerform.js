// Asks for an owner and its role, and for a label where one is wanted.

import { html, useState } from '../../vendor/preact.js';
import { reason, say } from '../../words.js';

const ROLES = ['user', 'ops'];

/** `does` is given what was filled in, and answers with a promise. */
export function OwnerForm({ name, withLabel, action, does }) {
  const [filled, setFilled] = useState({ owner: '', role: ROLES[0], label: '' });
  const [problem, setProblem] = useState(null);
  const fill = event => setFilled({ ...filled, [event.target.name]: event.target.value });
  const submit = event => {
    event.preventDefault();
    const { owner, role, label } = filled;
    does({ owner, role, ...(withLabel ? { label } : {}) }).then(
      () => { setFilled({ ...filled, owner: '', label: '' }); setProblem(null); }, refusal => setProblem(refusal.problem));
  };
  return html`
    <form class="fields" aria-label=${name} onSubmit=${submit}>
      <label>${say('ops.column.owner')}<input name="owner" required maxlength="128" value=${filled.owner} onInput=${fill} /></label>
      <label>${say('ops.role')}
        <select name="role" value=${filled.role} onChange=${fill}>
          ${ROLES.map(role => html`<option key=${role} value=${role}>${say(`ops.role.${role}`)}</option>`)}
        </select>
      </label>
      ${withLabel && html`<label>${say('ops.label')}<input name="label" maxlength="200" value=${filled.label} onInput=${fill} /></label>`}
      <button>${action}</button>
    </form>
    ${problem && html`<p class="problem" role="alert">${reason(problem)}</p>`}`;
}

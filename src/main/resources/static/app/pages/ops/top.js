// All is well, or what is not: in words, with since when, and what to do.

import { html } from '../../vendor/preact.js';
import { Ago } from '../../parts/ago.js';
import { isSaid, language, reason, say } from '../../words.js';

export function Top({ of: { body, problem } }) {
  if (!body && !problem) {
    return html`<p class="skeleton" role="status">${say('loading')}</p>`;
  }
  return html`
    <div class="top" role="status">
      ${problem
        ? html`<p class="headline needs-you"><span aria-hidden="true">!</span> ${reason(problem)}</p>`
        : body.problems.length
          ? html`<ul>${body.problems.map((one, n) => html`<${Problem} key=${one.code} of=${one} first=${n === 0} />`)}</ul>`
          : html`<p class="headline well"><span aria-hidden="true">✓</span> ${say('ops.well')}</p>`}
    </div>
    ${body && html`<p class="hint">${say('ops.asOf')} <time datetime=${body.at}>${clock.format(new Date(body.at))}</time> · ${body.replica}</p>`}`;
}

const clock = new Intl.DateTimeFormat(language, { timeStyle: 'medium' });

function Problem({ of: problem, first }) {
  return html`
    <li class=${problem.severity === 'critical' ? 'needs-you' : 'waiting'}>
      <p class=${first ? 'headline' : 'further'}>
        <span aria-hidden="true">${problem.severity === 'critical' ? '!' : '…'}</span> ${say(`ops.severity.${problem.severity}`)}: ${said('problem', problem)}
        <small> <${Ago} at=${problem.since} /></small>
      </p>
      <p>${said('advice', problem)} <small>${say('ops.runbook')} <code>${problem.runbook}</code></small></p>
    </li>`;
}

/** In the visitor's language, if it is known here; else as the API says it. */
function said(what, problem) {
  const key = `ops.${what}.${problem.code}`;
  return isSaid(key) ? say(key) : problem[what === 'problem' ? 'text' : what];
}

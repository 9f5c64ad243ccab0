// All is well, or what is not: in words, with since when, and what to do.

import { html } from '../../vendor/preact.js';
import { Ago } from '../../parts/ago.js';
import { Loading } from '../../parts/loading.js';
import { isSaid, language, reason, say } from '../../words.js';

export function Top({ of: { body, problem } }) {
  if (!body && !problem) {
    return html`<${Loading} />`;
  }
  const [first, ...others] = problem ? [] : body.problems;
  return html`
    <div class="top">
      <${Headline} refusal=${problem} problem=${first} />
      ${first && html`<${Advice} of=${first} />`}
      ${others.length > 0 && html`
        <ul>${others.map(one => html`
          <li key=${one.code} class=${meaning(one)}><p class="further">${severity(one)}: ${said('problem', one)}</p><${Advice} of=${one} /></li>`)}</ul>`}
    </div>
    ${body && html`<p class="hint">${say('ops.asOf')} <time datetime=${body.at}>${clock.format(new Date(body.at))}</time> · ${body.replica}</p>`}`;
}

const clock = new Intl.DateTimeFormat(language, { timeStyle: 'medium' });

/** Is read aloud when it changes; how long ago it began, which always does, stands apart. */
function Headline({ refusal, problem }) {
  const [look, sign, text] = refusal
    ? ['needs-you', '!', reason(refusal)]
    : problem
      ? [meaning(problem), '!', `${severity(problem)}: ${said('problem', problem)}`]
      : ['well', '✓', say('ops.well')];
  return html`<p class=${`headline ${look}`} role="status"><span aria-hidden="true">${sign}</span> ${text}</p>`;
}

function Advice({ of: problem }) {
  return html`
    <p>${said('advice', problem)}${' '}
      <small>${say('ops.since')} <${Ago} at=${problem.since} /> · ${say('ops.runbook')} <code>${problem.runbook}</code></small></p>`;
}

const meaning = problem => (problem.severity === 'critical' ? 'needs-you' : 'waiting');
const severity = problem => say(`ops.severity.${problem.severity}`);

/** In the visitor's language, if it is known here; else as the API says it. */
function said(what, problem) {
  const key = `ops.${what}.${problem.code}`;
  return isSaid(key) ? say(key) : problem[what === 'problem' ? 'text' : what];
}

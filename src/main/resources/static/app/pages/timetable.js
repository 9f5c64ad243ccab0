// From a timetable's PDF to a calendar: upload, preview, customise, generate.

import { html } from '../vendor/preact.js';
import { Loading } from '../parts/loading.js';
import { Link, withParameters } from '../router.js';
import { reason, say } from '../words.js';
import { Customise } from './timetable/customise.js';
import { Generate } from './timetable/generate.js';
import { Preview } from './timetable/preview.js';
import { useTimetable } from './timetable/choices.js';

const STEPS = { preview: Preview, customise: Customise, generate: Generate };

export function Timetable({ id, parameters }) {
  const { timetable, found, problem, note, save } = useTimetable(id);
  if (problem) {
    return html`<h1>${say('timetables')}</h1><p class="problem" role="alert">${reason(problem)}</p>`;
  }
  if (!timetable) {
    return html`<${Loading} />`;
  }
  const step = Object.hasOwn(STEPS, parameters.step ?? '') ? parameters.step : 'preview';
  const Step = STEPS[step];
  return html`
    <h1>${say(`timetable.kind.${timetable.kind ?? 'lecture'}`)}</h1>
    <p class="hint">${timetable.institution ?? timetable.profile}</p>
    <ol class="steps">
      <li><${Link} to="/upload">${say('timetable.upload')}<//></li>
      ${Object.keys(STEPS).map(name => html`
        <li key=${name}>
          <${Link} to=${withParameters(`/timetables/${id}`, { step: name })} aria-current=${name === step ? 'step' : undefined}>${say(`timetable.${name}`)}<//>
        </li>`)}
    </ol>
    <p class="hint" role="status">${note ? say(`timetable.${note}`) : ''}</p>
    ${found
      ? html`<${Step} id=${id} timetable=${timetable} found=${found} save=${save} /><${Next} id=${id} step=${step} />`
      : html`<p>${say('timetable.noDocument')} <${Link} to="/upload">${say('upload')}<//></p>`}`;
}

/** Leads on from a step, where there is one more. */
function Next({ id, step }) {
  const names = Object.keys(STEPS);
  const next = names[names.indexOf(step) + 1];
  return next
    ? html`<p><${Link} class="button primary" to=${withParameters(`/timetables/${id}`, { step: next })}>${say('timetable.next', { step: say(`timetable.${next}`) })}<//></p>`
    : null;
}

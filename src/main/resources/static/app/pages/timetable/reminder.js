// When to be reminded of a session.

import { html } from '../../vendor/preact.js';
import { say, span } from '../../words.js';

const MINUTES = [0, 5, 10, 15, 30, 60, 120, 1440];

/** Minutes before it begins; undefined is what `none` says. */
export function Reminder({ value, onChange, none = say('timetable.noReminder') }) {
  return html`
    <select value=${value ?? ''} aria-label=${say('timetable.reminder')} onChange=${event => onChange(event.target.value === '' ? undefined : Number(event.target.value))}>
      <option value="">${none}</option>
      ${MINUTES.map(minutes => html`<option key=${minutes} value=${minutes}>${minutes ? say('timetable.before', { span: span(60 * minutes) }) : say('timetable.atStart')}</option>`)}
    </select>`;
}

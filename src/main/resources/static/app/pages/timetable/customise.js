// What the calendar is to show: groups, colours, dates, and single sessions.

import { html } from '../../vendor/preact.js';
import { say } from '../../words.js';
import { withChoice } from './choices.js';
import { Dates } from './dates.js';
import { Modules } from './modules.js';
import { Reminder } from './reminder.js';
import { Sessions } from './sessions.js';

const LENGTHS = [60, 90, 120, 150, 180, 240]; // minutes

export function Customise({ id, timetable, found, save }) {
  const { choices } = timetable;
  const set = (path, value) => save(withChoice(choices, path, value));
  const parts = { id, timetable, found, choices, set };
  return html`
    <${Modules} ...${parts} />
    <h2>${say('timetable.reminders')}</h2>
    <p class="pager">
      <label>${say('timetable.reminder')} <${Reminder} value=${choices.reminderMinutes} onChange=${value => set(['reminderMinutes'], value)} /></label>
      ${found.events.some(event => event.endAssumed) && html`
        <label>${say('timetable.assumedLength')}
          <select value=${choices.assumedLengthMinutes ?? ''} onChange=${event => set(['assumedLengthMinutes'], Number(event.target.value) || undefined)}>
            <option value="">${say('timetable.asUsual')}</option>
            ${LENGTHS.map(minutes => html`<option key=${minutes} value=${minutes}>${say('timetable.minutes', { count: minutes })}</option>`)}
          </select>
        </label>`}
    </p>
    <${Dates} ...${parts} />
    <${Sessions} ...${parts} />`;
}

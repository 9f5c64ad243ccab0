// Single sessions: renamed, moved, left out, or added by hand.

import { html, useState } from '../../vendor/preact.js';
import { Days, titleOf, WEEK } from '../../parts/days.js';
import { say } from '../../words.js';
import { Reminder } from './reminder.js';

export function Sessions({ found, choices, set }) {
  const [open, setOpen] = useState(null);
  const events = found.events.filter(event => !event.notChosen);
  const offerings = [...new Set(found.events.map(event => event.offered).filter(Boolean))].sort();
  const more = event => (event.key === open
    ? html`<${Edit} event=${event} choices=${choices} set=${set} close=${() => setOpen(null)} />`
    : html`
      <span class="told">${[event.leftOut && say('timetable.isLeftOut'), event.edited && say('timetable.isEdited'), event.added && say('timetable.isAdded')].filter(Boolean).join(' · ')}</span>
      <button class="plain" aria-label=${`${say('timetable.edit')}: ${titleOf(event)} ${event.group ?? ''} ${event.start ?? ''}`} onClick=${() => setOpen(event.key)}>${say('timetable.edit')}</button>`);
  return html`
    <h2>${say('timetable.sessionsTitle')}</h2>
    <${Days} events=${events} marked=${open} more=${more} level=${3} />
    <h2>${say('timetable.addByHand')}</h2>
    <${Fields} key=${(choices.added ?? []).length} event=${{}} isNew offerings=${offerings} onSave=${fields =>
      set(['added'], [...(choices.added ?? []), { id: crypto.randomUUID(), ...fields }])} />`;
}

function Edit({ event, choices, set, close }) {
  const { key } = event;
  const leaveOut = isLeftOut => (event.added ? removeAdded() : set(['events', key, 'leftOut'], isLeftOut || undefined));
  const removeAdded = () => (set(['added'], without(choices.added, key)), close());
  const keep = fields => {
    if (event.added) {
      set(['added'], choices.added.map(one => (isOf(one, key) ? { ...one, ...fields } : one)));
    } else {
      set(['events', key], { ...choices.events?.[key], ...changed(event, fields) });
    }
    close();
  };
  return html`
    <div class="edit">
      ${event.added
        ? html`<button onClick=${removeAdded}>${say('timetable.remove')}</button>`
        : html`<label class="check"><input type="checkbox" checked=${Boolean(choices.events?.[key]?.leftOut)} onChange=${({ target }) => leaveOut(target.checked)} /> ${say('timetable.leaveOut')}</label>`}
      ${event.edited && html`<button class="plain" onClick=${() => (set(['events', key], undefined), close())}>${say('timetable.asPrinted')}</button>`}
      <${Fields} event=${event} onSave=${keep} onCancel=${close} />
    </div>`;
}

const isOf = (added, key) => key === added.id || key.includes(added.id);
const without = (added, key) => {
  const rest = (added ?? []).filter(one => !isOf(one, key));
  return rest.length ? rest : undefined;
};

/** The fields that are not as they were. */
const changed = (event, fields) =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(event[name])));

/** What can be said of a session; a new weekly one is in one of the `offerings`. */
function Fields({ event, isNew, offerings = [], onSave, onCancel }) {
  const [fields, setFields] = useState({
    title: event.title ?? '', date: event.date ?? '', weekday: event.weekday ?? '', start: event.start ?? '', end: event.end ?? '',
    venues: (event.venues ?? []).join(', '), reminderMinutes: event.reminderMinutes, offered: isNew ? offerings[0] : undefined,
  });
  const input = (name, more) => html`
    <label>${say(`timetable.field.${name}`)}
      <input value=${fields[name]} onInput=${({ target }) => setFields({ ...fields, [name]: target.value })} ...${more} />
    </label>`;
  const save = submitted => {
    submitted.preventDefault();
    const { title, date, weekday, start, end, venues, reminderMinutes, offered } = fields;
    onSave(Object.fromEntries(Object.entries({
      title: title.trim(), start, end, reminderMinutes,
      venues: venues.split(',').map(venue => venue.trim()).filter(Boolean),
      ...(date ? { date } : { weekday, offered }),
    }).filter(([, value]) => value !== '' && value !== undefined)));
  };
  return html`
    <form class="fields" onSubmit=${save}>
      ${input('title', { required: true, maxlength: 200 })}
      ${!(event.weekday && !event.date) && input('date', { type: 'date', required: isNew && !fields.weekday })}
      ${!event.date && html`
        <label>${say('timetable.field.weekday')}
          <select value=${fields.weekday} onChange=${({ target }) => setFields({ ...fields, weekday: target.value })}>
            ${(isNew || !event.weekday) && html`<option value="">–</option>`}
            ${WEEK.map(day => html`<option key=${day} value=${day}>${say(`day.${day}`)}</option>`)}
          </select>
        </label>`}
      ${isNew && offerings.length > 1 && !fields.date && html`
        <label>${say('timetable.semester')}
          <select value=${fields.offered} onChange=${({ target }) => setFields({ ...fields, offered: target.value })}>
            ${offerings.map(one => html`<option key=${one} value=${one}>${one}</option>`)}
          </select>
        </label>`}
      ${input('start', { type: 'time', required: true })}
      ${input('end', { type: 'time', min: fields.start, required: true })}
      ${input('venues', { maxlength: 200 })}
      <label>${say('timetable.reminder')} <${Reminder} value=${fields.reminderMinutes} none=${say('timetable.asAll')} onChange=${value => setFields({ ...fields, reminderMinutes: value })} /></label>
      <button class="primary">${say(isNew ? 'timetable.add' : 'timetable.save')}</button>
      ${onCancel && html`<button type="button" onClick=${onCancel}>${say('keep')}</button>`}
    </form>`;
}

// What was understood of the newest PDF, and what was not.

import { html, useState } from '../../vendor/preact.js';
import { dayName, dayOf, Days, titleOf } from '../../parts/days.js';
import { Answer } from '../../parts/answer.js';
import { Link, withParameters } from '../../router.js';
import { say } from '../../words.js';
import { Changes } from './changes.js';
import { semestersSaid, shown } from './choices.js';
import { Evidence } from './evidence.js';
import { Offerings } from './offerings.js';
import { Week } from './week.js';

export function Preview({ id, timetable, found }) {
  const [marked, setMarked] = useState(null);
  const events = shown(found.events);
  const modules = new Set(events.map(event => event.module).filter(Boolean));
  const more = event => (event.key === marked && event.page
    ? html`<${Evidence} document=${found.document} page=${event.page} box=${event.box} />`
    : event.page && html`<button class="plain" aria-label=${`${say('timetable.where')}: ${event.title}`} onClick=${() => setMarked(event.key)}>${say('timetable.where')}</button>`);
  return html`
    <p class="summary">${[
      say('timetable.sessions', { count: events.length }),
      say('timetable.modules', { count: modules.size }),
      found.notUnderstood.length && say('timetable.notUnderstood', { count: found.notUnderstood.length }),
      found.clashes.length && say('timetable.clashes', { count: found.clashes.length }),
    ].filter(Boolean).join(' · ')}</p>
    <${Warnings} timetable=${timetable} found=${found} />
    <${Answer} of=${`/timetables/${id}/changes`}>${changes => html`<${Changes} changes=${changes} />`}<//>
    <${Offerings} events=${events}>
      ${some => html`
        <${Week} events=${some} marked=${marked} onMark=${setMarked} />
        <${Days} events=${some} marked=${marked} more=${more} />`}
    <//>`;
}

function Warnings({ timetable, found }) {
  const { calendar, notUnderstood, stale } = found;
  const clashes = found.clashes.map(({ first, second }) => [found.events[first - 1], found.events[second - 1]]);
  const uncertain = shown(found.events).filter(event => event.flags?.length);
  const notes = [
    calendar?.past && say('timetable.past', { semesters: semestersSaid(calendar.semesters) }),
    calendar?.eventsLeftOut && say('timetable.leftOut', { count: calendar.eventsLeftOut }),
    uncertain.length && say('timetable.uncertain', { count: uncertain.length }),
    ...(stale ?? []).map(text => say('timetable.stale', { text })),
    !timetable.institution && say('timetable.noProfile'),
  ].filter(Boolean);
  return html`
    ${notes.length > 0 && html`<ul class="notes">${notes.map(note => html`<li key=${note}>${note}</li>`)}</ul>`}
    ${clashes.length > 0 && html`
      <details>
        <summary>${say('timetable.clashes', { count: clashes.length })}</summary>
        <ul>${clashes.map((pair, n) => html`<li key=${n}>${pair.map(one => toldBriefly(one)).join(' – ')}</li>`)}</ul>
      </details>`}
    ${notUnderstood.length > 0 && html`
      <details>
        <summary>${say('timetable.notUnderstood', { count: notUnderstood.length })}</summary>
        <ul>${notUnderstood.map((row, n) => html`
          <li key=${n}><${Link} to=${withParameters(`/documents/${found.document}`, { show: 'text', page: row.page })}>${say('document.page', { page: row.page })}<//>: ${row.text}</li>`)}</ul>
        <p class="hint">${say('timetable.addHint')}</p>
      </details>`}`;
}

const toldBriefly = event => [titleOf(event), event.group, dayName(dayOf(event)), event.start].filter(Boolean).join(' ');

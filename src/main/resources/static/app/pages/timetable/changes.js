// What the newest PDF says otherwise than the one before it.

import { html } from '../../vendor/preact.js';
import { dayName, dayOf, titleOf } from '../../parts/days.js';
import { say } from '../../words.js';

export function Changes({ changes }) {
  const { from, added, gone, moved } = changes;
  if (!from) {
    return null;
  }
  const all = [
    ...added.map(event => say('timetable.added', { event: told(event) })),
    ...moved.map(({ before, after }) => say('timetable.moved', { before: told(before), after: told(after) })),
    ...gone.map(event => say('timetable.gone', { event: told(event) })),
  ];
  return html`
    <details open=${all.length > 0 && all.length < 10}>
      <summary>${say('timetable.changes', { count: all.length })}</summary>
      <ul>${all.map((text, n) => html`<li key=${n}>${text}</li>`)}</ul>
    </details>`;
}

const told = event =>
  [titleOf(event), event.group, dayName(dayOf(event)), event.start && `${event.start}–${event.end ?? '?'}`, (event.venues ?? []).join(', ')]
    .filter(Boolean).join(' · ');

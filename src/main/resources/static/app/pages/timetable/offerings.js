// Shows one semester at a time, as the same hour of two semesters is no clash.

import { html, useState } from '../../vendor/preact.js';
import { say } from '../../words.js';

export function Offerings({ events, children: show }) {
  const all = [...new Set(events.map(event => event.offered).filter(Boolean))].sort();
  const [chosen, setChosen] = useState(null);
  const current = all.includes(chosen) ? chosen : all[0];
  if (all.length < 2) {
    return show(events);
  }
  return html`
    <label>${say('timetable.semester')}
      <select value=${current} onChange=${event => setChosen(event.target.value)}>
        ${all.map(one => html`<option key=${one} value=${one}>${one}</option>`)}
      </select>
    </label>
    ${show(events.filter(event => !event.offered || event.offered === current))}`;
}

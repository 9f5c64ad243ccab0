// A week at one glance. Who does not see it has the same as a list.

import { html } from '../../vendor/preact.js';
import { titleOf, WEEK } from '../../parts/days.js';
import { say } from '../../words.js';

const SLOT = 5; // minutes

export function Week({ events, marked, onMark }) {
  const timed = events.filter(event => event.weekday && !event.date && event.start && event.end).map(event => ({ ...event, until: event.end > event.start ? event.end : '24:00' }));
  if (!timed.length) {
    return null;
  }
  const days = WEEK.slice(0, Math.max(5, 1 + Math.max(...timed.map(event => WEEK.indexOf(event.weekday)))));
  const first = Math.min(...timed.map(event => Math.floor(minutes(event.start) / 60)));
  const last = Math.max(...timed.map(event => Math.ceil(minutes(event.until) / 60)));
  const row = time => 2 + (minutes(time) - 60 * first) / SLOT;
  return html`
    <div class="week" aria-hidden="true" style=${{
      gridTemplateColumns: `48px repeat(${days.length}, minmax(0, 1fr))`,
      gridTemplateRows: `auto repeat(${((last - first) * 60) / SLOT}, 5px)`,
    }}>
      ${days.map((day, n) => html`<span key=${day} class="head" style=${{ gridColumn: n + 2, gridRow: 1 }}>${say(`day.${day}`)}</span>`)}
      ${Array.from({ length: last - first }, (_, n) => html`
        <span key=${n} class="hour" style=${{ gridColumn: '1 / -1', gridRow: `${row(`${first + n}:00`)} / span ${60 / SLOT}` }}>${first + n}:00</span>`)}
      ${days.flatMap((day, n) => lanes(timed.filter(event => event.weekday === day)).map(({ event, lane, of }) => html`
        <div key=${event.key} class=${`session colour-${event.colour ?? 'peacock'} ${event.key === marked ? 'marked' : ''}`}
          style=${{
            gridColumn: n + 2, gridRow: `${Math.round(row(event.start))} / ${Math.round(row(event.until))}`,
            marginLeft: `${(100 * lane) / of}%`, width: `${100 / of}%`,
          }}
          onClick=${() => onMark(event.key)}>
          <strong>${titleOf(event)}</strong> ${event.group ?? ''}<br />${(event.venues ?? []).join(', ')}
        </div>`))}
    </div>`;
}

const minutes = time => time.split(':').reduce((hours, part) => 60 * Number(hours) + Number(part));

/** Puts events of one day that overlap side by side: each has its lane, of so many in its cluster. */
function lanes(events) {
  const placed = [];
  let cluster = [];
  let until = '';
  const close = () => {
    const of = Math.max(0, ...cluster.map(one => one.lane)) + 1;
    cluster.forEach(one => placed.push({ ...one, of }));
    cluster = [];
  };
  for (const event of [...events].sort((one, other) => one.start.localeCompare(other.start))) {
    if (event.start >= until) {
      close();
    }
    const taken = cluster.filter(one => one.event.until > event.start).map(one => one.lane);
    let lane = 0;
    while (taken.includes(lane)) {
      lane++;
    }
    cluster.push({ event, lane });
    until = event.until > until ? event.until : until;
  }
  close();
  return placed;
}

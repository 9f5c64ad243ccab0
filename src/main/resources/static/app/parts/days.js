// What happens on which day, as a list.

import { html } from '../vendor/preact.js';
import { day, say } from '../words.js';

export const WEEK = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** `events` have a key each; what `more` makes of one stands beside it. The days are headings of a `level`. */
export function Days({ events, marked, onMark = () => {}, more = () => null, level = 2 }) {
  const Heading = `h${level}`;
  return byDay(events).map(([name, all]) => html`
    <section key=${name}>
      <${Heading} class="day">${dayName(name)}<//>
      <ul class="events">
        ${all.map(event => html`
          <li key=${event.key} class=${event.key === marked ? 'marked' : ''} onMouseEnter=${() => onMark(event.key)} onClick=${() => onMark(event.key)}>
            <${Event} event=${event} />
            ${more(event)}
          </li>`)}
      </ul>
    </section>`);
}

function Event({ event }) {
  return html`
    <span>${event.start ? `${event.start}–${event.end ?? '?'}` : say('event.noTime')}</span>
    <strong>${titleOf(event)}</strong>
    <span>${[event.group, ...(event.venues ?? [])].filter(Boolean).join(' · ')}</span>`;
}

export const titleOf = event => event.title ?? [event.module, event.activity, event.test].filter(Boolean).join(' ');

/** The day of an event: its date, else its weekday, else nothing. */
export const dayOf = event => event.date ?? event.weekday ?? '';

export const dayName = name => (WEEK.includes(name) ? say(`day.${name}`) : name ? day(name) : say('event.noDay'));

/** [[weekday or date, its events in their order], ..], the week before dates, and what has no day last. */
export function byDay(events) {
  const days = new Map();
  events.forEach(event => days.set(dayOf(event), [...(days.get(dayOf(event)) ?? []), event]));
  return [...days]
    .sort(([one], [other]) => place(one) - place(other) || one.localeCompare(other))
    .map(([name, all]) => [name, [...all].sort((one, other) => (one.start ?? '').localeCompare(other.start ?? ''))]);
}

const place = name => (WEEK.includes(name) ? WEEK.indexOf(name) : name ? WEEK.length : WEEK.length + 1);

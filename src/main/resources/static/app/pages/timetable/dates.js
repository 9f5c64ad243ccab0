// When the semesters are, and on which days nothing happens.

import { html, useState } from '../../vendor/preact.js';
import { period, say } from '../../words.js';
import { semestersSaid } from './choices.js';

export function Dates({ timetable, found, choices, set }) {
  const offerings = [...new Set(found.events.filter(event => event.recurring).map(event => event.offered ?? ''))].sort();
  return offerings.length
    ? html`<${Semesters} offerings=${offerings} found=${found} choices=${choices} set=${set} />
      <${Free} timetable=${timetable} found=${found} choices=${choices} set=${set} />`
    : null;
}

function Semesters({ offerings, found, choices, set }) {
  const [typed, setTyped] = useState({}); // until both days of a semester are there, in their order
  const taken = { ...parse((found.calendar?.semesters ?? []).join(',')), ...parse(choices.semesters) };
  const shown = offered => typed[offered] ?? taken[offered] ?? {};
  const change = (offered, part) => {
    const dates = { ...shown(offered), ...part };
    setTyped({ ...typed, [offered]: dates });
    if (isPeriod(dates)) {
      const whole = Object.entries({ ...parse(choices.semesters), [offered]: dates });
      set(['semesters'], whole.map(([name, { first, last }]) => `${name}${name && ':'}${first}..${last}`).join(','));
    }
  };
  const asPublished = () => {
    setTyped({});
    set(['semesters'], undefined);
  };
  return html`
    <h2>${say('timetable.semesters')}</h2>
    ${found.calendar?.past && html`<p class="problem">${say('timetable.past', { semesters: semestersSaid(found.calendar.semesters) })}</p>`}
    ${offerings.map(offered => html`
      <fieldset key=${offered}>
        <legend>${offered || say('timetable.semester')} <${Told} dates=${shown(offered)} /></legend>
        <label>${say('timetable.first')} <input type="date" value=${shown(offered).first ?? ''} onChange=${event => change(offered, { first: event.target.value })} /></label>
        <label>${say('timetable.last')} <input type="date" value=${shown(offered).last ?? ''} onChange=${event => change(offered, { last: event.target.value })} /></label>
      </fieldset>`)}
    ${choices.semesters && html`<button class="plain" onClick=${asPublished}>${say('timetable.published')}</button>`}`;
}

function Told({ dates }) {
  if (isPeriod(dates)) {
    return html`<small>${period(`${dates.first}..${dates.last}`)}</small>`;
  }
  return html`<small class="problem">${say(dates.first && dates.last ? 'timetable.datesTurned' : 'timetable.datesUnknown')}</small>`;
}

const isPeriod = ({ first, last }) => Boolean(first && last && first <= last);

/** { S1: { first, last } } of "S1:2026-02-09..2026-05-22,..". */
function parse(text) {
  const found = {};
  for (const one of (text ?? '').split(',')) {
    const [, offered, first, last] = one.trim().match(/^(?:(.*):)?(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/) ?? [];
    if (first) {
      found[offered ?? ''] = { first, last };
    }
  }
  return found;
}

/** The free days: those of the semesters, and all of them if one wants. */
function Free({ timetable, found, choices, set }) {
  const [all, setAll] = useState(false);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const days = choices.free ?? timetable.free;
  const semesters = Object.values(parse((found.calendar?.semesters ?? []).join(',')));
  const inSemesters = days.filter(one => semesters.some(({ first, last }) => one.slice(0, 10) <= last && one.slice(-10) >= first));
  const listed = all || !semesters.length ? days : inSemesters;
  const add = event => {
    event.preventDefault();
    set(['free'], [...days, to && to > from ? `${from}..${to}` : from].sort());
    setFrom('');
    setTo('');
  };
  return html`
    <h2>${say('timetable.free')}</h2>
    <ul class="chips">
      ${listed.map(one => html`
        <li key=${one}><button class="chip" aria-label=${say('timetable.freeRemove', { day: period(one) })} onClick=${() => set(['free'], days.filter(other => other !== one))}>${period(one)} ✕</button></li>`)}
    </ul>
    ${listed.length < days.length && html`<button class="plain" onClick=${() => setAll(true)}>${say('timetable.freeMore', { count: days.length - listed.length })}</button>`}
    <form class="pager" onSubmit=${add}>
      <label>${say('timetable.first')} <input type="date" required value=${from} onInput=${event => setFrom(event.target.value)} /></label>
      <label>${say('timetable.lastOptional')} <input type="date" value=${to} onInput=${event => setTo(event.target.value)} /></label>
      <button>${say('timetable.add')}</button>
      ${choices.free && html`<button type="button" class="plain" onClick=${() => set(['free'], undefined)}>${say('timetable.published')}</button>`}
    </form>`;
}

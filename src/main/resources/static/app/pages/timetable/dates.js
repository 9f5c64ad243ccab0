// When the semesters are, and on which days nothing happens.

import { html, useState } from '../../vendor/preact.js';
import { day, say } from '../../words.js';

export function Dates({ timetable, found, choices, set }) {
  const offerings = [...new Set(found.events.filter(event => event.recurring).map(event => event.offered ?? ''))].sort();
  return offerings.length
    ? html`<${Semesters} offerings=${offerings} timetable=${timetable} found=${found} choices=${choices} set=${set} />
      <${Free} timetable=${timetable} choices=${choices} set=${set} />`
    : null;
}

function Semesters({ offerings, timetable, found, choices, set }) {
  const taken = { ...parse((found.calendar?.semesters ?? []).join(',')), ...parse(choices.semesters) };
  const change = (offered, part) => {
    const dates = { ...taken, [offered]: { ...taken[offered], ...part } };
    const whole = Object.entries(dates).filter(([, { first, last }]) => first && last && first <= last);
    set(['semesters'], whole.map(([name, { first, last }]) => `${name}${name && ':'}${first}..${last}`).join(',') || undefined);
  };
  return html`
    <h2>${say('timetable.semesters')}</h2>
    ${found.calendar?.past && html`<p class="problem">${say('timetable.past', { semesters: found.calendar.semesters.join(', ') })}</p>`}
    ${offerings.map(offered => html`
      <fieldset key=${offered}>
        <legend>${offered || say('timetable.semester')} ${taken[offered]?.first ? html`<small>${day(taken[offered].first)} – ${day(taken[offered].last)}</small>` : html`<small class="problem">${say('timetable.datesUnknown')}</small>`}</legend>
        <label>${say('timetable.first')} <input type="date" value=${taken[offered]?.first ?? ''} onChange=${event => change(offered, { first: event.target.value })} /></label>
        <label>${say('timetable.last')} <input type="date" value=${taken[offered]?.last ?? ''} onChange=${event => change(offered, { last: event.target.value })} /></label>
      </fieldset>`)}
    ${choices.semesters && html`<button class="plain" onClick=${() => set(['semesters'], undefined)}>${say('timetable.published')}</button>`}`;
}

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

function Free({ timetable, choices, set }) {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const days = choices.free ?? timetable.free;
  const add = event => {
    event.preventDefault();
    set(['free'], [...days, to && to > from ? `${from}..${to}` : from].sort());
    setFrom('');
    setTo('');
  };
  return html`
    <h2>${say('timetable.free')}</h2>
    <ul class="chips">
      ${days.map(one => html`
        <li key=${one}><button class="chip" aria-label=${say('timetable.freeRemove', { day: one })} onClick=${() => set(['free'], days.filter(other => other !== one))}>${one.replace('..', ' – ')} ✕</button></li>`)}
    </ul>
    <form class="pager" onSubmit=${add}>
      <label>${say('timetable.first')} <input type="date" required value=${from} onInput=${event => setFrom(event.target.value)} /></label>
      <label>${say('timetable.lastOptional')} <input type="date" value=${to} onInput=${event => setTo(event.target.value)} /></label>
      <button>${say('timetable.add')}</button>
      ${choices.free && html`<button type="button" class="plain" onClick=${() => set(['free'], undefined)}>${say('timetable.published')}</button>`}
    </form>`;
}

// One document: its text page by page, tables, timetable and facts, and what is to be known about it.

import { html, useEffect, useRef, useState } from '../vendor/preact.js';
import { call, get } from '../api.js';
import { Answer } from '../parts/answer.js';
import { State } from '../parts/state.js';
import { go, Link, withParameters } from '../router.js';
import { moment, reason, say, size } from '../words.js';

const VIEWS = { text: Text, tables: Tables, timetable: Timetable, facts: Facts };
const LOOK_EVERY = 2000; // ms
const ENDED = ['completed', 'invalid', 'dead', 'cancelled', 'expired'];
const WEEK = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

export function Document({ id, parameters }) {
  const [document, setDocument] = useState(null);
  const [problem, setProblem] = useState(null);
  useEffect(() => {
    let next = null;
    let over = false;
    const look = () => get(`/documents/${id}`).then(found => {
      setDocument(found);
      next = over || ENDED.includes(found.state) ? null : setTimeout(look, LOOK_EVERY);
    }, refusal => setProblem(refusal.problem));
    look();
    return () => { over = true; clearTimeout(next); };
  }, [id]);
  if (problem) {
    return html`<h1>${say('documents')}</h1><p class="problem" role="alert">${reason(problem)}</p>`;
  }
  return document
    ? html`<${Whole} document=${document} parameters=${parameters} />`
    : html`<p class="skeleton" role="status">${say('loading')}</p>`;
}

function Whole({ document, parameters }) {
  const path = `/documents/${document.id}`;
  const view = parameters.show in VIEWS ? parameters.show : 'text';
  const View = VIEWS[view];
  return html`
    <h1>${document.title || document.fileName || document.id}</h1>
    <p class="about">
      <${State} of=${document.state} />
      ${document.pageCount && html`<span>${say('upload.done', { count: document.pageCount })}</span>`}
      <span>${size(document.sizeBytes)}</span>
      <a href=${`/api/v1${path}/original`}>${say('documents.original')}</a>
      <${Delete} path=${path} />
    </p>
    <${Notes} document=${document} />
    ${document.state === 'completed' && html`
      <div class="tabs" role="group" aria-label=${say('document.views')}>
        ${Object.keys(VIEWS).map(name => html`
          <${Link} key=${name} to=${withParameters(path, { show: name })} aria-current=${name === view ? 'true' : undefined}>
            ${say(`document.${name}`)}
          <//>`)}
      </div>
      <${View} document=${document} path=${path} parameters=${parameters} />`}`;
}

/** What is worth saying: why there are no results, and what was not understood. */
function Notes({ document }) {
  const notes = [
    ...(document.failure ? [reason(document.failure)] : []),
    ...(document.gaps ?? []).map(gap => say('document.gap', { page: gap.page ?? gap.number })),
    ...(document.flags ?? []).map(flag => (flag.page ? `${say('document.page', { page: flag.page })}: ${flag.text}` : flag.text)),
  ];
  return notes.length ? html`<ul class="notes">${notes.map(note => html`<li key=${note}>${note}</li>`)}</ul>` : null;
}

function Text({ document, path, parameters }) {
  const number = Math.min(Math.max(1, Number(parameters.page) || 1), document.pageCount);
  const to = page => withParameters(path, { show: 'text', page });
  return html`
    <p class="pager">
      ${number > 1 && html`<${Link} to=${to(number - 1)}>${say('document.previous')}<//>`}
      <span>${say('document.pageOf', { page: number, pages: document.pageCount })}</span>
      ${number < document.pageCount && html`<${Link} to=${to(number + 1)}>${say('document.next')}<//>`}
      <a href=${`/api/v1${path}/text`} download>${say('document.allText')}</a>
      <a href=${`/api/v1${path}/markdown`} download>Markdown</a>
    </p>
    <${Answer} of=${`${path}/pages/${number}`}>
      ${page => html`
        <div class="beside">
          <img src=${`/api/v1${path}/pages/${number}/image?size=1200`} alt=${say('document.picture', { page: number })}
            width=${Math.round(page.widthPoints)} height=${Math.round(page.heightPoints)} />
          <div><${Copy} text=${page.text} /><pre class="page" tabindex="0">${page.text}</pre></div>
        </div>`}
    <//>`;
}

function Copy({ text }) {
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true));
  return html`<button onClick=${copy}>${say(copied ? 'document.copied' : 'document.copy')}</button>`;
}

function Tables({ path }) {
  return html`
    <${Answer} of=${`${path}/tables`}>
      ${tables => tables.items.length
        ? tables.items.map(table => html`<${Table} key=${table.number} path=${path} table=${table} />`)
        : html`<p>${say('document.noTables')}</p>`}
    <//>`;
}

function Table({ path, table }) {
  const address = `${path}/tables/${table.number}`;
  const title = say('document.table', { number: table.number, page: table.firstPage });
  return html`
    <h2>${title}</h2>
    <p><a href=${`/api/v1${address}?format=csv`} download>CSV</a></p>
    <${Answer} of=${address}>
      ${whole => html`
        <div class="wide" tabindex="0" role="group" aria-label=${title}>
          <table>${whole.content.map((row, n) => html`<${Row} key=${n} row=${row} />`)}</table>
        </div>`}
    <//>`;
}

function Row({ row }) {
  const Cell = row.header ? 'th' : 'td';
  return html`<tr>${row.cells.map(cell => html`
    <${Cell} key=${cell.column} colspan=${cell.columnSpan} rowspan=${cell.rowSpan} scope=${row.header ? 'col' : undefined}>${cell.text}<//>`)}</tr>`;
}

function Timetable({ path }) {
  return html`
    <${Answer} of=${`${path}/events`}>
      ${found => found.events.length
        ? html`
          ${found.calendar?.past && html`<p class="problem">${say('document.past')}</p>`}
          <p><a href=${`/api/v1${path}/calendar.ics`} download>${say('document.calendar')}</a></p>
          ${byDay(found.events).map(([day, events]) => html`
            <h2 key=${day}>${dayName(day)}</h2>
            <ul class="events">${events.map((event, n) => html`<${Event} key=${n} event=${event} />`)}</ul>`)}`
        : html`<p>${say('document.noEvents')}</p>`}
    <//>`;
}

function Event({ event }) {
  return html`
    <li>
      <span>${event.start}–${event.end}</span>
      <strong>${event.module} ${event.activity}</strong>
      <span>${[event.group, ...(event.venues ?? [])].filter(Boolean).join(' · ')}</span>
    </li>`;
}

/** [[weekday or date, its events in their order], ..], the week before dates. */
function byDay(events) {
  const days = Map.groupBy ? Map.groupBy(events, dayOf) : grouped(events);
  return [...days]
    .sort(([one], [other]) => place(one) - place(other) || one.localeCompare(other))
    .map(([day, all]) => [day, all.toSorted((one, other) => (one.start ?? '').localeCompare(other.start ?? ''))]);
}

const dayOf = event => event.date ?? event.weekday ?? '';
const place = day => (WEEK.includes(day) ? WEEK.indexOf(day) : WEEK.length);
const dayName = day => (WEEK.includes(day) ? say(`day.${day}`) : day);

function grouped(events) {
  const days = new Map();
  events.forEach(event => days.set(dayOf(event), [...(days.get(dayOf(event)) ?? []), event]));
  return days;
}

function Facts({ document, path }) {
  const facts = {
    fileName: document.fileName,
    source: document.source,
    received: moment(document.receivedAt),
    completed: document.completedAt && moment(document.completedAt),
    digest: document.sha256,
  };
  return html`
    <${Answer} of=${`${path}/metadata`}>
      ${metadata => html`
        <dl>
          ${Object.entries({ ...facts, author: metadata.author, producer: metadata.producer, version: metadata.pdfVersion })
            .filter(([, value]) => value)
            .map(([name, value]) => html`<dt key=${name}>${say(`fact.${name}`)}</dt><dd>${value}</dd>`)}
        </dl>`}
    <//>`;
}

function Delete({ path }) {
  const question = useRef();
  const [problem, setProblem] = useState(null);
  const remove = () => call('DELETE', path).then(() => go('/documents'), refusal => setProblem(refusal.problem));
  return html`
    <button class="plain" onClick=${() => question.current.showModal()}>${say('document.delete')}</button>
    <dialog ref=${question} aria-labelledby="question">
      <p id="question">${say('document.delete.question')}</p>
      ${problem && html`<p class="problem" role="alert">${reason(problem)}</p>`}
      <button class="primary" onClick=${remove}>${say('document.delete')}</button>
      <button onClick=${() => question.current.close()}>${say('document.keep')}</button>
    </dialog>`;
}

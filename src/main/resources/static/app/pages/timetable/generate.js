// The calendar: as a file, as a link that programs follow, as a table, on paper.

import { html, useState } from '../../vendor/preact.js';
import { call } from '../../api.js';
import { Answer } from '../../parts/answer.js';
import { Ask } from '../../parts/ask.js';
import { Copy } from '../../parts/copy.js';
import { Days } from '../../parts/days.js';
import { Qr } from '../../parts/qr.js';
import { go } from '../../router.js';
import { moment, reason, say } from '../../words.js';
import { semestersSaid, shown } from './choices.js';
import { Week } from './week.js';

const LOOPBACK = /^(localhost|127\.|\[::1\])/;

export function Generate({ id, found }) {
  const path = `/api/v1/timetables/${id}`;
  const events = shown(found.events);
  return html`
    <p class="pager screen">
      <a class="button primary" href=${`${path}/calendar.ics`} download>${say('document.calendar')}</a>
      <a class="button" href=${`${path}/events?format=csv`} download>CSV</a>
      <button onClick=${() => window.print()}>${say('timetable.print')}</button>
    </p>
    ${found.calendar?.past && html`<p class="problem">${say('timetable.past', { semesters: semestersSaid(found.calendar.semesters) })}</p>`}
    <section class="screen">
      <h2>${say('timetable.subscribe')}</h2>
      <p>${say('timetable.subscribe.why')}</p>
      <${Links} id=${id} />
    </section>
    <section class="printed"><${Week} events=${events} /><${Days} events=${events} /></section>
    <p class="screen"><${Ask} label=${say('timetable.forget')} question=${say('timetable.forget.question')}
      does=${() => call('DELETE', `/timetables/${id}`).then(() => go('/timetables'))} /></p>`;
}

function Links({ id }) {
  const [made, setMade] = useState(null);
  const [problem, setProblem] = useState(null);
  const [round, setRound] = useState(0);
  const address = `/timetables/${id}/subscriptions`;
  const make = () => call('POST', address).then(link => { setMade(link); setRound(round + 1); }, refusal => setProblem(refusal.problem));
  const end = link => call('DELETE', `${address}/${link}`)
    .then(() => { setMade(made?.id === link ? null : made); setRound(round + 1); }, refusal => setProblem(refusal.problem));
  return html`
    <button onClick=${make}>${say('timetable.link')}</button>
    ${problem && html`<p class="problem" role="alert">${reason(problem)}</p>`}
    ${made && html`<${Link} link=${made} />`}
    <${Answer} key=${round} of=${address}>
      ${links => html`
        <ul class="sessions">
          ${links.items.map(one => html`
            <li key=${one.id}>${say('timetable.linkSince', { when: moment(one.createdAt) })}
              <button class="plain" onClick=${() => end(one.id)}>${say('timetable.revoke')}</button></li>`)}
        </ul>`}
    <//>`;
}

/** A link that was just made: it is shown this once. */
function Link({ link }) {
  const { host } = new URL(link.url);
  const webcal = link.url.replace(/^https?:/, 'webcal:');
  return html`
    <div class="link">
      ${LOOPBACK.test(host) && html`<p class="problem">${say('timetable.loopback', { host })}</p>`}
      <p><a href=${webcal}>${say('timetable.open')}</a></p>
      <p><code class="name">${link.url}</code> <${Copy} text=${link.url} label=${say('timetable.subscribe')} /></p>
      <p class="hint">${say('timetable.once')}</p>
      <${Qr} text=${link.url} label=${say('timetable.qr')} />
    </div>`;
}

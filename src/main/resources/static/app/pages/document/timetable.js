// The timetable that a document is: what happens when, and where on the page that stands.

import { html, useState } from '../../vendor/preact.js';
import { Answer } from '../../parts/answer.js';
import { Days } from '../../parts/days.js';
import { Picture } from '../../parts/picture.js';
import { Link } from '../../router.js';
import { say } from '../../words.js';

export function Timetable({ path }) {
  return html`
    <${Answer} of=${`${path}/events`}>
      ${found => found.events.length
        ? html`<${Events} path=${path} found=${found} />`
        : html`<p>${say('document.noEvents')}</p>`}
    <//>`;
}

function Events({ path, found }) {
  const [marked, setMarked] = useState(null);
  const events = found.events.map((event, n) => ({ ...event, key: String(n) }));
  const page = events.find(event => event.key === marked)?.page ?? events[0].page;
  return html`
    ${found.calendar?.past && html`<p class="problem">${say('document.past')}</p>`}
    <p class="pager">
      <${Answer} of="/timetables">
        ${timetables => html`<${Choose} timetables=${timetables.items} profile=${found.profile} />`}
      <//>
      <a href=${`/api/v1${path}/calendar.ics`} download>${say('document.calendar')}</a>
      <a href=${`/api/v1${path}/events?format=csv`} download>CSV</a>
    </p>
    <div class="beside">
      <div><${Days} events=${events} marked=${marked} onMark=${setMarked} /></div>
      <${Answer} of=${`${path}/pages/${page}`}>
        ${whole => html`
          <${Picture} path=${path} page=${whole} marked=${marked} onMark=${setMarked}
            boxes=${events.filter(event => event.page === page && event.box)} />`}
      <//>
    </div>`;
}

/** Leads to the visitor's timetable of this profile, where groups, colours and dates are chosen. */
function Choose({ timetables, profile }) {
  const timetable = timetables.find(one => one.profile === profile);
  return timetable ? html`<${Link} class="button primary" to=${`/timetables/${timetable.id}`}>${say('timetable.make')}<//>` : null;
}

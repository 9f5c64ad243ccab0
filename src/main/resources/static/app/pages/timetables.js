// The visitor's timetables, each with the choices that outlive its PDFs.

import { html } from '../vendor/preact.js';
import { Answer } from '../parts/answer.js';
import { Link } from '../router.js';
import { ago, moment, say } from '../words.js';

export function Timetables() {
  return html`
    <h1>${say('timetables')}</h1>
    <${Answer} of="/timetables">
      ${found => found.items.length
        ? html`<ul class="timetables">${found.items.map(one => html`<${One} key=${one.id} one=${one} />`)}</ul>`
        : html`<p>${say('timetables.empty')} <${Link} to="/upload">${say('upload')}<//></p>`}
    <//>`;
}

function One({ one }) {
  return html`
    <li>
      <${Link} to=${`/timetables/${one.id}`}>${say(`timetable.kind.${one.kind ?? 'lecture'}`)}<//>
      <span>${one.institution ?? one.profile}</span>
      <span>${say('timetables.documents', { count: one.documents })}</span>
      <time datetime=${one.updatedAt} title=${moment(one.updatedAt)}>${ago(one.updatedAt)}</time>
    </li>`;
}

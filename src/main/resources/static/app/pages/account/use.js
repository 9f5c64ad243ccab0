// What the plan allows, and how far it is used up.

import { html } from '../../vendor/preact.js';
import { number, say, size } from '../../words.js';

const RATES = ['concurrentUploads', 'uploadsPerMinute', 'uploadsPerHour', 'droppedPerHour'];

export function Use({ account }) {
  const { limits, use } = account;
  return html`
    <dl>
      <dt>${say('account.plan')}</dt><dd>${account.plan}</dd>
      <dt id="room">${say('account.room')}</dt>
      <dd>
        ${limits.bytes
          ? html`
            <meter aria-labelledby="room" min="0" max=${limits.bytes} high=${limits.bytes * 0.9} value=${use.bytes}></meter>
            ${' '}${say('account.roomOf', { used: size(use.bytes), all: size(limits.bytes) })}`
          : say('account.roomUsed', { used: size(use.bytes) })}
      </dd>
      <dt>${say('account.documents')}</dt>
      <dd>${number(use.documents)}${use.unfinished > 0 && ` · ${say('account.unfinished', { count: use.unfinished })}`}</dd>
      <dt>${say('account.largest')}</dt>
      <dd>${say('account.largestOf', { pdf: size(account.largestPdfBytes), zip: size(account.largestArchiveBytes) })}</dd>
      ${RATES.filter(name => limits[name]).map(name => html`
        <dt key=${name}>${say(`account.limit.${name}`)}</dt><dd>${number(limits[name])}</dd>`)}
    </dl>`;
}

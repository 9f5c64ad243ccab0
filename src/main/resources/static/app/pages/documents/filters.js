// Which of the documents are wanted.

import { html } from '../../vendor/preact.js';
import { say } from '../../words.js';

const NAMES = ['q', 'state', 'origin', 'gaps', 'from', 'to', 'batch'];
const CHOICES = {
  state: ['received', 'queued', 'parsing', 'retrying', 'completed', 'invalid', 'dead', 'cancelled'],
  origin: ['http', 's3', 'sftp'],
};

/** The filters among an address's parameters. */
export const filtersOf = parameters =>
  Object.fromEntries(NAMES.filter(name => parameters[name]).map(name => [name, parameters[name]]));

export function Filters({ wanted, show }) {
  return html`
    <div class="filters" role="group" aria-label=${say('documents.filters')}>
      ${Object.entries(CHOICES).map(([name, values]) => html`
        <select key=${name} aria-label=${say(`documents.${name}`)} value=${wanted[name] ?? ''} onChange=${event => show({ [name]: event.target.value })}>
          <option value="">${say(`documents.${name}.any`)}</option>
          ${values.map(one => html`<option key=${one} value=${one}>${say(`${name}.${one}`)}${name === 'state' ? ` (${one})` : ''}</option>`)}
        </select>`)}
      <label>${say('documents.since')}
        <input type="date" value=${wanted.from?.slice(0, 10) ?? ''}
          onChange=${event => show({ from: event.target.value && `${event.target.value}T00:00:00Z` })} />
      </label>
      <label class="check">
        <input type="checkbox" checked=${wanted.gaps === 'true'} onChange=${event => show({ gaps: event.target.checked ? 'true' : '' })} />
        ${say('documents.gaps')}
      </label>
      ${Object.entries(wanted).map(([name, value]) => html`
        <button key=${name} class="chip" aria-label=${say('documents.without', { filter: told(name, value) })}
          onClick=${() => show({ [name]: '' })}>${told(name, value)} ✕</button>`)}
    </div>`;
}

function told(name, value) {
  if (name in CHOICES) {
    return say(`${name}.${value}`);
  }
  return name === 'gaps' || name === 'batch' ? say(`documents.${name}`) : `${name === 'q' ? '' : `${say(`documents.${name}`)} `}${value.slice(0, 60).replace(/T.*/, '')}`;
}

// Documents that were given up or are invalid: by code, filtered, looked at, and replayed. The filter is in the address.

import { html, useEffect, useState } from '../../vendor/preact.js';
import { Fetched } from '../../parts/fetched.js';
import { usePolled } from '../../parts/polled.js';
import { go, withParameters } from '../../router.js';
import { number, say } from '../../words.js';
import { DeadLetter } from './deadletter.js';
import { Replay } from './replay.js';

const SHOWN = 20;
const EVERY = 15_000; // ms
const STATES = ['dead', 'invalid'];

export function DeadLetters({ counts, parameters }) {
  const { code = '', owner = '' } = parameters;
  const state = STATES.includes(parameters.state) ? parameters.state : STATES[0];
  const [limit, setLimit] = useState(SHOWN);
  const found = usePolled(withParameters('/ops/dead-letters', { state, code, owner, limit }), EVERY);
  const narrow = change => go(withParameters('/ops', { ...parameters, state, code, owner, ...change }), true);
  return html`
    <${Filter} state=${state} code=${code} owner=${owner} counts=${counts} narrow=${narrow} />
    <${Replay} key=${`${state} ${code} ${owner}`} criteria=${criteria({ state, code, owner })} onDone=${found.again} />
    <${Fetched} of=${found}>
      ${({ items, nextCursor }) => html`
        ${items.length
          ? html`<ul class="rows letters">${items.map(one => html`<${DeadLetter} key=${one.id} of=${one} onDone=${found.again} />`)}</ul>`
          : html`<p>${say('ops.letters.none')}</p>`}
        ${nextCursor && html`<button onClick=${() => setLimit(limit + SHOWN)}>${say('ops.more')}</button>`}`}
    <//>`;
}

/** What a replay of all that is listed would be about. */
function criteria({ state, code, owner }) {
  return { states: [state], ...(code ? { codes: [code] } : {}), ...(owner ? { owner } : {}), ...(code || owner ? {} : { all: true }) };
}

function Filter({ state, code, owner, counts, narrow }) {
  const [typed, setTyped] = useState(owner);
  useEffect(() => setTyped(owner), [owner]);
  return html`
    ${counts.length > 0 && html`
      <div class="chips" role="group" aria-label=${say('ops.letters.byCode')}>
        ${counts.map(one => html`
          <button key=${one.code} class="chip" aria-pressed=${one.code === code} onClick=${() => narrow({ state: 'dead', code: one.code === code ? '' : one.code })}>
            ${one.code} · ${number(one.documents)}
          </button>`)}
      </div>`}
    <form class="fields" onSubmit=${event => (event.preventDefault(), narrow({ owner: typed }))}>
      <label>${say('ops.column.state')}
        <select value=${state} onChange=${event => narrow({ state: event.target.value, code: '' })}>
          ${STATES.map(one => html`<option key=${one} value=${one}>${say(`ops.letters.${one}`)}</option>`)}
        </select>
      </label>
      <label>${say('ops.column.owner')}
        <input maxlength="128" value=${typed} onInput=${event => setTyped(event.target.value)} />
      </label>
      <button>${say('ops.letters.filter')}</button>
    </form>`;
}

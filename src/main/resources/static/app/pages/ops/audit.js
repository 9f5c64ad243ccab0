// Who changed what, newest first.

import { html, useState } from '../../vendor/preact.js';
import { Fetched } from '../../parts/fetched.js';
import { usePolled } from '../../parts/polled.js';
import { withParameters } from '../../router.js';
import { moment, say } from '../../words.js';

const SHOWN = 30;
const COLUMNS = ['time', 'actor', 'action', 'target', 'status'];

export function Audit() {
  const [typed, setTyped] = useState({ actor: '', target: '' });
  const [filter, setFilter] = useState({});
  const [limit, setLimit] = useState(SHOWN);
  const events = usePolled(withParameters('/ops/audit', { ...filter, limit }));
  const type = event => setTyped({ ...typed, [event.target.name]: event.target.value });
  const narrow = event => {
    event.preventDefault();
    setFilter(typed);
    events.again();
  };
  return html`
    <form class="fields" aria-label=${say('ops.audit')} onSubmit=${narrow}>
      ${['actor', 'target'].map(name => html`
        <label key=${name}>${say(`ops.column.${name}`)}<input name=${name} value=${typed[name]} onInput=${type} /></label>`)}
      <button>${say('ops.letters.filter')}</button>
    </form>
    <${Fetched} of=${events}>
      ${({ items, nextCursor }) => html`
        <div class="wide" tabindex="0" role="region" aria-label=${say('ops.audit')}>
          <table class="audit">
            <thead><tr>${COLUMNS.map(name => html`<th key=${name} scope="col">${say(`ops.column.${name}`)}</th>`)}</tr></thead>
            <tbody>${items.map(event => html`
              <tr key=${event.number}>
                <td><time datetime=${event.at}>${moment(event.at)}</time></td>
                <td>${event.actor}${event.via === 'console' && ` · ${event.via}`}</td>
                <td><code>${event.action}</code></td>
                <td>${event.target}</td>
                <td class=${event.status >= 400 ? 'problem' : ''}>${event.status}</td>
              </tr>`)}</tbody>
          </table>
        </div>
        ${nextCursor && limit < 1000 && html`<button onClick=${() => setLimit(limit + SHOWN)}>${say('ops.more')}</button>`}`}
    <//>`;
}

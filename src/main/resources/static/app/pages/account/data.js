// The owner's documents as a whole: how to have them, and how to be rid of them.

import { html, useEffect, useRef, useState } from '../../vendor/preact.js';
import { call, get } from '../../api.js';
import { Ask } from '../../parts/ask.js';
import { Link, withParameters } from '../../router.js';
import { reason, say } from '../../words.js';

const PART = 100;
const KINDS = ['originals', 'text', 'markdown', 'tables', 'events'];

export function Data({ onChange }) {
  const [progress, setProgress] = useState(null);
  const wanted = useRef(true);
  useEffect(() => () => { wanted.current = false; }, []);
  const begin = async () => {
    wanted.current = true;
    const note = change => setProgress(before => ({ ...before, ...change }));
    setProgress({ done: 0, left: 0, running: true });
    deleteAll(note, () => wanted.current)
      .catch(refusal => note({ problem: refusal.problem }))
      .finally(() => { note({ running: false }); onChange(); });
  };
  return html`
    <p>${say('account.data.each')} <${Link} to="/documents">${say('nav.documents')}<//></p>
    <p>${say('account.data.zip')}${' '}
      ${KINDS.map(kind => html`
        <a key=${kind} class="button" href=${`/api/v1/documents/archive?all=true&what=${kind}`} download>${say(`account.data.${kind}`)}</a> `)}
    </p>
    ${progress && html`<${Progress} of=${progress} />`}
    ${progress?.running
      ? html`<button onClick=${() => { wanted.current = false; }}>${say('account.delete.stop')}</button>`
      : html`<${Ask} label=${say('account.delete')} question=${say('account.delete.question')} does=${begin} />`}`;
}

function Progress({ of: { done, left, running, problem } }) {
  return html`
    <p role="status">
      ${say(running ? 'account.delete.running' : 'account.delete.done', { count: done })}
      ${left > 0 && ` ${say('account.delete.left', { count: left })}`}
    </p>
    ${problem && html`<p class="problem" role="alert">${reason(problem)}</p>`}`;
}

/** Deletes one document after the other; those that cannot be are counted, and passed by. */
async function deleteAll(note, isWanted) {
  let done = 0;
  const left = new Set();
  let cursor;
  do {
    const part = await get(withParameters('/documents', { limit: PART, cursor }));
    for (const { id } of part.items.filter(one => !left.has(one.id))) {
      if (!isWanted()) {
        return;
      }
      await call('DELETE', `/documents/${id}`).then(() => done++, refusal => passBy(refusal, () => left.add(id)));
      note({ done, left: left.size });
    }
    cursor = part.nextCursor;
  } while (cursor);
}

/** A refusal of one document is no refusal of the others; what stops all of them is. */
function passBy(refusal, note) {
  if (refusal.problem.status === 404) {
    return;
  }
  if (![409, 410].includes(refusal.problem.status)) {
    throw refusal;
  }
  note();
}

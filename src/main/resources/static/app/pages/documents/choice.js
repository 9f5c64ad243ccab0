// Several documents at once: which are chosen, and what may be done with them.

import { html, useEffect, useState } from '../../vendor/preact.js';
import { callPatiently } from '../../api.js';
import { Ask } from '../../parts/ask.js';
import { RETRYABLE } from '../../parts/state.js';
import { reason, say } from '../../words.js';

const CONTENTS = ['originals', 'text', 'markdown', 'tables', 'events'];
const AT_MOST = 100; // in one archive

/** The chosen among `items`; none are as soon as `list`, which names them, is another. */
export function useChoice(items, list) {
  const [ids, setIds] = useState([]);
  const [last, setLast] = useState(null);
  useEffect(() => setIds([]), [list]);
  const set = (id, isChosen, through) => {
    const places = [last, id].map(one => items.findIndex(item => item.id === one));
    const range = through && !places.includes(-1)
      ? items.slice(Math.min(...places), Math.max(...places) + 1).map(item => item.id)
      : [id];
    setIds(before => [...before.filter(one => !range.includes(one)), ...(isChosen ? range : [])]);
    setLast(id);
  };
  const chosen = items.filter(item => ids.includes(item.id));
  return { ids, retryable: chosen.filter(item => RETRYABLE.includes(item.state)).map(item => item.id), has: id => ids.includes(id), set, clear: () => setIds([]), all: () => setIds(items.map(item => item.id)) };
}

/** What can be done with the chosen; `onChanged` is called when the list is another than before. */
export function Chosen({ choice, onChanged }) {
  const [what, setWhat] = useState(CONTENTS[0]);
  const [problem, setProblem] = useState(null);
  const [done, setDone] = useState(null);
  const { ids, retryable } = choice;
  const each = async (method, some, path = '') => {
    try {
      for (const [n, id] of some.entries()) {
        setDone({ count: n, of: some.length });
        await callPatiently(method, `/documents/${id}${path}`);
      }
      choice.clear();
    } finally {
      setDone(null);
      onChanged();
    }
  };
  return html`
    <div class="chosen" role="group" aria-label=${say('documents.chosen', { count: ids.length })}>
      <strong role="status">${say('documents.chosen', { count: ids.length })}</strong>
      <button class="plain" onClick=${choice.all}>${say('documents.chooseAll')}</button>
      <button class="plain" onClick=${choice.clear}>${say('documents.chooseNone')}</button>
      <select aria-label=${say('documents.what')} value=${what} onChange=${event => setWhat(event.target.value)}>
        ${CONTENTS.map(one => html`<option key=${one} value=${one}>${say(`documents.what.${one}`)}</option>`)}
      </select>
      ${ids.length <= AT_MOST
        ? html`<a class="button" href=${`/api/v1/documents/archive?what=${what}&ids=${ids}`} download>${say('documents.download')}</a>`
        : html`<span>${say('documents.tooMany', { most: AT_MOST })}</span>`}
      ${retryable.length > 0 && html`
        <button onClick=${() => each('POST', retryable, '/retry').catch(refusal => setProblem(refusal.problem))}>${say('documents.retry')}</button>`}
      <${Ask} label=${say('document.delete')} question=${say('documents.delete.question', { count: ids.length })}
        does=${() => each('DELETE', ids)} />
      ${done && html`<span role="status">${say('documents.doing', done)}</span>`}
      ${problem && html`<p class="problem" role="alert">${reason(problem)}</p>`}
    </div>`;
}

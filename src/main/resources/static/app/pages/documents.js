// The visitor's documents, newest first; search and filter are in the address, so that it can be shared.

import { html, useEffect, useState } from '../vendor/preact.js';
import { get } from '../api.js';
import { State } from '../parts/state.js';
import { go, Link, withParameters } from '../router.js';
import { ago, moment, reason, say } from '../words.js';

const STATES = ['received', 'queued', 'parsing', 'retrying', 'completed', 'invalid', 'dead', 'cancelled'];
const AT_REST = 250; // ms without a further letter until the search begins
const PAGE = 50;

export function Documents({ parameters }) {
  const { q = '', state = '' } = parameters;
  const [typed, setTyped] = useState(q);
  const [found, setFound] = useState(null);
  const [problem, setProblem] = useState(null);
  const show = change => go(withParameters('/documents', { q, state, ...change }), true);
  useEffect(() => setTyped(q), [q]);
  useEffect(() => {
    const rest = setTimeout(() => typed !== q && show({ q: typed }), AT_REST);
    return () => clearTimeout(rest);
  }, [typed]);
  useEffect(() => {
    let current = true;
    load({ q, state }).then(page => current && (setFound(page), setProblem(null)), refusal => current && setProblem(refusal.problem));
    return () => { current = false; };
  }, [q, state]);
  const more = () => load({ q, state, cursor: found.nextCursor })
    .then(page => setFound({ ...page, items: [...found.items, ...page.items] }), refusal => setProblem(refusal.problem));
  return html`
    <h1>${say('documents')}</h1>
    <form class="filters" role="search" onSubmit=${event => event.preventDefault()}>
      <input id="search" type="search" aria-label=${say('documents.search')} placeholder=${say('documents.search')}
        value=${typed} onInput=${event => setTyped(event.target.value)} />
      <select aria-label=${say('documents.state')} value=${state} onChange=${event => show({ state: event.target.value })}>
        <option value="">${say('documents.state.any')}</option>
        ${STATES.map(one => html`<option key=${one} value=${one}>${say(`state.${one}`)} (${one})</option>`)}
      </select>
    </form>
    ${problem && html`<p class="problem" role="alert">${reason(problem)}</p>`}
    ${found ? html`<${Found} found=${found} filtered=${q || state} more=${more} />` : html`<p class="skeleton" role="status">${say('loading')}</p>`}`;
}

const load = parameters => get(withParameters('/documents', { ...parameters, limit: PAGE }));

function Found({ found, filtered, more }) {
  if (!found.items.length) {
    return html`<p>${say(filtered ? 'documents.noMatch' : 'documents.empty')}</p>`;
  }
  return html`
    <ul class="documents">${found.items.map(one => html`<${Document} key=${one.id} one=${one} />`)}</ul>
    ${found.nextCursor && html`<button onClick=${more}>${say('documents.more')}</button>`}`;
}

function Document({ one }) {
  const path = `/api/v1/documents/${one.id}`;
  return html`
    <li>
      ${one.state === 'completed'
        ? html`<img src=${`${path}/thumbnail?size=150`} alt="" loading="lazy" width="40" height="52" />`
        : html`<span class="blank" aria-hidden="true"></span>`}
      <span class="name"><${Link} to=${`/documents/${one.id}`}>${one.title || one.fileName || one.id}<//>
        ${one.title && html`<small>${one.fileName}</small>`}
        ${(one.matches ?? []).map(match => html`<${Passage} key=${match.page} document=${one.id} match=${match} />`)}
      </span>
      <${State} of=${one.state} />
      <span>${one.pageCount ? say('upload.done', { count: one.pageCount }) : ''}</span>
      <span>${say(`origin.${one.origin}`)}</span>
      <time datetime=${one.receivedAt} title=${moment(one.receivedAt)}>${ago(one.receivedAt)}</time>
    </li>`;
}

/** What was looked for, as it stands in the text, with its page. */
function Passage({ document, match }) {
  return html`
    <small class="passage">
      <${Link} to=${withParameters(`/documents/${document}`, { show: 'text', page: match.page })}>${say('document.page', { page: match.page })}<//>
      : ${match.snippet.map((piece, n) => (piece.hit ? html`<mark key=${n}>${piece.text}</mark>` : piece.text))}
    </small>`;
}

// The visitor's documents, newest first; search and filter are in the address, so that it can be shared.

import { html, useEffect, useState } from '../vendor/preact.js';
import { get } from '../api.js';
import { Loading } from '../parts/loading.js';
import { State } from '../parts/state.js';
import { go, Link, withParameters } from '../router.js';
import { ago, moment, reason, say } from '../words.js';
import { Filters, filtersOf } from './documents/filters.js';
import { Chosen, useChoice } from './documents/choice.js';

const PAGE = 50;

export function Documents({ parameters }) {
  const [found, setFound] = useState(null);
  const [problem, setProblem] = useState(null);
  const [round, setRound] = useState(0);
  const wanted = filtersOf(parameters);
  const address = withParameters('/documents', wanted);
  const choice = useChoice(found?.items ?? [], address);
  useEffect(() => {
    let current = true;
    load(wanted).then(page => current && (setFound(page), setProblem(null)), refusal => current && setProblem(refusal.problem));
    return () => { current = false; };
  }, [address, round]);
  const more = () => load({ ...wanted, cursor: found.nextCursor })
    .then(page => setFound({ ...page, items: [...found.items, ...page.items] }), refusal => setProblem(refusal.problem));
  return html`
    <h1>${say('documents')}</h1>
    <${Filters} wanted=${wanted} show=${change => go(withParameters('/documents', { ...wanted, ...change }), true)} />
    ${problem && html`<p class="problem" role="alert">${reason(problem)}</p>`}
    ${choice.ids.length > 0 && html`<${Chosen} choice=${choice} onChanged=${() => setRound(round + 1)} />`}
    ${found
      ? html`<${Found} found=${found} choice=${choice} filtered=${Object.keys(wanted).length > 0} more=${more} />`
      : !problem && html`<${Loading} />`}`;
}

/** What is typed is taken for the beginning of a word, as its end may be yet to come. */
const load = wanted => get(withParameters('/documents', { ...wanted, prefix: wanted.q ? 'true' : '', limit: PAGE }));

function Found({ found, choice, filtered, more }) {
  if (!found.items.length) {
    return filtered
      ? html`<p>${say('documents.noMatch')}</p>`
      : html`<p>${say('documents.empty')} <${Link} to="/upload">${say('upload')}<//></p>`;
  }
  return html`
    <ul class="documents">
      ${found.items.map(one => html`<${Document} key=${one.id} one=${one} choice=${choice} />`)}
    </ul>
    ${found.nextCursor && html`<button onClick=${more}>${say('documents.more')}</button>`}`;
}

function Document({ one, choice }) {
  const path = `/api/v1/documents/${one.id}`;
  const name = one.title || one.fileName || one.id;
  return html`
    <li>
      <label class="choose">
        <input type="checkbox" aria-label=${say('documents.choose', { name })} checked=${choice.has(one.id)}
          onClick=${event => choice.set(one.id, event.target.checked, event.shiftKey)} />
      </label>
      ${one.state === 'completed'
        ? html`<img src=${`${path}/thumbnail?size=150`} alt="" loading="lazy" width="40" height="52" />`
        : html`<span class="blank" aria-hidden="true"></span>`}
      <span class="name"><${Link} to=${`/documents/${one.id}`}>${name}<//>
        ${one.title && html`<small>${one.fileName}</small>`}
        ${(one.matches ?? []).map(match => html`<${Passage} key=${match.page} document=${one.id} match=${match} />`)}
      </span>
      <${State} of=${one.state} />
      <span>${one.pageCount ? say('upload.done', { count: one.pageCount }) : ''}${one.timetable ? ` · ${say('document.timetable')}` : ''}</span>
      <span title=${one.source}>${say(`origin.${one.origin}`)}</span>
      <time datetime=${one.receivedAt} title=${moment(one.receivedAt)}>${ago(one.receivedAt)}</time>
    </li>`;
}

/** What was looked for, as it stands in the text, with its page. */
function Passage({ document, match }) {
  const hits = match.snippet.filter(piece => piece.hit).map(piece => piece.text);
  const to = withParameters(`/documents/${document}`, { show: 'text', page: match.page, hit: [...new Set(hits)].join(' ') });
  return html`
    <small class="passage">
      <${Link} to=${to}>${say('document.page', { page: match.page })}<//>
      : ${match.snippet.map((piece, n) => (piece.hit ? html`<mark key=${n}>${piece.text}</mark>` : piece.text))}
    </small>`;
}

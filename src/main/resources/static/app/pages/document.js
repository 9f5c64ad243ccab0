// One document: what was read in it, beside how it looks, and what is to be known about it.

import { html, useEffect, useState } from '../vendor/preact.js';
import { call, get } from '../api.js';
import { Ask } from '../parts/ask.js';
import { Loading } from '../parts/loading.js';
import { ENDED, RETRYABLE, State } from '../parts/state.js';
import { go, Link, withParameters } from '../router.js';
import { moment, reason, say, size, span } from '../words.js';
import { Facts } from './document/facts.js';
import { Fields } from './document/fields.js';
import { History } from './document/history.js';
import { Markdown } from './document/markdown.js';
import { Notes } from './document/notes.js';
import { Tables } from './document/tables.js';
import { Text } from './document/text.js';
import { Timetable } from './document/timetable.js';

const VIEWS = { text: Text, markdown: Markdown, tables: Tables, fields: Fields, timetable: Timetable, facts: Facts, history: History };
const LOOK_EVERY = 2000; // ms

export function Document({ id, parameters }) {
  const [document, setDocument] = useState(null);
  const [problem, setProblem] = useState(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let next = null;
    let over = false;
    const look = () => get(`/documents/${id}`).then(found => {
      if (!over) {
        setDocument(found);
        next = ENDED.includes(found.state) ? null : setTimeout(look, LOOK_EVERY);
      }
    }, refusal => over || setProblem(refusal.problem));
    look();
    return () => { over = true; clearTimeout(next); };
  }, [id, round]);
  if (problem) {
    return html`<h1>${say('documents')}</h1><p class="problem" role="alert">${reason(problem)}</p>`;
  }
  return document
    ? html`<${Whole} document=${document} parameters=${parameters} again=${() => setRound(round + 1)} />`
    : html`<${Loading} />`;
}

function Whole({ document, parameters, again }) {
  const path = `/documents/${document.id}`;
  const view = Object.hasOwn(VIEWS, parameters.show ?? '') ? parameters.show : firstView(document);
  const View = VIEWS[view];
  const views = document.state === 'completed' ? Object.keys(VIEWS) : ['history'];
  return html`
    <h1>${document.title || document.fileName || document.id}</h1>
    <p class="about">
      <${State} of=${document.state} />
      <${Waits} document=${document} />
      ${document.pageCount && html`<span>${say('upload.done', { count: document.pageCount })}</span>`}
      <span>${size(document.sizeBytes)}</span>
      ${!document.originalDeletedAt && html`<a href=${`/api/v1${path}/original`}>${say('documents.original')}</a>`}
      ${RETRYABLE.includes(document.state) && html`<${Retry} path=${path} onRetried=${again} />`}
      <${Ask} label=${say('document.delete')} question=${say('document.delete.question')}
        does=${() => call('DELETE', path).then(() => go('/documents'))} />
    </p>
    <p class="hint">${kept(document)}</p>
    <${Notes} document=${document} path=${path} />
    <div class="tabs" role="group" aria-label=${say('document.views')}>
      ${views.map(name => html`
        <${Link} key=${name} to=${withParameters(path, { show: name })} aria-current=${name === view ? 'true' : undefined}>
          ${say(`document.${name}`)}
        <//>`)}
    </div>
    ${views.includes(view) && html`<${View} document=${document} path=${path} parameters=${parameters} />`}`;
}

const firstView = ({ state, timetable }) => (state !== 'completed' ? 'history' : timetable ? 'timetable' : 'text');

function Waits({ document }) {
  const { queuePosition, waitSeconds } = document;
  return queuePosition
    ? html`<span>${say('upload.place', { place: queuePosition })}${waitSeconds ? ` · ${say('upload.wait', { span: span(waitSeconds) })}` : ''}</span>`
    : null;
}

function Retry({ path, onRetried }) {
  const [problem, setProblem] = useState(null);
  const retry = () => call('POST', `${path}/retry`).then(onRetried, refusal => setProblem(refusal.problem));
  return html`
    <button class="plain" onClick=${retry}>${say('documents.retry')}</button>
    ${problem && html`<span class="problem" role="alert">${reason(problem)}</span>`}`;
}

/** Until when the original and the results are there. */
function kept({ originalDeletedAt, expiresAt }) {
  return [
    originalDeletedAt && say('document.originalGone', { when: moment(originalDeletedAt) }),
    expiresAt && say('document.keptUntil', { when: moment(expiresAt) }),
    !originalDeletedAt && !expiresAt && say('document.keptWithIt'),
  ].filter(Boolean).join(' ');
}

// What is worth saying of a document: why there are no results, and what was not read or understood.

import { html } from '../../vendor/preact.js';
import { Link, withParameters } from '../../router.js';
import { isSaid, reason, say } from '../../words.js';

export function Notes({ document, path }) {
  const notes = [
    ...(document.failure ? [{ text: reason(document.failure) }] : []),
    ...(document.gaps ?? []).map(gap => ({
      page: gap.from,
      text: gap.from === gap.to ? say('document.gap', { page: gap.from }) : say('document.gaps', gap),
      more: [gap.detail, gap.advice].filter(Boolean).join(' '),
    })),
    ...(document.flags ?? []).map(ofFlag),
  ];
  return notes.length
    ? html`<ul class="notes">${notes.map((note, n) => html`<${Note} key=${n} note=${note} path=${path} />`)}</ul>`
    : null;
}

function ofFlag({ page, code, text }) {
  const key = `flag.${code}`;
  const what = isSaid(key) ? say(key) : text;
  return { page, text: page ? `${say('document.page', { page })}: ${what}` : what, more: what === text ? '' : text };
}

function Note({ note, path }) {
  return html`
    <li>
      ${note.text}
      ${note.page > 0 && html` <${Link} to=${withParameters(path, { show: 'text', page: note.page })}>${say('document.showMe', { page: note.page })}<//>`}
      ${note.more && html`<small class="more">${note.more}</small>`}
    </li>`;
}

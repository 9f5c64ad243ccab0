// Goes from page to page of a document.

import { html } from '../../vendor/preact.js';
import { go, Link, withParameters } from '../../router.js';
import { say } from '../../words.js';

/** The page that the address names, within the document. */
export const pageOf = (document, parameters) =>
  Math.min(Math.max(1, Math.trunc(Number(parameters.page)) || 1), document.pageCount || 1);

export function Pager({ document, path, number, children }) {
  const to = page => withParameters(path, { show: 'text', page });
  return html`
    <p class="pager">
      ${number > 1 && html`<${Link} to=${to(number - 1)}>${say('document.previous')}<//>`}
      <label>${say('document.pageWord')}
        <input type="number" min="1" max=${document.pageCount} value=${number}
          onChange=${event => go(to(Math.min(Math.max(1, Number(event.target.value) || 1), document.pageCount)))} />
        ${say('document.ofPages', { pages: document.pageCount })}
      </label>
      ${number < document.pageCount && html`<${Link} to=${to(number + 1)}>${say('document.next')}<//>`}
      ${children}
    </p>`;
}

// What was filled into a form, and what was noted on the pages, beside the page where it stands.

import { html, useState } from '../../vendor/preact.js';
import { Answer } from '../../parts/answer.js';
import { Picture } from '../../parts/picture.js';
import { moment, number, say } from '../../words.js';

const MOST = 1000;

export function Fields({ path }) {
  return html`
    <${Answer} of=${`${path}/fields?limit=${MOST}`}>
      ${fields => html`
        <${Answer} of=${`${path}/annotations?limit=${MOST}`}>
          ${comments => (fields.items.length || comments.items.length
            ? html`<${Found} path=${path} fields=${keyed('field', fields)} comments=${keyed('comment', comments)} />`
            : html`<p>${say('document.noFields')}</p>`)}
        <//>`}
    <//>`;
}

const keyed = (kind, { items }) => items.map(item => ({ ...item, key: `${kind}-${item.number}` }));

function Found({ path, fields, comments }) {
  const [marked, setMarked] = useState(null);
  const all = [...fields, ...comments];
  const page = (all.find(item => item.key === marked) ?? all.find(item => item.page))?.page;
  return html`
    <p class="pager">
      <a href=${`/api/v1${path}/fields?format=csv`} download>CSV</a>
      <a href=${`/api/v1${path}/fields`} download="fields.json">JSON</a>
    </p>
    <div class="beside">
      <div class="wide" tabindex="0" role="group" aria-label=${say('document.fields')}>
        ${fields.length > 0 && html`
          <table>
            <tr>${['name', 'value', 'page'].map(name => html`<th key=${name} scope="col">${say(`field.${name}`)}</th>`)}</tr>
            ${fields.map(field => html`
              <tr key=${field.key} class=${field.key === marked ? 'marked' : ''} onMouseEnter=${() => setMarked(field.key)} onClick=${() => setMarked(field.key)}>
                <td>${field.name}</td><td>${(field.values ?? []).join(', ')}</td><td>${field.page ? number(field.page) : ''}</td>
              </tr>`)}
          </table>`}
        ${comments.length > 0 && html`
          <h2>${say('document.comments')}</h2>
          <ul>${comments.map(comment => html`
            <li key=${comment.key} class=${comment.key === marked ? 'marked' : ''} onMouseEnter=${() => setMarked(comment.key)} onClick=${() => setMarked(comment.key)}>
              ${comment.text}
              <small class="more">${[comment.author, comment.modified && moment(comment.modified), comment.page && say('document.page', { page: comment.page })].filter(Boolean).join(' · ')}</small>
            </li>`)}</ul>`}
      </div>
      ${page && html`
        <${Answer} of=${`${path}/pages/${page}`}>
          ${whole => html`
            <${Picture} path=${path} page=${whole} marked=${marked} onMark=${setMarked}
              boxes=${all.filter(item => item.page === page && item.box)} />`}
        <//>`}
    </div>`;
}

// Many files by drop or choice, each one row from its first byte to its result.

import { html, useEffect, useState } from '../vendor/preact.js';
import { get } from '../api.js';
import { NEEDS_YOU } from '../parts/state.js';
import { Link } from '../router.js';
import * as uploads from '../uploads.js';
import { reason, say, size, span } from '../words.js';

const SIGNS = { 'needs-you': '!', done: '✓', waiting: '◐' };

export function Upload() {
  const [, redraw] = useState(0);
  const [account, setAccount] = useState(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    get('/account').then(setAccount, () => {}); // without it the server says what it refuses
    return uploads.onChange(() => redraw(n => n + 1));
  }, []);
  const take = files => files.length && uploads.add(files, account);
  useEffect(() => {
    const paste = event => take(event.clipboardData.files);
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [account]);
  const drop = event => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const choose = event => {
    take(event.target.files);
    event.target.value = '';
  };
  const files = uploads.list();
  return html`
    <h1>${say('upload')}</h1>
    <div class="drop ${over ? 'over' : ''}" onDrop=${drop} onDragLeave=${() => setOver(false)}
      onDragOver=${event => { event.preventDefault(); setOver(true); }}>
      <label>${say('upload.drop')} <span class="button">${say('upload.choose')}</span>
        <input type="file" multiple accept="application/pdf,.pdf,application/zip,.zip" onChange=${choose} />
      </label>
      <p class="hint">${account ? limitsOf(account) : '\u00a0'}</p>
    </div>
    ${files.length ? html`<${Files} files=${files} />` : html`<p>${say('upload.empty')}</p>`}`;
}

/** What may be sent, said before it is. */
function limitsOf({ largestPdfBytes, largestArchiveBytes, limits, use }) {
  return [
    say('upload.limits', { pdf: size(largestPdfBytes), zip: size(largestArchiveBytes) }),
    limits.bytes && say('upload.room', { left: size(Math.max(0, limits.bytes - use.bytes)), all: size(limits.bytes) }),
    limits.uploadsPerMinute && say('upload.perMinute', { count: limits.uploadsPerMinute }),
  ].filter(Boolean).join(' · ');
}

function Files({ files }) {
  const done = files.filter(isDone).length;
  const needsYou = files.filter(needs).length;
  const parts = [
    say('upload.summary', { count: files.length }),
    done && say('upload.summary.done', { count: done }),
    files.length - done - needsYou && say('upload.summary.waiting', { count: files.length - done - needsYou }),
    needsYou && say('upload.summary.needsYou', { count: needsYou }),
  ];
  return html`
    <p class="pager">
      <strong role="status" class="summary">${parts.filter(Boolean).join(' · ')}</strong>
      <${ForAll} files=${files} phase="sending" does=${uploads.pause} label=${say('upload.pauseAll')} />
      <${ForAll} files=${files} phase="paused" does=${uploads.resume} label=${say('upload.resumeAll')} />
    </p>
    <ul class="files" aria-label=${say('upload.list')}>
      ${files.map(file => html`<${File} key=${file.key} file=${file} />`)}
    </ul>
    <p class="hint">${say('upload.safe')}</p>`;
}

/** Does the same with all files of a phase, if there are several. */
function ForAll({ files, phase, does, label }) {
  const some = files.filter(file => file.phase === phase);
  return some.length > 1 ? html`<button onClick=${() => some.forEach(does)}>${label}</button>` : null;
}

const isDone = file => file.state === 'completed' || Boolean(file.archive);
const needs = file => file.phase === 'refused' || file.phase === 'unsent' || NEEDS_YOU.includes(file.state);

function File({ file }) {
  const { name } = file;
  const meaning = needs(file) ? 'needs-you' : isDone(file) ? 'done' : 'waiting';
  return html`
    <li class=${meaning}>
      <span class="sign" aria-hidden="true">${SIGNS[meaning]}</span>
      <span class="name">${name}</span>
      <span class="told">${told(file)}</span>
      <span class="actions">
        ${file.phase === 'sending' && html`<${Action} of="pause" name=${name} does=${() => uploads.pause(file)} />`}
        ${['paused', 'waiting'].includes(file.phase) && html`<${Action} of="resume" name=${name} does=${() => uploads.resume(file)} />`}
        ${['sending', 'paused', 'waiting'].includes(file.phase) && html`<${Action} of="cancel" name=${name} does=${() => uploads.cancel(file)} />`}
        ${['refused', 'unsent'].includes(file.phase) && html`<${Action} of="remove" name=${name} does=${() => uploads.remove(file)} />`}
        ${file.state === 'completed' && html`
          <${Link} to=${`/documents/${file.document}`} aria-label=${`${say('upload.open')}: ${name}`}>${say('upload.open')}<//>`}
      </span>
    </li>`;
}

function Action({ of: what, name, does }) {
  return html`<button class="plain" aria-label=${say(`upload.${what}`, { name })} onClick=${does}>${say(`upload.${what}Word`)}</button>`;
}

function told(file) {
  const percent = `${Math.floor((100 * file.sent) / Math.max(1, file.size))} %`;
  switch (file.phase) {
    case 'sending':
      return say('upload.sending', { percent });
    case 'paused':
      return say('upload.paused', { percent });
    case 'unsent':
      return say('upload.unsent');
    case 'waiting':
    case 'refused':
      return reason(file.problem);
    default:
      return toldOfSafe(file);
  }
}

function toldOfSafe(file) {
  if (file.archive) {
    return say('upload.archive');
  }
  if (NEEDS_YOU.includes(file.state)) {
    return file.failure ? reason(file.failure) : say(`state.${file.state}`);
  }
  if (file.queuePosition) {
    return [say('upload.queued'), say('upload.place', { place: file.queuePosition }), file.waitSeconds && say('upload.wait', { span: span(file.waitSeconds) })]
      .filter(Boolean).join(' · ');
  }
  return file.state === 'completed'
    ? say('upload.done', { count: file.pages ?? 0 })
    : say(file.pagesDone ? 'upload.readingPage' : file.state === 'parsing' ? 'upload.reading' : 'upload.queued',
      { page: file.pagesDone, pages: file.pages });
}

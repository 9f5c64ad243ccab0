// The visitor's uploads: each goes by tus, outlives a broken connection, and is followed until it is read.

import { call, csrf, get } from './api.js';
import { ENDED, NEEDS_YOU } from './parts/state.js';

const ENDPOINT = '/api/v1/uploads/resumable';
const PIECE = 8 << 20; // bytes
const RETRIES = [0, 1000, 3000, 5000]; // ms
const TRY_AGAIN = 15_000; // ms after which a server that cannot be reached is tried again
const STREAM_HOLDS = 100; // documents by their ids

const changed = new EventTarget();
let uploads = [];
let nextKey = 1;
const streams = new Map();

/** All of this visit, in their order, and the unsent ones of earlier visits. */
export const list = () => uploads;

export function onChange(action) {
  changed.addEventListener('change', action);
  return () => changed.removeEventListener('change', action);
}

/** Sends files as one batch; a file that was sent in part before goes on where it stood. `account` says how large they may be. */
export async function add(files, account) {
  const fresh = [...files].map(file => ({ key: nextKey++, name: file.name, size: file.size, sent: 0, phase: 'sending', file }));
  const names = new Set(fresh.map(upload => `${upload.name} ${upload.size}`));
  uploads = [...uploads.filter(upload => upload.phase !== 'unsent' || !names.has(`${upload.name} ${upload.size}`)), ...fresh];
  tell();
  const sendable = [];
  for (const upload of fresh) {
    const code = await refusalOf(upload.file, account ?? {});
    code ? change(upload, { phase: 'refused', problem: { code } }) : sendable.push(upload);
  }
  if (sendable.length) {
    await send(sendable);
  }
}

/** Shows what earlier visits have not sent whole. */
export async function recall() {
  const known = await window.tus.defaultOptions.urlStorage.findAllUploads();
  const unsent = known
    .filter(upload => !uploads.some(one => one.name === upload.metadata.filename && one.size === upload.size))
    .map(upload => ({ key: nextKey++, name: upload.metadata.filename, size: upload.size, sent: 0, phase: 'unsent', stored: upload }));
  uploads = [...unsent, ...uploads];
  tell();
}

export function pause(upload) {
  upload.sender.abort();
  change(upload, { phase: 'paused' });
}

export function resume(upload) {
  change(upload, { phase: 'sending', problem: null });
  upload.sender.start();
}

/** Gives an upload up, with what was sent of it. */
export async function cancel(upload) {
  remove(upload);
  await upload.sender?.abort(true).catch(() => {}); // it expires by itself
}

export function remove(upload) {
  if (upload.stored) {
    window.tus.defaultOptions.urlStorage.removeUpload(upload.stored.urlStorageKey);
  }
  uploads = uploads.filter(one => one !== upload);
  tell();
}

/** Whether bytes would be lost if the page were closed now. */
export const isSending = () => uploads.some(upload => ['sending', 'paused', 'waiting'].includes(upload.phase));

async function send(fresh) {
  try {
    const batch = await call('POST', '/uploads/batches', {});
    fresh.forEach(upload => start(Object.assign(upload, { batch: batch.id })));
  } catch (refusal) {
    fresh.forEach(upload => change(upload, { phase: 'refused', problem: refusal.problem }));
  }
}

async function start(upload) {
  const { file } = upload;
  upload.sender = new window.tus.Upload(file, {
    endpoint: ENDPOINT,
    chunkSize: PIECE,
    retryDelays: RETRIES,
    removeFingerprintOnSuccess: true,
    metadata: { filename: file.name, filetype: file.type, batch: upload.batch },
    onBeforeRequest: request => Object.entries(csrf()).forEach(([name, value]) => request.setHeader(name, value)),
    onAfterResponse: (_, response) => become(upload, response.getHeader('Content-Location')),
    onProgress: sent => change(upload, { sent }),
    onError: error => (error.originalResponse ? refuse(upload, error) : wait(upload)),
    onSuccess: () => {
      change(upload, { sent: upload.size, phase: 'safe', file: null });
      upload.document && follow(upload.batch);
    },
  });
  const earlier = await upload.sender.findPreviousUploads();
  if (earlier.length) {
    upload.sender.resumeFromPreviousUpload(earlier[0]);
    upload.batch = earlier[0].metadata.batch;
  }
  upload.sender.start();
}

function refuse(upload, error) {
  change(upload, { phase: 'refused', problem: problemOf(error) });
}

/** Goes on when the server can be reached again: soon, or when the browser says that there is a network. */
function wait(upload) {
  change(upload, { phase: 'waiting', problem: { code: 'unreachable' } });
  const again = () => {
    clearTimeout(later);
    window.removeEventListener('online', again);
    if (uploads.includes(upload) && upload.phase === 'waiting') {
      resume(upload);
    }
  };
  const later = setTimeout(again, TRY_AGAIN);
  window.addEventListener('online', again);
}

function become(upload, location) {
  const [, kind, id] = location?.match(/(documents|batches)\/([^/]+)$/) ?? [];
  if (kind === 'documents') {
    change(upload, { document: id });
  } else if (kind) {
    change(upload, { archive: id });
  }
}

/** Follows the documents of a batch in one stream until all of them have ended, and then those that came too late for it. */
function follow(batch) {
  watch(`batch=${batch}`, () => {
    const late = uploads.filter(upload => upload.batch === batch && upload.document && !ENDED.includes(upload.state));
    for (let n = 0; n < late.length; n += STREAM_HOLDS) {
      watch(`ids=${late.slice(n, n + STREAM_HOLDS).map(upload => upload.document)}`);
    }
  });
}

/** Follows documents in a stream, if none does yet. */
function watch(which, onDone = () => {}) {
  if (streams.has(which)) {
    return;
  }
  const stream = new EventSource(`/api/v1/documents/progress?${which}`);
  const end = () => {
    stream.close();
    streams.delete(which);
  };
  streams.set(which, stream);
  stream.addEventListener('progress', event => note(JSON.parse(event.data)));
  stream.addEventListener('end', event => note(JSON.parse(event.data)));
  stream.addEventListener('done', () => (end(), onDone()));
  stream.addEventListener('error', () => {
    if (stream.readyState === EventSource.CLOSED) { // refused; else it connects again by itself
      end();
      setTimeout(watch, TRY_AGAIN, which, onDone);
    }
  });
}

async function note(found) {
  const about = uploads.filter(upload => upload.document === found.id);
  const tellAll = part => about.forEach(upload => change(upload, part));
  const { state, pageCount: pages, pagesDone, queuePosition, waitSeconds } = found;
  tellAll({ state, pages, pagesDone, queuePosition, waitSeconds });
  if (NEEDS_YOU.includes(found.state)) {
    await get(`/documents/${found.id}`).then(({ failure }) => tellAll({ failure }), () => {}); // its state says enough
  }
}

/** Why a file need not be sent at all; null if it may be. */
async function refusalOf(file, { largestPdfBytes = Infinity, largestArchiveBytes = Infinity }) {
  const start = new TextDecoder('latin1').decode(await file.slice(0, 1028).arrayBuffer());
  const isArchive = start.startsWith('PK');
  if (!isArchive && !start.includes('%PDF-')) {
    return 'not-a-pdf';
  }
  return file.size > (isArchive ? largestArchiveBytes : largestPdfBytes) ? 'too-large' : null;
}

function problemOf(error) {
  try {
    return JSON.parse(error.originalResponse.getBody());
  } catch {
    return { title: error.message };
  }
}

function change(upload, part) {
  Object.assign(upload, part);
  tell();
}

function tell() {
  changed.dispatchEvent(new Event('change'));
}

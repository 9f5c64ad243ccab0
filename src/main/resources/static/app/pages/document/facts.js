// What there is to know about a document besides its content.

import { html } from '../../vendor/preact.js';
import { Answer } from '../../parts/answer.js';
import { moment, number, say, size } from '../../words.js';

export function Facts({ document, path }) {
  return html`
    <${Answer} of=${`${path}/metadata`}>
      ${metadata => html`
        <dl>
          ${Object.entries(facts(document, metadata))
            .filter(([, value]) => value)
            .map(([name, value]) => html`<dt key=${name}>${say(`fact.${name}`)}</dt><dd>${value}</dd>`)}
        </dl>
        <p><a href=${`/api/v1${path}/metadata`} download="metadata.json">JSON</a></p>`}
    <//>`;
}

const facts = (document, metadata) => ({
  fileName: document.fileName,
  source: document.source ?? say(`origin.${document.origin}`),
  size: size(document.sizeBytes),
  received: moment(document.receivedAt),
  started: document.startedAt && moment(document.startedAt),
  completed: document.completedAt && moment(document.completedAt),
  attempts: document.attempts && number(document.attempts),
  digest: document.sha256,
  author: metadata.author,
  subject: metadata.subject,
  keywords: metadata.keywords,
  creator: metadata.creator,
  producer: metadata.producer,
  created: metadata.createdAt && moment(metadata.createdAt),
  modified: metadata.modifiedAt && moment(metadata.modifiedAt),
  version: metadata.pdfVersion,
  encrypted: metadata.encrypted && say('yes'),
  defects: (metadata.defects ?? []).map(defect => defect.text).join(' '),
  pageSizes: (metadata.pageSizes ?? []).map(one => `${number(one.pages)} × ${millimetres(one.widthPoints)} × ${millimetres(one.heightPoints)} mm`).join(', '),
});

const millimetres = points => number(Math.round((points / 72) * 25.4));

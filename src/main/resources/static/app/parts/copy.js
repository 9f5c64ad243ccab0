// Copies a text.

import { html, useEffect, useState } from '../vendor/preact.js';
import { say } from '../words.js';

export function Copy({ text, label }) {
  const [copied, setCopied] = useState(null);
  useEffect(() => setCopied(null), [text]);
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true), () => setCopied(false));
  const told = copied ? 'copied' : copied === false ? 'notCopied' : 'copy';
  return html`<button class="plain copy" aria-label=${label && `${say(told)}: ${label}`} onClick=${copy}>${say(told)}</button>`;
}

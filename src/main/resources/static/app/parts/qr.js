// A text as a QR code, to be taken to a phone by its camera.

import { html } from '../vendor/preact.js';
import { qrcode } from '../vendor/qr.js';

const BORDER = 4; // modules of white around it, as ISO/IEC 18004 wants

export function Qr({ text, label }) {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const dark = [];
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      code.isDark(row, column) && dark.push(`M${column} ${row}h1v1h-1z`);
    }
  }
  const side = count + 2 * BORDER;
  return html`
    <svg class="qr" role="img" aria-label=${label} viewBox=${`${-BORDER} ${-BORDER} ${side} ${side}`}>
      <rect x=${-BORDER} y=${-BORDER} width=${side} height=${side} fill="#fff" />
      <path d=${dark.join('')} fill="#000" />
    </svg>`;
}

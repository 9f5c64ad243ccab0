// A page as it looks, with boxes that can be marked.

import { html, useEffect, useRef } from '../vendor/preact.js';
import { say } from '../words.js';

/** `page` has its number and size in points; `boxes` are `{ key, box, hit }`; `marked` is the key of one of them. */
export function Picture({ path, page, boxes = [], marked, onMark }) {
  const mark = useRef();
  useEffect(() => mark.current?.scrollIntoView({ block: 'nearest' }), [marked]);
  return html`
    <div class="picture">
      <img src=${`/api/v1${path}/pages/${page.number}/image?size=1200`} alt=${say('document.picture', { page: page.number })}
        width=${Math.round(page.widthPoints)} height=${Math.round(page.heightPoints)} />
      <svg viewBox=${`0 0 ${page.widthPoints} ${page.heightPoints}`} aria-hidden="true" onMouseLeave=${() => onMark?.(null)}>
        ${boxes.map(({ key, box, hit }) => html`
          <rect key=${key} ref=${key === marked ? mark : undefined} class=${`${key === marked ? 'marked' : ''} ${hit ? 'hit' : ''}`}
            x=${box.x} y=${box.y} width=${box.width} height=${box.height}
            onMouseEnter=${() => onMark?.(key)} onClick=${() => onMark?.(key, true)} />`)}
      </svg>
    </div>`;
}

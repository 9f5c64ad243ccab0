// Where something stands on its page.

import { html } from '../../vendor/preact.js';
import { Link, withParameters } from '../../router.js';
import { say } from '../../words.js';

/** Shows what `box` holds of a page of a document. */
export function Evidence({ document, page, box }) {
  const crop = box && [box.x, box.y, box.width, box.height].map(value => Math.max(0, value).toFixed(1)).join(',');
  return html`
    <figure class="evidence">
      ${crop && html`<img src=${`/api/v1/documents/${document}/pages/${page}/image?crop=${crop}`} alt=${say('timetable.evidence', { page })} />`}
      <figcaption>
        <${Link} to=${withParameters(`/documents/${document}`, { show: 'timetable', page })}>${say('document.showMe', { page })}<//>
      </figcaption>
    </figure>`;
}

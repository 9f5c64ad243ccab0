// For whoever runs Sluice: whether all is well, where it is not, and what to do.

import { html } from '../vendor/preact.js';
import { usePolled } from '../parts/polled.js';
import { Link, withParameters } from '../router.js';
import { say } from '../words.js';
import { Access } from './ops/access.js';
import { DeadLetters } from './ops/deadletters.js';
import { Flow } from './ops/flow.js';
import { Owners } from './ops/owners.js';
import { Plots } from './ops/plots.js';
import { Servers } from './ops/servers.js';
import { Top } from './ops/top.js';
import { Work } from './ops/work.js';

const EVERY = 5_000; // ms
const VIEWS = ['now', 'access'];

export function Ops({ session, parameters }) {
  if (session.role !== 'ops') {
    return html`
      <h1>${say('ops')}</h1>
      <p>${say('ops.forbidden')}</p>
      <p><${Link} to="/upload">${say('nav.upload')}<//></p>`;
  }
  const view = VIEWS.includes(parameters.show) ? parameters.show : VIEWS[0];
  return html`
    <h1>${say('ops')}</h1>
    <div class="tabs" role="navigation" aria-label=${say('ops.views')}>
      ${VIEWS.map(one => html`
        <${Link} key=${one} to=${withParameters('/ops', { show: one === VIEWS[0] ? '' : one })}
          aria-current=${one === view ? 'page' : undefined}>${say(`ops.view.${one}`)}<//>`)}
    </div>
    ${view === 'now' ? html`<${Board} parameters=${parameters} />` : html`<${Access} />`}`;
}

function Board({ parameters }) {
  const board = usePolled('/ops/now', EVERY);
  return html`
    <${Top} of=${board} />
    ${board.body && html`
      <h2>${say('ops.flow')}</h2>
      <${Flow} board=${board.body} />
      <h2>${say('ops.work')}</h2>
      <${Work} items=${board.body.work} replica=${board.body.replica} onStop=${board.again} />
      <h2>${say('ops.plots')}</h2>
      <${Plots} parameters=${parameters} />
      <h2>${say('ops.deadLetters')}</h2>
      <${DeadLetters} counts=${board.body.deadLetters} parameters=${parameters} />
      <h2>${say('ops.servers')}</h2>
      <${Servers} board=${board.body} />
      <h2>${say('ops.owners')}</h2>
      <${Owners} />`}`;
}

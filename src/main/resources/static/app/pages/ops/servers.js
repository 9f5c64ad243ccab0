// The servers that Sluice depends on, with their latency, its doors, and the way to the console.

import { html } from '../../vendor/preact.js';
import { Ago } from '../../parts/ago.js';
import { number, say } from '../../words.js';
import { DoorState } from './flow.js';

export function Servers({ board }) {
  return html`
    <div class="wide" tabindex="0" role="region" aria-label=${say('ops.servers')}>
      <table class="servers">
        <thead><tr>${['server', 'state', 'latency', 'why'].map(name => html`<th key=${name} scope="col">${say(`ops.column.${name}`)}</th>`)}</tr></thead>
        <tbody>
          ${board.dependencies.map(one => html`<${Server} key=${one.name} of=${one} />`)}
          ${board.doors.map(door => html`
            <tr key=${`door ${door.name}`}><th scope="row">${say(`ops.stage.${door.name}`)}</th><td><${DoorState} of=${door} /></td><td></td><td></td></tr>`)}
        </tbody>
      </table>
    </div>
    <p class="hint"><code>sluice_server_up</code> · ${say('ops.runbook')} <code>docs/operations.md#an-outage</code></p>
    ${board.consolePort && html`<p><a href=${consoleAt(board.consolePort)}>${say('ops.console')}</a> <span class="hint">${say('ops.console.hint')}</span></p>`}`;
}

function Server({ of: server }) {
  return html`
    <tr>
      <th scope="row">${say(`ops.server.${server.name}`)}</th>
      <td><span class="state ${server.up ? 'done' : 'needs-you'}"><span aria-hidden="true">${server.up ? '✓' : '!'}</span> ${say(server.up ? 'ops.up' : 'ops.down')}</span></td>
      <td>${server.latencyMillis !== undefined && say('ops.milliseconds', { time: number(Math.round(server.latencyMillis * 10) / 10) })}</td>
      <td>${server.why}${server.since && html` <${Ago} at=${server.since} />`}</td>
    </tr>`;
}

const consoleAt = port => `${location.protocol}//${location.hostname}:${port}/hawtio`;

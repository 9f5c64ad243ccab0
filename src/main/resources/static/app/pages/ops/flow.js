// The flow, stage by stage: as a picture where there is room, and as a table.

import { html } from '../../vendor/preact.js';
import { number, say, span } from '../../words.js';
import { FlowPicture } from './picture.js';

const RUNBOOK = 'docs/operations.md#the-ops-board';
const COLUMNS = ['stage', 'rate', 'waiting', 'oldest', 'failures', 'metric'];

export function Flow({ board }) {
  return html`
    <${FlowPicture} board=${board} />
    <div class="wide" tabindex="0" role="region" aria-label=${say('ops.flow')}>
      <table class="flow">
        <thead><tr>${COLUMNS.map(name => html`<th key=${name} scope="col">${say(`ops.column.${name}`)}</th>`)}</tr></thead>
        <tbody>${board.stages.map(stage => html`
          <${Row} key=${stage.name} stage=${stage} door=${board.doors.find(door => door.name === stage.name)} />`)}</tbody>
      </table>
    </div>
    <p class="hint">${say('ops.flow.hint')} <code>${RUNBOOK}</code></p>`;
}

function Row({ stage, door }) {
  return html`
    <tr>
      <th scope="row">${say(`ops.stage.${stage.name}`)}${door && html`<br /><${DoorState} of=${door} />`}</th>
      <td>${rate(stage)}</td>
      <td>${stage.size === undefined ? figure(stage.waiting) : say('ops.busy', { busy: number(stage.busy), size: number(stage.size) })}</td>
      <td>${stage.oldestSeconds > 0 ? span(stage.oldestSeconds) : figure(stage.oldestSeconds)}</td>
      <td class=${stage.failuresLastHour > 0 ? 'problem' : ''}>${figure(stage.failuresLastHour)}</td>
      <td><code class="metric">${stage.metric}</code></td>
    </tr>`;
}

export function DoorState({ of: door }) {
  return door.open
    ? html`<span class="state done"><span aria-hidden="true">✓</span> ${say('ops.door.open')}</span>`
    : html`<span class="state ${door.reason === 'not-set-up' ? 'over' : 'needs-you'}">
        <span aria-hidden="true">${door.reason === 'not-set-up' ? '–' : '!'}</span> ${say('ops.door.closed', { reason: door.reason })}</span>`;
}

export const rate = stage => (stage.perMinute === undefined ? '' : number(Math.round(stage.perMinute)));
const figure = value => (value === undefined ? '' : number(value));

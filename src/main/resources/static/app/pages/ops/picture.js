// The flow as a picture: doors, stages, and the edges between them, the wider the more passes.

import { html } from '../../vendor/preact.js';
import { number, say, span } from '../../words.js';

const BOX = { width: 148, height: 96 };
const MIDDLE = 118;
const PLACES = {
  http: [0, 0], s3: [0, 112], sftp: [0, 224],
  receive: [208, MIDDLE - 6], queue: [396, MIDDLE - 6], work: [584, MIDDLE - 6], store: [772, MIDDLE - 6], notify: [960, MIDDLE - 6],
};
const EDGES = [
  ['http', 'receive'], ['s3', 'receive'], ['sftp', 'receive'],
  ['receive', 'queue'], ['queue', 'work'], ['work', 'store'], ['store', 'notify'],
];
const DEAD = { x: 584, y: 250, width: 148, height: 60 };

export function FlowPicture({ board }) {
  const stages = Object.fromEntries(board.stages.map(stage => [stage.name, stage]));
  const doors = Object.fromEntries(board.doors.map(door => [door.name, door]));
  const dead = board.deadLetters.reduce((sum, one) => sum + one.documents, 0);
  return html`
    <svg class="flow-picture" viewBox="0 0 1110 322" role="img" aria-label=${say('ops.flow.picture')}>
      ${EDGES.map(([from, to]) => html`<${Edge} key=${from} from=${from} to=${to} stage=${stages[from]} closed=${doors[from] && !doors[from].open} />`)}
      <line class=${dead ? 'edge bad' : 'edge'} x1="658" y1="208" x2="658" y2="250" stroke-width="2" />
      ${board.stages.map(stage => html`<${Stage} key=${stage.name} stage=${stage} door=${doors[stage.name]} />`)}
      <g transform=${`translate(${DEAD.x} ${DEAD.y})`}>
        <rect class=${dead ? 'box bad' : 'box'} width=${DEAD.width} height=${DEAD.height} rx="8" />
        <text class="title" x="12" y="24">${say('ops.deadLetters')}</text>
        <text x="12" y="46">${number(dead)}</text>
      </g>
    </svg>`;
}

function Edge({ from, to, stage, closed }) {
  const [x, y] = PLACES[from];
  const [x2, y2] = PLACES[to];
  return html`
    <line class=${`edge ${stage.failuresLastHour > 0 ? 'bad' : ''} ${closed ? 'closed' : ''}`}
      x1=${x + BOX.width} y1=${y + BOX.height / 2} x2=${x2} y2=${y2 + BOX.height / 2}
      stroke-width=${2 + Math.min(8, Math.log2(1 + (stage.perMinute ?? 0)))} />`;
}

function Stage({ stage, door }) {
  const [x, y] = PLACES[stage.name];
  return html`
    <g transform=${`translate(${x} ${y})`}>
      <rect class=${stage.failuresLastHour > 0 ? 'box bad' : 'box'} width=${BOX.width} height=${BOX.height} rx="8" />
      <text class="title" x="12" y="24">${say(`ops.stage.${stage.name}`)}</text>
      ${lines(stage, door).map((line, n) => html`<text key=${n} x="12" y=${46 + 20 * n}>${line}</text>`)}
    </g>`;
}

/** What is said of a stage in three lines at most. */
function lines(stage, door) {
  if (door?.reason === 'not-set-up') {
    return [say('ops.door.notSetUp')];
  }
  return [
    stage.perMinute !== undefined && say('ops.perMinute', { rate: number(Math.round(stage.perMinute)) }),
    door && !door.open && say('ops.door.closed', { reason: door.reason }),
    stage.size !== undefined && say('ops.busy', { busy: number(stage.busy), size: number(stage.size) }),
    stage.waiting !== undefined && waits(stage),
    stage.failuresLastHour > 0 && say('ops.failures', { count: stage.failuresLastHour }),
  ].filter(Boolean).slice(0, 3);
}

function waits({ waiting, oldestSeconds }) {
  const waits = say('ops.waiting', { count: waiting });
  return oldestSeconds > 60 ? `${waits}, ${span(oldestSeconds)}` : waits;
}

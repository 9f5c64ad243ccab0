// The last hour or day as plots.

import { html, useEffect, useState } from '../../vendor/preact.js';
import { Fetched } from '../../parts/fetched.js';
import { usePolled } from '../../parts/polled.js';
import { go, withParameters } from '../../router.js';
import { number, reason, say, size } from '../../words.js';
import { Plot } from './plot.js';

const EVERY = 30_000; // ms
const RANGES = ['hour', 'day'];
const count = value => number(Math.round(value * 10) / 10);
const PLOTS = [
  { name: 'documents', lines: ['received', 'completed', 'failed'], format: count, metric: 'sluice_documents' },
  { name: 'time', lines: ['p50', 'p95'], format: value => say('ops.seconds', { seconds: count(value) }), metric: 'completion_event' },
  { name: 'queue', lines: ['queue'], format: count, metric: 'sluice_admission_queue_depth' },
  { name: 'forks', lines: ['forks'], format: count, metric: 'sluice_forks_busy' },
  { name: 'cpu', lines: ['cpu'], format: value => `${number(Math.round(value * 100))} %`, metric: 'system_cpu_usage' },
  { name: 'memory', lines: ['memory'], format: size, metric: 'VmRSS' },
  { name: 'disk', lines: ['diskFree'], least: true, format: value => say('ops.gigabytes', { size: number(Math.round(value / 1e9)) }), metric: 'sluice.data-dir' },
];

export function Plots({ parameters }) {
  const range = RANGES.includes(parameters.range) ? parameters.range : RANGES[0];
  const samples = usePolled(`/ops/samples?range=${range}`, EVERY);
  const [library, setLibrary] = useState({});
  useEffect(() => {
    import('../../vendor/uplot.js').then(module => setLibrary({ uPlot: module.default }), () => setLibrary({ problem: { code: 'unreachable' } }));
  }, []);
  const choose = event => go(withParameters('/ops', { ...parameters, range: event.target.value }), true);
  return html`
    <link rel="stylesheet" href="/app/vendor/uplot.css" />
    <label>${say('ops.range')}${' '}
      <select value=${range} onChange=${choose}>
        ${RANGES.map(one => html`<option key=${one} value=${one}>${say(`ops.range.${one}`)}</option>`)}
      </select>
    </label>
    ${library.problem && html`<p class="problem" role="alert">${reason(library.problem)}</p>`}
    <${Fetched} of=${samples}>
      ${({ series }) => html`
        <div class="plots">${PLOTS.map(plot => html`<${Plot} key=${plot.name} of=${plot} series=${series} uPlot=${library.uPlot} />`)}</div>`}
    <//>`;
}

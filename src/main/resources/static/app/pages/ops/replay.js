// Has dead letters tried again: first it is counted what that would be about, then it is asked, then watched.

import { html, useEffect, useState } from '../../vendor/preact.js';
import { call } from '../../api.js';
import { Ask } from '../../parts/ask.js';
import { Loading } from '../../parts/loading.js';
import { usePolled } from '../../parts/polled.js';
import { number, reason, say } from '../../words.js';

const EVERY = 1_000; // ms

export function Replay({ criteria, onDone }) {
  const [dry, setDry] = useState(null);
  const [replay, setReplay] = useState(null);
  const [problem, setProblem] = useState(null);
  const request = dryRun => call('POST', '/ops/replays', { ...criteria, dryRun });
  const count = () => request(true).then(found => { setDry(found); setProblem(null); }, refusal => setProblem(refusal.problem));
  const begin = () => request(false).then(entered => { setDry(null); setReplay(entered); });
  return html`
    <div class="replay">
      <button class="plain dry-run" onClick=${count}>${say('ops.replay.dryRun')}</button>
      <${Ask} label=${say('ops.replay')} question=${say('ops.replay.question')} does=${begin} />
      ${problem && html`<p class="problem" role="alert">${reason(problem)}</p>`}
      ${dry && html`<p role="status">${say('ops.replay.matches', { count: dry.matches })} ${byCode(dry.byCode)}</p>`}
      ${replay && html`<${Watch} id=${replay.id} onDone=${onDone} />`}
    </div>`;
}

function Watch({ id, onDone }) {
  const [over, setOver] = useState(false);
  const { body, problem, again } = usePolled(`/ops/replays/${id}`, over ? 0 : EVERY);
  const result = body?.result;
  useEffect(() => {
    if (result?.finished && !over) {
      setOver(true);
      onDone();
    }
  }, [result?.finished]);
  if (problem || !result) {
    return problem ? html`<p class="problem" role="alert">${reason(problem)}</p>` : html`<${Loading} />`;
  }
  const failed = Object.values(result.failedAgain ?? {}).reduce((sum, one) => sum + one, 0);
  return html`
    <div role="status" class="watched">
      <progress aria-label=${say('ops.replay')} max=${Math.max(1, result.requested)} value=${result.requested - result.waiting - result.inFlight}></progress>
      ${' '}${say(result.finished ? 'ops.replay.over' : 'ops.replay.running', {
        all: number(result.requested), waiting: number(result.waiting + result.inFlight), recovered: number(result.recovered), failed: number(failed),
      })} ${byCode(result.failedAgain)}
    </div>
    ${result.waiting > 0 && html`<${Ask} label=${say('ops.replay.callOff')} question=${say('ops.replay.callOff.question')} does=${() => call('DELETE', `/ops/replays/${id}`).then(again)} />`}`;
}

const byCode = counts => Object.entries(counts ?? {}).map(([code, documents]) => `${code} · ${number(documents)}`).join(', ');

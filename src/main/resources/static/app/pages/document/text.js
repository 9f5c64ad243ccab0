// A page's text beside how the page looks: what is marked on one side is marked on the other.

import { html, useEffect, useState } from '../../vendor/preact.js';
import { get } from '../../api.js';
import { Answer } from '../../parts/answer.js';
import { Copy } from '../../parts/copy.js';
import { Picture } from '../../parts/picture.js';
import { reason, say } from '../../words.js';
import { pageOf, Pager } from './pager.js';

export function Text({ document, path, parameters }) {
  const number = pageOf(document, parameters);
  return html`
    <${Pager} document=${document} path=${path} number=${number}>
      <a href=${`/api/v1${path}/pages/${number}/image?size=2000`} target="_blank">${say('document.larger')}</a>
      <a href=${`/api/v1${path}/text`} download>${say('document.allText')}</a>
    <//>
    <${Answer} of=${`${path}/pages/${number}`}>
      ${page => html`<${Page} key=${number} path=${path} page=${page} hit=${parameters.hit} />`}
    <//>`;
}

function Page({ path, page, hit = '' }) {
  const [marked, setMarked] = useState(null);
  const [byWords, setByWords] = useState(Boolean(hit));
  const [words, problem] = useWords(`${path}/pages/${page.number}/words`, byWords);
  const boxes = words ? wordBoxes(words, hit) : blocksOf(page).map(({ key, box }) => ({ key, box }));
  return html`
    <p class="pager">
      <label class="check"><input type="checkbox" checked=${byWords} onChange=${event => setByWords(event.target.checked)} /> ${say('document.eachWord')}</label>
      <${Copy} text=${page.text} label=${say('document.text')} />
      ${words && html`<span role="status">${boxes.find(box => box.key === marked)?.text ?? ''}</span>`}
      ${problem && html`<span class="problem" role="alert">${reason(problem)}</span>`}
    </p>
    <div class="beside">
      <${Picture} path=${path} page=${page} boxes=${boxes} marked=${marked} onMark=${setMarked} />
      <div class="page">
        ${blocksOf(page).map(block => html`
          <${Block} key=${block.key} block=${block} hit=${hit} marked=${!words && block.key === marked} onMark=${setMarked} />`)}
      </div>
    </div>`;
}

function Block({ block, hit, marked, onMark }) {
  const Kind = block.kind === 'HEADING' ? 'strong' : 'span';
  return html`
    <div class=${`block ${marked ? 'marked' : ''}`} tabindex="0" role="group" aria-label=${say(`block.${block.kind}`)}
      onMouseEnter=${() => onMark(block.key)} onFocus=${() => onMark(block.key)} onClick=${() => onMark(block.key)}>
      <${Kind} class="text">${highlighted(block.text, hit)}<//>
      ${marked && html`<${Copy} text=${block.text} label=${say(`block.${block.kind}`)} />`}
    </div>`;
}

/** The blocks of a page with their text; a page without any has all its text in one. */
function blocksOf(page) {
  const blocks = (page.blocks ?? []).map((block, n) => ({ ...block, key: `block-${n}`, text: page.text.slice(block.from, block.to) }));
  return blocks.length || !page.text ? blocks : [{ key: 'all', kind: 'PARAGRAPH', text: page.text, box: { x: 0, y: 0, width: 0, height: 0 } }];
}

function wordBoxes(words, hit) {
  const hits = wordsOf(hit);
  return words.map((word, n) => ({ key: `word-${n}`, box: word.box, text: word.text, hit: hits.some(one => bare(word.text) === one) }));
}

function highlighted(text, hit) {
  const hits = wordsOf(hit);
  return hits.length
    ? text.split(/(\s+)/).map((piece, n) => (hits.includes(bare(piece)) ? html`<mark key=${n}>${piece}</mark>` : piece))
    : text;
}

const wordsOf = text => text.split(/\s+/).map(bare).filter(Boolean);
const bare = text => text.toLocaleLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** The words of a page with their boxes, once they are wanted. */
function useWords(address, wanted) {
  const [answer, setAnswer] = useState({});
  useEffect(() => {
    let current = true;
    wanted && get(address).then(({ words }) => current && setAnswer({ address, words }), refusal => current && setAnswer({ address, problem: refusal.problem }));
    return () => { current = false; };
  }, [address, wanted]);
  return wanted && answer.address === address ? [answer.words, answer.problem] : [];
}

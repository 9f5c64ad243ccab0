// The tables of a document, each beside the page on which it stands.

import { html, useState } from '../../vendor/preact.js';
import { Answer } from '../../parts/answer.js';
import { Copy } from '../../parts/copy.js';
import { Picture } from '../../parts/picture.js';
import { say } from '../../words.js';

export function Tables({ path }) {
  return html`
    <${Answer} of=${`${path}/tables`}>
      ${tables => tables.items.length
        ? tables.items.map(table => html`<${Table} key=${table.number} path=${path} table=${table} />`)
        : html`<p>${say('document.noTables')}</p>`}
    <//>`;
}

function Table({ path, table }) {
  const address = `${path}/tables/${table.number}`;
  const title = say('document.table', { number: table.number, page: table.firstPage });
  return html`
    <h2>${title}</h2>
    <${Answer} of=${address}>
      ${whole => html`<${Cells} path=${path} title=${title} table=${whole} address=${address} />`}
    <//>`;
}

function Cells({ path, title, table, address }) {
  const [marked, setMarked] = useState(null);
  const rows = table.content.map((row, n) => ({ ...row, cells: row.cells.map(cell => ({ ...cell, key: `${n}-${cell.column}`, page: row.page })) }));
  const cells = rows.flatMap(row => row.cells);
  const page = cells.find(cell => cell.key === marked)?.page ?? table.firstPage;
  return html`
    <p class="pager">
      <a href=${`/api/v1${address}?format=csv`} download>CSV</a>
      <a href=${`/api/v1${address}`} download=${`table-${table.number}.json`}>JSON</a>
      <${Copy} text=${tabbed(rows)} label=${title} />
    </p>
    <div class="beside">
      <div class="wide" tabindex="0" role="group" aria-label=${title}>
        <table>${rows.map((row, n) => html`<${Row} key=${n} row=${row} marked=${marked} onMark=${setMarked} />`)}</table>
      </div>
      <${Answer} of=${`${path}/pages/${page}`}>
        ${found => html`
          <${Picture} path=${path} page=${found} marked=${marked} onMark=${setMarked}
            boxes=${cells.filter(cell => cell.page === page && cell.box)} />`}
      <//>
    </div>`;
}

function Row({ row, marked, onMark }) {
  const Cell = row.header ? 'th' : 'td';
  return html`<tr>${row.cells.map(cell => html`
    <${Cell} key=${cell.key} colspan=${cell.columnSpan} rowspan=${cell.rowSpan} scope=${row.header ? 'col' : undefined}
      class=${cell.key === marked ? 'marked' : ''} onMouseEnter=${() => onMark(cell.key)} onClick=${() => onMark(cell.key)}>${cell.text}<//>`)}</tr>`;
}

/** As spreadsheets take it from the clipboard. */
const tabbed = rows => rows.map(row => row.cells.map(cell => cell.text.replace(/\s+/g, ' ')).join('\t')).join('\n');

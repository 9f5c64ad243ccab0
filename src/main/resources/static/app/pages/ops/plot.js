// One plot of time series, with what it shows in words and, for whoever wants them, as numbers.

import { html, useEffect, useRef, useState } from '../../vendor/preact.js';
import { language, say } from '../../words.js';

const HEIGHT = 180; // px
const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
const timeOf = seconds => clock.format(new Date(seconds * 1000));

export function Plot({ of: { name, lines, format, metric, least }, series, uPlot }) {
  const figure = useRef();
  const place = useRef();
  const plot = useRef();
  const [hovered, setHovered] = useState(null);
  const [open, setOpen] = useState(false);
  const data = [series.at, ...lines.map(line => series[line])];
  useEffect(() => {
    if (!uPlot) {
      return undefined;
    }
    plot.current = new uPlot(options(figure.current, place.current, lines, format, setHovered), data, place.current);
    const resize = new ResizeObserver(() => plot.current.setSize({ width: place.current.clientWidth, height: HEIGHT }));
    resize.observe(place.current);
    return () => {
      resize.disconnect();
      plot.current.destroy();
    };
  }, [uPlot]);
  useEffect(() => plot.current?.setData(data), [series]);
  return html`
    <figure ref=${figure} class="plot">
      <figcaption><strong>${say(`ops.plot.${name}`)}</strong> <code class="metric">${metric}</code></figcaption>
      <div class="canvas" ref=${place} aria-hidden="true"></div>
      <ul class="lines">
        ${lines.map((line, n) => html`<li key=${line} class=${`line-${n}`}>${summary(line, series, { format, least }, hovered)}</li>`)}
      </ul>
      <details onToggle=${event => setOpen(event.target.open)}>
        <summary>${say('ops.plot.table')}</summary>
        ${open && html`<${Numbers} name=${name} lines=${lines} series=${series} format=${format} />`}
      </details>
    </figure>`;
}

/** What a line says: where it is now, and how high it was (or low, if that matters); under the pointer, what it was then. */
function summary(line, series, { format, least }, hovered) {
  const label = say(`ops.line.${line}`);
  const values = series[line];
  if (hovered !== null && values[hovered] !== undefined) {
    return `${label}, ${timeOf(series.at[hovered])}: ${values[hovered] === null ? say('ops.plot.unknown') : format(values[hovered])}`;
  }
  const known = values.filter(value => value !== null);
  return known.length
    ? say(least ? 'ops.plot.least' : 'ops.plot.most', { label, last: format(known.at(-1)), bound: format(Math[least ? 'min' : 'max'](...known)) })
    : `${label}: ${say('ops.plot.unknown')}`;
}

function Numbers({ name, lines, series, format }) {
  return html`
    <div class="wide tall" tabindex="0" role="region" aria-label=${say(`ops.plot.${name}`)}>
      <table>
        <thead><tr><th scope="col">${say('ops.column.time')}</th>${lines.map(line => html`<th key=${line} scope="col">${say(`ops.line.${line}`)}</th>`)}</tr></thead>
        <tbody>${series.at.map((at, n) => html`
          <tr key=${at}><th scope="row">${timeOf(at)}</th>${lines.map(line => html`
            <td key=${line}>${series[line][n] === null ? '' : format(series[line][n])}</td>`)}</tr>`)}</tbody>
      </table>
    </div>`;
}

/** Colours are those of the page's styles, read whenever it is drawn: they are others in the dark. */
function options(figure, place, lines, format, onHover) {
  const colour = (selector, property) => getComputedStyle(figure.querySelector(selector))[property];
  const axis = { stroke: () => colour('figcaption', 'color'), grid: { stroke: () => colour('.canvas', 'borderTopColor'), width: 1 }, ticks: { show: false } };
  return {
    width: place.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    scales: { y: { range: (_, min, max) => [0, max > 0 ? max * 1.1 : 1] } },
    axes: [
      { ...axis, space: 90, size: 32, values: (_, splits) => splits.map(timeOf) },
      { ...axis, size: 72, values: (_, splits) => splits.map(format) },
    ],
    series: [{}, ...lines.map((line, n) => ({
      label: line,
      stroke: () => colour(`.line-${n}`, 'borderLeftColor'),
      width: 2,
      dash: n === 1 ? [6, 3] : n === 2 ? [2, 2] : undefined,
      points: { show: true, size: 4, fill: () => colour(`.line-${n}`, 'borderLeftColor') }, // a lone one has no line
    }))],
    hooks: { setCursor: [drawn => onHover(drawn.cursor.idx ?? null)] },
  };
}

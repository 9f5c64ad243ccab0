// Per module: its colour, title and reminder, and the groups that the visitor belongs to.

import { html, useState } from '../../vendor/preact.js';
import { get } from '../../api.js';
import { dayName, dayOf, titleOf } from '../../parts/days.js';
import { withParameters } from '../../router.js';
import { isSaid, reason, say } from '../../words.js';
import { groupList, groupsToChoose, overlap, purposeOf, shown } from './choices.js';
import { Reminder } from './reminder.js';

const COLOURS = ['lavender', 'sage', 'grape', 'flamingo', 'banana', 'tangerine', 'peacock', 'graphite', 'blueberry', 'basil', 'tomato'];

export function Modules({ id, found, choices, set }) {
  const modules = [...new Set(found.events.map(event => event.module).filter(Boolean))].sort();
  const toChoose = groupsToChoose(found.events.filter(event => !event.added));
  return html`
    <h2>${say('timetable.modulesTitle')}</h2>
    ${Object.keys(toChoose).length > 0 && html`<${Suggest} id=${id} choices=${choices} set=${set} />`}
    ${modules.map(module => html`
      <${Module} key=${module} module=${module} purposes=${toChoose[module] ?? {}} found=${found} choices=${choices} set=${set} />`)}`;
}

function Suggest({ id, choices, set }) {
  const [told, setTold] = useState('');
  const suggest = () => get(withParameters(`/timetables/${id}/suggestion`, { keep: choices.groups })).then(({ groups, clashes }) => {
    set(['groups'], groups || undefined);
    setTold(clashes ? say('timetable.suggested.clashes', { count: clashes }) : say('timetable.suggested'));
  }, refusal => setTold(reason(refusal.problem)));
  return html`
    <p class="pager">
      <button onClick=${suggest}>${say('timetable.suggest')}</button>
      <button class="plain" onClick=${() => (set(['groups'], undefined), setTold(''))}>${say('timetable.allGroups')}</button>
      <span role="status">${told}</span>
    </p>`;
}

function Module({ module, purposes, found, choices, set }) {
  const own = choices.modules?.[module] ?? {};
  const colour = own.colour ?? found.events.find(event => event.module === module)?.colour ?? COLOURS[0];
  const setOwn = (name, value) => set(['modules', module, name], value);
  return html`
    <fieldset class="module">
      <legend><span class=${`swatch colour-${colour}`} aria-hidden="true"></span> ${module}</legend>
      <div class="pager">
        <label>${say('timetable.colour')}
          <select value=${colour} onChange=${event => setOwn('colour', event.target.value)}>
            ${COLOURS.map(one => html`<option key=${one} value=${one}>${say(`colour.${one}`)}</option>`)}
          </select>
        </label>
        <label>${say('timetable.title')}
          <input value=${own.title ?? ''} placeholder=${module} maxlength="200" onChange=${event => setOwn('title', event.target.value.trim() || undefined)} />
        </label>
        <label>${say('timetable.reminder')} <${Reminder} value=${own.reminderMinutes} none=${say('timetable.asAll')} onChange=${value => setOwn('reminderMinutes', value)} /></label>
      </div>
      ${Object.entries(purposes).map(([purpose, groups]) => html`
        <${Groups} key=${purpose} module=${module} purpose=${purpose} groups=${groups} found=${found} choices=${choices} set=${set} />`)}
    </fieldset>`;
}

/** The groups of a module that meet for the same purpose: one of them, or all. */
function Groups({ module, purpose, groups, found, choices, set }) {
  const all = groupList(choices.groups);
  const own = groups.map(group => `${module}:${group}`);
  const chosen = own.find(one => all.includes(one)) ?? '';
  const choose = one => set(['groups'], [...all.filter(other => !own.includes(other)), ...(one ? [one] : [])].join(',') || undefined);
  const name = `${module} ${purpose}`;
  const title = isSaid(`purpose.${purpose}`) ? say(`purpose.${purpose}`) : purpose;
  return html`
    <fieldset>
      <legend>${title}</legend>
      <label class="check"><input type="radio" name=${name} checked=${!chosen} onChange=${() => choose('')} /> ${say('timetable.all')}</label>
      ${groups.map((group, n) => html`
        <label key=${group} class="check">
          <input type="radio" name=${name} checked=${chosen === own[n]} onChange=${() => choose(own[n])} />
          ${group} <small>${clashesOf(module, purpose, group, found.events)}</small>
        </label>`)}
    </fieldset>`;
}

/** With what of the other choices a group would clash. */
function clashesOf(module, purpose, group, events) {
  const own = events.filter(event => event.module === module && event.group === group && purposeOf(event) === purpose);
  const others = shown(events).filter(event => event.module !== module || purposeOf(event) !== purpose);
  const pairs = own.flatMap(one => others.filter(other => overlap(one, other)).map(other => ({ one, other })));
  const first = pairs[0];
  return first
    ? say('timetable.clashesWith', { count: pairs.length, event: titleOf(first.other), day: dayName(dayOf(first.one)) })
    : '';
}

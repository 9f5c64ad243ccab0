// The choices of a timetable: what is shown changes at once, and is kept soon after.

import { useEffect, useRef, useState } from '../../vendor/preact.js';
import { call, get } from '../../api.js';
import { period } from '../../words.js';

const AT_REST = 400; // ms without a further change until the choices are kept

/** The timetable, what is in it by its choices, and `save`, which keeps others in their place. */
export function useTimetable(id) {
  const [state, setState] = useState({});
  const kept = useRef({ rest: null, last: Promise.resolve(), version: 0 });
  const set = part => setState(before => ({ ...before, ...part }));
  const load = async note => {
    try {
      const timetable = await get(`/timetables/${id}`);
      kept.current.version = timetable.version;
      set({ timetable, found: timetable.documents.length ? await get(`/timetables/${id}/events`) : null, note });
    } catch (refusal) {
      set({ problem: refusal.problem });
    }
  };
  const put = async choices => {
    try {
      const { version } = await call('PUT', `/timetables/${id}`, choices, { 'If-Match': `"${kept.current.version}"` });
      kept.current.version = version;
      set({ found: await get(`/timetables/${id}/events`), note: 'saved' });
    } catch (refusal) {
      await load(refusal.problem.status === 412 ? 'changedElsewhere' : 'notSaved');
    }
  };
  const save = choices => {
    setState(before => ({ ...before, note: 'saving', timetable: { ...before.timetable, choices } }));
    clearTimeout(kept.current.rest);
    kept.current.rest = setTimeout(() => { kept.current.last = kept.current.last.then(() => put(choices)); }, AT_REST);
  };
  useEffect(() => { load(); }, [id]);
  return { ...state, save };
}

/** Choices with another value at a path of names; undefined takes it away. */
export function withChoice(choices, [name, ...rest], value) {
  const changed = rest.length ? withChoice(choices?.[name] ?? {}, rest, value) : value;
  const { [name]: _, ...others } = choices ?? {};
  const isEmpty = changed === undefined || (rest.length > 0 && Object.keys(changed).length === 0);
  return isEmpty ? others : { ...others, [name]: changed };
}

/** Semesters such as "S1:2026-02-09..2026-05-22" as one says them. */
export const semestersSaid = semesters =>
  semesters.map(one => one.replace(/(?:(.*):)?(.*)/, (_, offered, dates) => [offered, period(dates)].filter(Boolean).join(': '))).join(', ');

/** Those that are in the calendar. */
export const shown = events => events.filter(event => !event.leftOut && !event.notChosen);

/** What a group meets for: its type, or else the letters before the number of the activity. */
export const purposeOf = event => event.type ?? (event.activity ?? '').replace(/\d.*/, '');

/** { module: { purpose: [groups] } } of what has more groups than one to choose from. */
export function groupsToChoose(events) {
  const modules = {};
  for (const event of events.filter(event => event.group && event.module)) {
    const purposes = (modules[event.module] ??= {});
    const groups = (purposes[purposeOf(event)] ??= []);
    groups.includes(event.group) || groups.push(event.group);
  }
  return Object.fromEntries(Object.entries(modules)
    .map(([module, purposes]) => [module, Object.fromEntries(Object.entries(purposes).filter(([, groups]) => groups.length > 1))])
    .filter(([, purposes]) => Object.keys(purposes).length));
}

/** ["COS214:P01", ..] of the text that names them. */
export const groupList = text => (text ?? '').split(',').map(one => one.trim()).filter(Boolean);

/** Whether two events are at the same time. */
export function overlap(one, other) {
  return (one.offered ?? '') === (other.offered ?? '')
    && (one.date ?? one.weekday) !== undefined && (one.date ?? one.weekday) === (other.date ?? other.weekday)
    && Boolean(one.start && other.start && one.end && other.end) && one.start < other.end && other.start < one.end;
}

// The words of the pages in the visitor's language, and numbers, sizes and times as they are written there.

import en from './texts.en.js';
import de from './texts.de.js';

const LANGUAGES = { en, de };

export const language = navigator.languages.map(tag => tag.slice(0, 2)).find(tag => tag in LANGUAGES) ?? 'en';

const texts = LANGUAGES[language];
const plural = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);
const moments = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
const instants = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
const distances = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });

/** A text by its key; `values` fill its places, and `count` chooses its form. */
export function say(key, values = {}) {
  const text = texts[key] ?? key;
  const form = typeof text === 'string' ? text : text[plural.select(values.count)] ?? text.other;
  return form.replace(/\{(\w+)}/g, (_, name) => (name === 'count' ? number(values.count) : values[name] ?? ''));
}

/** Whether there is such a text. */
export const isSaid = key => key in texts;

export const number = value => numbers.format(value);

/** Bytes in MB, or in kB if they are few, counted as settings count them. */
export function size(bytes) {
  const [value, unit] = bytes < 1e5 ? [bytes / 1024, 'kB'] : [bytes / 1048576, 'MB'];
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`;
}

const days = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' });

/** A date such as 2026-02-09. */
export const day = date => days.format(new Date(`${date}T00:00:00Z`));

const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });

/** A date, or the first and the last of several with two dots between them, such as 2026-03-20..2026-03-29. */
export function period(text) {
  const [first, last] = text.split('..').map(date => new Date(`${date}T00:00:00Z`));
  return last ? dates.formatRange(first, last) : dates.format(first);
}

/** A length of time in the unit that fits. */
export function span(seconds) {
  const [unit, length] = [['hour', 3600], ['minute', 60]].find(([, length]) => seconds >= length) ?? ['second', 1];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.ceil(seconds / length));
}

export const moment = instant => moments.format(new Date(instant));

/** The same with its seconds. */
export const exactly = instant => instants.format(new Date(instant));

/** How long ago, in the largest unit that fits. */
export function ago(instant, now = Date.now()) {
  const seconds = (new Date(instant) - now) / 1000;
  const [unit, length] =
    [['day', 86400], ['hour', 3600], ['minute', 60]].find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return distances.format(Math.round(seconds / length), unit);
}

/** What went wrong, in plain words: by its code where these are better than the API's own. */
export function reason(problem) {
  const key = `problem.${problem?.code}`;
  return isSaid(key) ? say(key) : [problem?.detail, problem?.advice].filter(Boolean).join(' ') || say('problem.unknown');
}

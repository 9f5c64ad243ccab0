// Light or dark: as the system is, unless the visitor has chosen.

const KEPT_AS = 'sluice-theme';

export const THEMES = ['system', 'light', 'dark'];

/** What the visitor has chosen. */
export function theme() {
  const kept = localStorage.getItem(KEPT_AS);
  return THEMES.includes(kept) ? kept : THEMES[0];
}

/** Shows the pages so, here and at the next visit. */
export function choose(one) {
  localStorage.setItem(KEPT_AS, one);
  show();
}

export function show() {
  document.documentElement.dataset.theme = theme();
}

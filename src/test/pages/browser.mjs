// A visitor in a real browser, who notes what no page may do, and has axe-core look at each.

import AxeBuilder from '@axe-core/playwright';
import { chromium } from 'playwright-core';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

/** What every journey is told, in this order; `more` is its own. */
export function told() {
  const [program, address, key, width, colorScheme, locale, ...more] = process.argv.slice(2);
  return { program, address, key, width: Number(width), colorScheme, locale, more };
}

/** Goes on a journey, and prints what was seen as JSON, with `violations`, `complaints` and what was asked `outside`. */
export async function journey({ program, address, width, colorScheme, locale }, walk) {
  const seen = { violations: [], complaints: [], outside: [] };
  const browser = await chromium.launch({ executablePath: program, args: FLAGS });
  try {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, locale });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on('dialog', dialog => (seen.complaints.push(`dialog ${dialog.message()}`), dialog.dismiss()));
    page.on('pageerror', error => seen.complaints.push(String(error)));
    page.on('console', message => /Content Security Policy/.test(message.text()) && seen.complaints.push(message.text()));
    page.on('request', request => request.url().startsWith(address) || seen.outside.push(request.url()));
    await walk({ page, context, seen, look: name => look(page, name, width, seen) });
  } finally {
    await browser.close();
  }
  console.log(JSON.stringify(seen));
}

/** Logs in at an address by a key. */
export async function logIn(page, address, key) {
  await page.goto(address);
  await page.fill('#secret', key);
  await page.keyboard.press('Enter');
  await page.waitForSelector('nav');
}

/** Waits until nothing on the page waits for an answer. */
export const settled = page => page.waitForFunction(() => !document.querySelector('.skeleton'));

async function look(page, name, width, seen) {
  await page.screenshot({ path: `pictures/${name}-${width}.png` });
  const { violations } = await new AxeBuilder({ page }).analyze();
  seen.violations.push(...violations.map(violation => `${name}: ${violation.id} ${violation.nodes[0].html}`));
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  if (sideways) {
    seen.complaints.push(`${name} scrolls sideways`);
  }
}

// Opens the list of documents again and again. Prints for each visit, in ms from its beginning, when something was painted and
// when documents stood there. Arguments: the browser, the address, a key, and how many visits.

import { chromium } from 'playwright-core';
import { logIn } from './browser.mjs';

const [program, address, key, visits] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
const seen = [];
try {
  const page = await browser.newPage();
  await page.addInitScript(() => new MutationObserver(() => {
    if (!window.documentsStoodAt && document.querySelector('.documents li')) {
      requestAnimationFrame(() => { window.documentsStoodAt = performance.now(); });
    }
  }).observe(document, { childList: true, subtree: true }));
  await logIn(page, `${address}/app/account`, key);
  for (let n = 0; n < Number(visits); n++) {
    await page.goto(`${address}/app/documents`);
    await page.waitForFunction(() => window.documentsStoodAt);
    seen.push(await page.evaluate(() => ({
      paint: Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime),
      documents: Math.round(window.documentsStoodAt),
    })));
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen));

// One visitor's way through the pages in a real browser. Prints what was seen as JSON.
// Arguments: the browser, the address, a key, the width, the colour scheme, the language, and files to upload.

import AxeBuilder from '@axe-core/playwright';
import { chromium } from 'playwright-core';

const [program, address, key, width, colorScheme, locale, ...files] = process.argv.slice(2);
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const seen = { violations: [], complaints: [], outside: [] };

const browser = await chromium.launch({ executablePath: program, args: FLAGS });
try {
  const context = await browser.newContext({ viewport: { width: Number(width), height: 800 }, colorScheme, locale });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('dialog', dialog => (seen.complaints.push(`dialog ${dialog.message()}`), dialog.dismiss()));
  page.on('pageerror', error => seen.complaints.push(String(error)));
  page.on('console', message => /Content Security Policy/.test(message.text()) && seen.complaints.push(message.text()));
  page.on('request', request => request.url().startsWith(address) || seen.outside.push(request.url()));

  // a stranger
  await page.goto(`${address}/app/documents`);
  await page.fill('#secret', 'slc_this-is-no-key-of-anybody');
  await page.click('button.primary');
  seen.refused = await page.innerText('[role=alert]');
  await look(page, 'login');

  // a visitor
  await page.fill('#secret', key);
  await page.keyboard.press('Enter');
  await page.waitForSelector('nav');
  seen.address = new URL(page.url()).pathname;
  const cookies = await context.cookies();
  seen.cookies = cookies.filter(cookie => cookie.httpOnly).map(cookie => `${cookie.name} ${cookie.sameSite}`);
  await look(page, 'documents-empty');

  await page.click('nav a >> nth=0');
  await look(page, 'upload-empty');
  await page.setInputFiles('input[type=file]', files);
  await page.waitForFunction(
    count => document.querySelectorAll('.files li.done, .files li.needs-you').length === count, files.length);
  seen.uploads = await page.locator('.files li').allInnerTexts();
  seen.summary = await page.innerText('.summary');
  await look(page, 'upload');

  await page.click('nav a >> nth=1');
  await page.waitForSelector('.documents li');
  seen.documents = await page.locator('.documents li .name').allInnerTexts();
  await look(page, 'documents');
  await page.keyboard.press('/');
  await page.keyboard.type('heron');
  await page.waitForURL(/q=heron/);
  await page.reload();
  await page.waitForSelector('.documents li');
  seen.hits = await page.locator('.documents mark').allInnerTexts();
  seen.found = await page.locator('.documents li .name').allInnerTexts();
  seen.scrollsSideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

  // one document
  await page.click('.documents .passage a');
  await page.waitForSelector('.page');
  await page.waitForFunction(() => document.querySelector('.beside img').naturalWidth > 0);
  seen.text = await page.innerText('.page');
  await look(page, 'document');
  for (const tab of [1, 2, 3]) {
    await page.click(`.tabs a >> nth=${tab}`);
    await page.waitForSelector('.skeleton', { state: 'detached' });
    await look(page, `document-${tab}`);
  }
  await page.click('.about button');
  await page.click('dialog .primary');
  await page.waitForURL(/documents$/);
  await page.waitForSelector('.documents li');
  seen.left = await page.locator('.documents li').count();

  await page.click('nav a >> nth=2');
  await page.waitForSelector('.sessions li');
  seen.sessions = await page.locator('.sessions li').allInnerTexts();
  await look(page, 'account');
  await page.click('main button');
  await page.waitForSelector('#secret');
  await page.reload();
  await page.waitForSelector('#secret, nav');
  seen.loggedOut = await page.isVisible('#secret');
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen));

/** Has axe-core look at a page, and keeps a picture of it. */
async function look(page, name) {
  await page.screenshot({ path: `pictures/${name}-${width}.png` });
  const { violations } = await new AxeBuilder({ page }).analyze();
  seen.violations.push(...violations.map(violation => `${name}: ${violation.id} ${violation.nodes[0].html}`));
}

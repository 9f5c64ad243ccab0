// A visitor who has no pointer: every step is a key. A PDF comes last.

import { journey, told } from './browser.mjs';

const visit = told();
const { address, key, more: [file] } = visit;
const MOST = 80; // keys until something is taken for out of reach

await journey(visit, async ({ page, context, seen }) => {
  const { keyboard } = page;
  const reach = async selector => {
    for (let n = 0; n < MOST; n++) {
      if (await page.evaluate(wanted => document.activeElement.matches(wanted), selector)) {
        return;
      }
      await keyboard.press('Tab');
    }
    throw new Error(`${selector} cannot be reached by keyboard`);
  };

  // logs in
  await page.goto(`${address}/app/upload`);
  await page.waitForSelector('#secret');
  await reach('#secret');
  await keyboard.type(key);
  await keyboard.press('Enter');
  await page.waitForSelector('nav');

  // uploads
  const chooser = page.waitForEvent('filechooser'); // asked for early: the browser must hear of it before the key
  await reach('input[type=file]');
  await keyboard.press('Enter');
  await (await chooser).setFiles(file);
  await page.waitForSelector('.files li.done');
  await reach('.files li.done a');
  await keyboard.press('Enter');

  // reads
  await page.waitForSelector('.block');
  await reach('.block');
  await page.waitForSelector('.block.marked');
  seen.block = await page.innerText('.block.marked .text');
  await reach('.block.marked .copy');

  // chooses and deletes
  await keyboard.press('/');
  await keyboard.press('Enter');
  await page.waitForURL(/documents/);
  await page.waitForSelector('.documents li');
  await reach('.documents input[type=checkbox]');
  await keyboard.press('Space');
  await page.waitForSelector('.chosen');
  await keyboard.press('Shift+Tab');
  await page.waitForFunction(() => document.activeElement.closest('.chosen'));
  seen.chosen = await page.innerText('.chosen strong');
  await keyboard.press('Enter');
  await page.waitForSelector('dialog[open]');
  seen.question = await page.innerText('dialog[open] p');
  await keyboard.press('Escape');

  // is asked to log in again where the session is over, and stays where it was
  await context.clearCookies();
  await reach('.documents a');
  await keyboard.press('Enter');
  await page.waitForSelector('#secret');
  seen.expired = await page.innerText('[role=status], [role=alert]');
  await reach('#secret');
  await keyboard.type(key);
  await keyboard.press('Enter');
  await page.waitForSelector('.block');
  seen.back = new URL(page.url()).pathname;
});

// A visitor sends twenty files at once, and then a large one in the middle of which the server is killed.
// Of the files, the first is the large one; the file named before it is written when half of that has gone.

import { writeFileSync } from 'node:fs';
import { journey, logIn, told } from './browser.mjs';

const visit = told();
const { address, key, more: [halfway, large, ...files] } = visit;
const SLOW = 4_000_000; // bytes/s up

await journey(visit, async ({ page, context, seen }) => {
  seen.offsets = [];
  page.on('request', request => request.method() === 'PATCH' && seen.offsets.push(Number(request.headers()['upload-offset'])));
  await logIn(page, `${address}/app/upload`, key);
  await page.setInputFiles('input[type=file]', files);
  await page.waitForFunction(count => document.querySelectorAll('.files li.done').length === count, files.length);

  await page.click('nav a >> nth=1');
  await page.waitForFunction(count => document.querySelectorAll('.documents li').length === count, files.length);
  await page.mouse.wheel(0, 10_000); // pictures come when they are near
  await page.waitForFunction(() => [...document.querySelectorAll('.documents img')].every(image => image.naturalWidth > 0));
  seen.thumbnails = await page.locator('.documents img').count();

  const network = await context.newCDPSession(page);
  await network.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: SLOW });
  await page.click('nav a >> nth=0');
  await page.setInputFiles('input[type=file]', large);
  const row = page.locator('.files li').last();
  const sent = () => row.innerText().then(text => Number(text.match(/(\d+) %/)?.[1] ?? 0));
  while (await sent() < 50) {
    await page.waitForTimeout(100);
  }
  seen.offsets = [];
  writeFileSync(halfway, '');
  await page.waitForFunction(count => document.querySelectorAll('.files li.done').length === count, files.length + 1, { timeout: 110_000 });
  seen.row = await row.innerText();
});

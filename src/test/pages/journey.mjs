// One visitor's way from the login to a document that was read, and out again; files to upload come last.

import { journey, settled, told } from './browser.mjs';

const visit = told();
const { address, key, more: files } = visit;

await journey(visit, async ({ page, context, seen, look }) => {
  // a stranger
  await page.goto(`${address}/app/documents`);
  await page.fill('#secret', 'slc_this-is-no-key-of-anybody');
  await page.click('button.primary');
  seen.refused = await page.innerText('[role=alert]');
  await look('login');

  // a visitor
  await page.fill('#secret', key);
  await page.keyboard.press('Enter');
  await page.waitForSelector('nav');
  seen.address = new URL(page.url()).pathname;
  const cookies = await context.cookies();
  seen.cookies = cookies.filter(cookie => cookie.httpOnly).map(cookie => `${cookie.name} ${cookie.sameSite}`);
  await look('documents-empty');

  await page.click('nav a >> nth=0');
  await look('upload-empty');
  await page.setInputFiles('input[type=file]', files);
  await page.waitForFunction(
    count => document.querySelectorAll('.files li.done, .files li.needs-you').length === count, files.length);
  seen.uploads = await page.locator('.files li').allInnerTexts();
  seen.summary = await page.innerText('.summary');
  await look('upload');

  // a file whose batch had ended before it came to it
  await page.route('**/progress?batch=*', route => route.fulfill({ contentType: 'text/event-stream', body: 'event: done\ndata: {}\n\n' }));
  await page.setInputFiles('input[type=file]', files[0]);
  await page.waitForFunction(() => document.querySelectorAll('.files li.done').length === 3);

  await page.click('nav a >> nth=1');
  await page.waitForSelector('.documents li');
  seen.documents = await page.locator('.documents li .name').allInnerTexts();
  await look('documents');
  await page.keyboard.press('/');
  await page.keyboard.type('heron');
  await page.waitForURL(/q=heron/);
  await page.reload();
  await page.waitForSelector('.documents li');
  seen.hits = await page.locator('.documents mark').allInnerTexts();
  seen.found = await page.locator('.documents li .name').allInnerTexts();

  // one document
  await page.click('.documents .passage a');
  await page.waitForSelector('.page');
  await page.waitForFunction(() => document.querySelector('.beside img').naturalWidth > 0);
  await page.waitForSelector('.picture rect.hit');
  seen.text = await page.innerText('.page');
  seen.marks = await page.locator('.page mark').allInnerTexts();
  await page.uncheck('.pager input[type=checkbox]');
  await page.focus('.block >> nth=1');
  seen.marked = await page.locator('.picture rect.marked').count();
  await look('document');
  for (const tab of [1, 2, 3, 4, 5, 6]) {
    await page.click(`.tabs a >> nth=${tab}`);
    await settled(page);
    await look(`document-${tab}`);
  }
  seen.history = await page.locator('.history li').allInnerTexts();

  // one whose text looks like a page's own
  await page.goto(`${address}/app/documents?q=onerror`);
  await page.click('.documents .passage a');
  await page.waitForSelector('.page');
  seen.markup = await page.innerText('.page');

  await page.click('.about button');
  await page.click('dialog .primary');
  await page.waitForURL(/documents$/);
  await page.waitForSelector('.documents li');
  seen.left = await page.locator('.documents li').count();

  // what is not there
  for (const path of ['documents/01a2b3c4-0000-7000-8000-000000000001', 'documents?q=nobody-wrote-this', 'timetables/nothing', 'nowhere']) {
    await page.goto(`${address}/app/${path}`);
    await page.waitForSelector('main h1');
    await settled(page);
    await look(`not-there-${path.split(/[/?]/)[0]}`);
  }

  await page.click('nav a >> nth=2');
  await settled(page);
  await look('timetables-empty');
  await page.click('nav a >> nth=3');
  await page.waitForSelector('.sessions li');
  seen.sessions = await page.locator('.sessions li').allInnerTexts();
  await look('account');
  await page.click('main button');
  await page.waitForSelector('#secret');
  await page.reload();
  await page.waitForSelector('#secret, nav');
  seen.loggedOut = await page.isVisible('#secret');

  // pages that are not there, and the API's own
  await page.goto(`${address}/nowhere`);
  await look('nowhere');
  await page.goto(`${address}/api/docs/`);
  await page.waitForSelector('.opblock');
  await page.click('.opblock >> nth=0');
  await page.waitForSelector('.opblock-description, .opblock-body');
});

// A visitor's way through the pages in Firefox, by WebDriver BiDi. Prints what was seen as JSON.
// Arguments: the browser, the address, a key, and a PDF.

import puppeteer from 'puppeteer-core';

const [program, address, key, file] = process.argv.slice(2);
const seen = { complaints: [] };

const browser = await puppeteer.launch({ browser: 'firefox', executablePath: program, headless: true });
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  page.on('pageerror', error => seen.complaints.push(String(error)));
  page.on('console', message => /Content.Security.Policy/i.test(message.text()) && seen.complaints.push(message.text()));

  await page.goto(`${address}/app/upload`);
  await (await page.waitForSelector('#secret')).type(key);
  await page.keyboard.press('Enter');
  const chooser = await page.waitForSelector('input[type=file]');
  await chooser.uploadFile(file);
  await page.waitForSelector('.files li.done');
  seen.row = await textOf(page, '.files li');

  await page.waitForSelector('#search');
  await page.type('#search', 'heron');
  await page.waitForSelector('.documents mark');
  seen.hit = await textOf(page, '.documents mark');
  await page.click('.documents .passage a');
  await page.waitForSelector('.picture rect.hit');
  seen.text = await textOf(page, '.page');
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen));

function textOf(page, selector) {
  return page.$eval(selector, element => element.innerText);
}

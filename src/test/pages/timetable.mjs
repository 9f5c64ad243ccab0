// A student's way from a timetable's PDF to a calendar. The PDF comes first, and then the next one, in which something was moved.

import { journey, logIn, settled, told } from './browser.mjs';

const visit = told();
const { address, key, more: [first, next] } = visit;

await journey(visit, async ({ page, seen, look }) => {
  const upload = async file => {
    await page.goto(`${address}/app/upload`);
    await page.setInputFiles('input[type=file]', file);
    await page.waitForSelector('.files li.done');
  };
  const shown = async step => {
    await page.click(`.steps a >> nth=${step}`);
    await settled(page);
  };
  const kept = () => page.waitForFunction(() => !document.querySelector('main > .hint[role=status]').innerText.includes('…'));
  const change = async action => {
    const answered = page.waitForResponse(response => response.request().method() === 'PUT');
    await action();
    await answered;
    await kept();
  };

  await logIn(page, `${address}/app/upload`, key);
  await upload(first);
  await page.click('.files li.done a');
  await page.click('.pager .button.primary');
  await page.waitForSelector('.steps');
  await settled(page);
  seen.summary = await page.innerText('.summary');
  seen.clashes = await page.locator('details li').allTextContents();
  seen.sessions = await page.locator('.week .session').count();
  await page.click('.events button >> nth=0');
  await page.waitForFunction(() => document.querySelector('.evidence img')?.naturalWidth > 0);
  await look('timetable-preview');

  await shown(2);
  await change(() => page.check('input[type=radio] >> nth=1'));
  await change(() => page.selectOption('.module select >> nth=0', 'tomato'));
  await page.fill('fieldset:has(input[type=date]) input >> nth=0', '2027-02-08');
  await change(() => page.fill('fieldset:has(input[type=date]) input >> nth=1', '2027-05-28').then(() => page.keyboard.press('Tab')));
  await page.click('.events button >> nth=0');
  await change(() => page.check('.edit input[type=checkbox]'));
  const form = page.locator('form.fields').last();
  await form.locator('input').first().fill('Choir');
  await form.locator('select').first().selectOption('FRIDAY');
  await form.locator('input[type=time]').nth(0).fill('18:00');
  await form.locator('input[type=time]').nth(1).fill('19:30');
  await change(() => form.locator('.primary').click());
  await look('timetable-customise');

  await shown(3);
  const [calendar] = await Promise.all([page.waitForEvent('download'), page.click('a.primary')]);
  seen.calendar = await (await calendar.createReadStream()).toArray().then(parts => Buffer.concat(parts).toString());
  await page.click('section.screen > button');
  await page.waitForSelector('.qr');
  seen.link = await page.innerText('.link code');
  seen.warned = await page.innerText('.link .problem');
  await look('timetable-generate');

  // the next PDF
  await upload(next);
  await page.goto(`${address}/app/timetables`);
  await page.click('.timetables a');
  await page.waitForSelector('details li');
  seen.changes = await page.locator('details li').allInnerTexts();
  seen.after = await page.innerText('.summary');
  await look('timetable-changes');
});

// A user makes a key and a webhook; then ops look at the board, and have a dead letter of that user tried again.
// Further arguments: the user's key, and its name.

import { journey, logIn, settled, told } from './browser.mjs';

const visit = told();
const { address, key, more: [userKey, owner] } = visit;

await journey(visit, async ({ page, seen, look }) => {
  // a user
  await logIn(page, `${address}/app/ops`, userKey);
  await settled(page);
  await page.waitForSelector('main p');
  seen.rail = await page.locator('nav a').allInnerTexts();
  seen.refused = await page.innerText('main');
  await look('ops-refused');

  await page.goto(`${address}/app/account`);
  await settled(page);
  await page.fill('#key-label', 'a program');
  await page.keyboard.press('Enter');
  const made = await page.innerText('.secret');
  seen.used = await statusBy(page, made);
  await look('account-key');
  await page.reload();
  await page.waitForFunction(() => document.querySelector('.keys li')?.querySelectorAll('time').length === 2);
  seen.secretAfterReload = await page.locator('.secret').count();
  seen.keys = await page.locator('.keys li .name').allInnerTexts();
  await page.click('.keys li >> nth=0 >> button');
  await page.click('.keys dialog[open] .primary');
  await page.waitForFunction(() => document.querySelectorAll('.keys li').length === 1);
  seen.revoked = await statusBy(page, made);

  await page.fill('#webhook-url', `${address}/app/receiver`);
  await page.keyboard.press('Enter');
  seen.signing = await page.innerText('.secret');
  await page.click('.webhooks li button >> nth=0');
  await page.waitForSelector('.deliveries tbody .state.needs-you'); // nothing takes it there
  seen.deliveries = await page.locator('.deliveries tbody tr').count();
  await look('account-webhook');
  await page.click('.deliveries button');
  await page.waitForSelector('.deliveries tbody .state.waiting');
  await page.click('.webhooks li > button >> nth=2');
  await page.click('.webhooks dialog[open] .primary');
  await page.waitForSelector('.webhooks', { state: 'detached' });
  await page.click('main button');

  // ops
  await page.waitForSelector('#secret');
  await logIn(page, `${address}/app/ops`, key);
  await page.waitForSelector('.plots canvas');
  await settled(page);
  seen.headline = await page.innerText('.headline >> nth=0');
  seen.stages = await page.locator('.flow tbody tr').count();
  seen.servers = await page.locator('.servers tbody th').allInnerTexts();
  await look('ops');
  await page.click('.plot summary >> nth=0');
  await page.waitForSelector('.plot tbody tr');
  seen.points = await page.locator('.plot tbody tr').count();
  await look('ops-table');
  await page.selectOption('.plots >> xpath=preceding-sibling::label//select', 'day');
  await page.waitForURL(/range=day/);

  const filter = page.locator('form:has(button):has(select) input').first();
  await filter.fill(owner);
  await filter.press('Enter');
  await page.waitForURL(/owner=/);
  await page.waitForFunction(() => document.querySelectorAll('.letters > li').length === 1);
  await page.click('.letters button');
  await page.waitForSelector('.letters .history li');
  seen.history = await page.locator('.letters .history li').count();
  await page.click('.letters .dry-run');
  seen.dryRun = await page.innerText('.letters .replay [role=status]');
  await page.locator('.letters').scrollIntoViewIfNeeded();
  await look('ops-letter');
  await page.locator('main > .replay > button').nth(1).click();
  await page.click('dialog[open] .primary');
  await page.waitForFunction(() => { const told = document.querySelector('.watched progress'); return told && told.value === told.max; });
  await page.waitForFunction(() => !document.querySelector('.letters'));
  seen.replayed = await page.innerText('.watched');

  await page.goto(`${address}/app/ops?show=access`);
  await settled(page);
  await page.fill('form >> nth=1 >> input[name=owner]', 'guest');
  await page.keyboard.press('Enter');
  seen.invitation = await page.innerText('.secret');
  seen.audited = await page.locator('.audit tbody tr').count();
  await look('ops-access');

  // a tab that nobody looks at asks for nothing, and at once when somebody does again
  await page.clock.install();
  await page.goto(`${address}/app/ops`);
  await page.waitForSelector('.headline');
  await turn(page, true);
  seen.askedWhileHidden = 0;
  page.on('request', request => { seen.askedWhileHidden += request.url().includes('/ops/'); });
  await page.clock.runFor(60_000);
  page.removeAllListeners('request');
  const asked = page.waitForRequest(/ops[/]now/);
  await turn(page, false);
  await asked;
});

/** Has the page believe that its tab was hidden, or shown. */
function turn(page, hidden) {
  return page.evaluate(now => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => now });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
}

/** What the API says to a program with this key. */
function statusBy(page, secret) {
  return page.evaluate(async bearer => {
    const answer = await fetch('/api/v1/documents', { headers: { Authorization: `Bearer ${bearer}` }, credentials: 'omit' });
    return answer.status;
  }, secret);
}

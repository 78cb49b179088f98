/** Who does what in a real browser: the filters, without JavaScript, on a small phone, on a wide screen. */
import { expect, it } from 'vitest';
import { open } from '../helpers/browser.ts';
import { stage } from '../helpers/stage.ts';

const { browser, guide, country } = await stage('guide', 'country');

it('filters the table of successors as one types, without accents, and says when nothing fits', async () => {
  const { page, errors, foreign } = await open(browser);
  await page.goto(`${guide.url}/ro/succession/`);
  const shown = page.locator('main section li:visible');
  const all = await shown.count();
  expect(all).toBeGreaterThan(60);
  await page.keyboard.press('Tab');
  await page.focus('#filter');
  await page.keyboard.type('cetatenie');
  expect(await shown.count()).toBeGreaterThan(0);
  expect(await shown.count()).toBeLessThan(6);
  expect(await page.locator('#nationality').isVisible()).toBe(true);
  expect(await page.locator('#borders').isVisible()).toBe(false);
  await page.fill('#filter', 'xyzzy');
  expect(await shown.count()).toBe(0);
  expect(await page.textContent('#none')).toMatch(/.{10}/);
  await page.fill('#filter', '');
  expect(await shown.count()).toBe(all);
  expect(await page.textContent('#none')).toBe('');
  expect([...errors, ...foreign]).toEqual([]);
  await page.context().close();
});

it('finds a body by what one wants to do', async () => {
  const { page } = await open(browser);
  await page.goto(`${guide.url}/en/authorities/`);
  await page.fill('#filter', 'renew');
  const want = page.locator('#want-renew-card');
  expect(await want.isVisible()).toBe(true);
  expect(await page.locator('#want-racism').isVisible()).toBe(false);
  await want.locator('a').first().click();
  await page.waitForURL('**/en/procedures/renew-residence-permit/');
  await page.context().close();
});

it('shows everything without JavaScript, and no filter that would do nothing', async () => {
  const { page } = await open(browser, { javaScriptEnabled: false });
  for (const path of ['succession/', 'authorities/']) {
    await page.goto(`${guide.url}/pt/${path}`);
    expect(await page.locator('#filter').isVisible()).toBe(false);
    expect(await page.locator('main section li:visible').count()).toBeGreaterThan(60);
  }
  await page.context().close();
});

it.each([320, 1280])('has nothing too wide at %i pixels', async (width) => {
  const { page, errors } = await open(browser, { viewport: { width, height: 640 } });
  const found: string[] = [];
  for (const [at, lang, list] of [
    [guide, 'ro', ['succession/', 'succession/international/', 'living/work/', 'offices/', 'authorities/']],
    [country, 'ar', ['succession/', 'succession/ships/', 'offices/', 'living/first-steps/', 'contact/']],
  ] as const)
    for (const path of list) {
      await page.goto(`${at.url}/${lang}/${path}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) found.push(`${lang}/${path}: ${wide}px too wide`);
    }
  expect(found).toEqual([]);
  expect(errors).toEqual([]);
  await page.context().close();
});

it('names needs by links of at least 44 pixels', async () => {
  const { page } = await open(browser);
  await page.goto(`${guide.url}/es/authorities/`);
  const low = await page
    .locator('main li > p.name a')
    .evaluateAll((links) => links.filter((a) => a.getBoundingClientRect().height < 44).length);
  expect(low).toBe(0);
  await page.context().close();
});

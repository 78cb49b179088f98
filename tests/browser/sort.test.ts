/** The tables of facts and sources: sorted by their headings, whole without scripts. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { violations } from '../helpers/axe.ts';
import { open } from '../helpers/browser.ts';
import { stage } from '../helpers/stage.ts';

const { browser, country } = await stage('country');

/** The words of a column, from the top. */
const column = (page: Page, n: number): Promise<string[]> =>
  page.locator(`tbody tr > :nth-child(${n})`).allTextContents();

it('sorts by a column, up and down, by keyboard too, and says so', async () => {
  const { page, errors } = await open(browser, { viewport: { width: 1280, height: 900 } });
  await page.goto(`${country.url}/en/sources/stay/`);
  const before = await column(page, 3);
  const head = page.locator('thead th').nth(2);
  await head.locator('button').focus();
  await page.keyboard.press('Enter');
  expect(await head.getAttribute('aria-sort')).toBe('ascending');
  const up = await column(page, 3);
  expect(up).toEqual([...before].sort());
  expect(up).not.toEqual(before);
  await page.keyboard.press('Enter');
  expect(await head.getAttribute('aria-sort')).toBe('descending');
  expect(await column(page, 3)).toEqual([...before].sort().reverse());
  // Only one column is sorted at a time.
  const names = page.locator('thead th').first();
  await names.locator('button').click();
  expect(await page.locator('thead [aria-sort]').count()).toBe(1);
  expect(await column(page, 1)).toEqual([...(await column(page, 1))].sort(new Intl.Collator('en').compare));
  const { height, width } = (await names.locator('button').boundingBox()) ?? { height: 0, width: 0 };
  expect(Math.min(height, width)).toBeGreaterThanOrEqual(44);
  expect(await violations(page)).toEqual([]);
  expect(errors).toEqual([]);
  await page.context().close();
});

it('reads numbers by their value', async () => {
  const { page } = await open(browser);
  await page.goto(`${country.url}/en/sources/stay/`);
  await page.locator('thead button').nth(1).click();
  const money = (await column(page, 2))
    .filter((x) => x.startsWith('CHF'))
    .map((x) => Number(/[\d.]+/.exec(x.replaceAll(',', ''))));
  expect(money.length).toBeGreaterThan(2);
  expect(money).toEqual([...money].sort((a, b) => a - b));
  await page.context().close();
});

it('is a plain table without scripts', async () => {
  const { page } = await open(browser, { javaScriptEnabled: false });
  await page.goto(`${country.url}/ar/sources/stay/`);
  expect(await page.locator('thead button').count()).toBe(0);
  expect(await page.locator('tbody tr').count()).toBeGreaterThan(3);
  await page.context().close();
});

/** Driving the wizard in a real browser, by mouse or by keyboard. */
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { guideRoot } from '../../src/content/guide.ts';
import { load } from '../../src/content/load.ts';
import type { Answers, Example } from '../../src/model/index.ts';
import { open } from './browser.ts';

/** The procedure whose wizard is tested most closely. */
export const id = 'renew-residence-permit';
/** A worker in good time, without anything special: the most common way. */
export const common = {
  card: 'temporary',
  'expires-on': '2027-01-15',
  prison: 'not-in-prison',
  basis: 'employed',
  'ground-changed': 'same',
  age: 'sixteen-or-older',
  housing: 'tenant',
  changes: 'none',
  debts: 'none',
};

/** The worked cases of a guide's procedures, by procedure. */
export function examplesOf(root = guideRoot()): Map<string, Example[]> {
  const { content } = load(root);
  return new Map([...(content?.procedures ?? [])].map(([id, e]) => [id, e.examples]));
}

/** The made-up country's folder. */
export const countryRoot = join(import.meta.dirname, '../fixtures/marland');

/** Answers as they stand in a link. */
export const fragment = (answers: Answers): string =>
  `#${Object.entries(answers)
    .map(([k, v]) => `${k}=${v}`)
    .join('&')}`;

/** Waits until the wizard has read the address. */
export const ready = async (page: Page): Promise<void> => {
  await page.waitForSelector('.wizard[data-ready]');
};

/** Id of the question on the screen, or undefined on the result. */
export const asked = (page: Page): Promise<string | undefined> =>
  page.evaluate(
    () =>
      document
        .querySelector('.wizard form')
        ?.querySelector('input, select')
        ?.id.replace(/^answer-/, '') ?? undefined,
  );

/** The answer that the fields on the screen show. */
export const shown = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLInputElement>('.wizard form :is(input, select)')];
    const boxes = all.filter((x) => /radio|checkbox/.test(x.type));
    if (boxes.length > 0)
      return boxes
        .filter((x) => x.checked)
        .map((x) => x.value)
        .join(',');
    const values = all.map((x) => x.value);
    return values.length === 3 ? values.join(' ').trim() : (values[0] ?? '');
  });

/** Fills in the fields on the screen by mouse, without going on. */
export async function fill(page: Page, id: string, raw: string): Promise<void> {
  const first = page.locator(`#answer-${id}`);
  const kind = await first.evaluate((x) => (x as HTMLInputElement).type);
  if (kind === 'select-one') await first.selectOption(raw);
  else if (kind === 'radio' || kind === 'checkbox') {
    for (const box of await page.locator('.wizard form input').all())
      if (raw.split(',').includes((await box.getAttribute('value')) as string)) await box.check();
  } else if (/^\d{4}-/.test(raw)) {
    const [year, month, day] = raw.split('-').map(Number);
    await page.locator('input.day').fill(String(day));
    await page.locator('input.month').fill(String(month));
    await page.locator('input.year').fill(String(year));
  } else await first.fill(raw);
}

/** The same by keyboard alone, from the heading on. */
export async function type(page: Page, id: string, raw: string): Promise<void> {
  const first = page.locator(`#answer-${id}`);
  const active = (): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');
  for (let n = 0; n < 40 && !(await active()).startsWith(`answer-${id}`); n++)
    await page.keyboard.press('Tab');
  const kind = await first.evaluate((x) => (x as HTMLInputElement).type);
  const value = (): Promise<string> =>
    page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value ?? '');
  if (kind === 'radio') {
    await page.keyboard.press('Space');
    for (let n = 0; n < 40 && (await value()) !== raw; n++) await page.keyboard.press('ArrowDown');
  } else if (kind === 'checkbox') {
    for (let left = raw.split(','), n = 0; left.length > 0 && n < 40; n++) {
      const here = await value();
      if (left.includes(here)) {
        await page.keyboard.press('Space');
        left = left.filter((x) => x !== here);
      }
      if (left.length > 0) await page.keyboard.press('Tab');
    }
  } else if (kind === 'select-one') {
    for (let n = 0; n < 300 && (await value()) !== raw; n++) await page.keyboard.press('ArrowDown');
    // Enter in a list sends no form, so the button is next.
    await page.keyboard.press('Tab');
  } else if (/^\d{4}-/.test(raw)) {
    const [year, month, day] = raw.split('-') as [string, string, string];
    await page.keyboard.type(day);
    await page.keyboard.press('Tab');
    await page.keyboard.type(month);
    await page.keyboard.press('Tab');
    await page.keyboard.type(year);
  } else await page.keyboard.type(raw);
}

/** Answers one screen after another until the result; calls `step` on each screen first. */
export async function walkThrough(
  page: Page,
  answers: Answers,
  step: (id: string) => Promise<void> = async () => {},
  how: 'mouse' | 'keyboard' = 'mouse',
): Promise<string[]> {
  const way: string[] = [];
  for (;;) {
    const id = await asked(page);
    if (id === undefined) return way;
    const raw = answers[id];
    if (raw === undefined || way.includes(id))
      throw new Error(`no answer to "${id}" after ${way.join(', ')}`);
    way.push(id);
    await step(id);
    await (how === 'mouse' ? fill : type)(page, id, raw);
    if (how === 'mouse') await page.locator('.wizard form button').click();
    else await page.keyboard.press('Enter');
    await page.waitForFunction((was) => !document.getElementById(`answer-${was}`), id);
  }
}

/** Wraps every text node in two <font> elements, as a browser's translation does. */
export const translate = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (text.data.trim() && !text.parentElement?.closest('script, style, textarea, option, font'))
        texts.push(text);
    }
    for (const text of texts) {
      const outer = document.createElement('font');
      const inner = document.createElement('font');
      text.replaceWith(outer);
      inner.textContent = `${text.data}~`;
      outer.append(inner);
    }
    return texts.length;
  });

/** Opens a wizard; afterwards the page must have made no error, no request elsewhere, and kept nothing. */
export async function withWizard(
  browser: Browser,
  url: string,
  test: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
  before: (page: Page) => Promise<unknown> = async () => {},
): Promise<void> {
  const { page, errors, foreign } = await open(browser, options);
  await before(page);
  await page.goto(url);
  await ready(page);
  await test(page);
  // A request that a test has cut off is named on the console.
  expect(errors.filter((e) => !e.includes('net::ERR_FAILED'))).toEqual([]);
  expect(foreign).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  expect(await page.context().cookies()).toEqual([]);
  await page.context().close();
}

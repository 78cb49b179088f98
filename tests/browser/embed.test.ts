/** The wizard in the page of another site: height, links, answers, without scripts, and that nothing else may be framed. */
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { heightMessage } from '../../src/islands/embed/height.ts';
import { frameSnippet } from '../../src/islands/kit/snippet.ts';
import { violations } from '../helpers/axe.ts';
import { open } from '../helpers/browser.ts';
import { type Host, hosted } from '../helpers/host.ts';
import { stage } from '../helpers/stage.ts';
import { countryRoot, examplesOf, fragment } from '../helpers/wizard.ts';

const id = 'renew-stay-card';
const example = examplesOf(countryRoot)
  .get(id)
  ?.find((e) => e.stops.length === 0);
const answers = fragment(example?.answers ?? {});
const hosts: Host[] = [];
const { browser, country } = await stage('country');
afterAll(() => {
  for (const host of hosts) host.stop();
});

/** The organisation's page with what the guide's page for organisations gives to copy. */
async function host(lang: string, hash = ''): Promise<Host> {
  const page = `${country.url}/${lang}/procedures/${id}/checklist/${hash}`;
  const address = `${country.url}/${lang}/embed/${id}/${hash}`;
  const made = await hosted(frameSnippet({ address, page, lang, title: 'Renew', guide: 'Guide' }));
  hosts.push(made);
  return made;
}

const frameOf = (page: Page) => page.frameLocator('iframe');
const heights = (page: Page) =>
  page.evaluate(() => document.querySelector('iframe')?.getBoundingClientRect().height ?? 0);

it('grows and shrinks with its content, across origins', async () => {
  const { page, errors } = await open(browser);
  await page.goto((await host('en')).url);
  await frameOf(page).locator('.wizard[data-ready]').waitFor();
  const inner = () =>
    frameOf(page)
      .locator('body')
      .evaluate((b) => Math.ceil(b.getBoundingClientRect().height));
  const settled = async (): Promise<number> => {
    await expect.poll(async () => (await heights(page)) - (await inner())).toBe(0);
    return heights(page);
  };
  const first = await settled();
  expect(first).toBeGreaterThan(200);
  expect(first).not.toBe(800);
  // The longest screen there is: the whole list.
  await page.goto('about:blank');
  await page.goto((await host('en', answers)).url);
  await frameOf(page).locator('.wizard .keep').waitFor();
  const full = await settled();
  expect(full).toBeGreaterThan(first);
  // A wider page makes it shorter again.
  await page.setViewportSize({ width: 1000, height: 740 });
  await expect.poll(settled).toBeLessThan(full);
  expect(errors).toEqual([]);
  await page.context().close();
});

it('says its height and nothing else', async () => {
  const { page } = await open(browser);
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    (globalThis as unknown as { heard: unknown[] }).heard = heard;
    addEventListener('message', (e) => heard.push(e.data));
  });
  await page.goto((await host('en', answers)).url);
  await frameOf(page).locator('.wizard .keep').waitFor();
  const heard = await page.evaluate(() => (globalThis as unknown as { heard: object[] }).heard);
  expect(heard.length).toBeGreaterThan(0);
  for (const message of heard)
    expect(message).toEqual({ type: heightMessage, height: expect.toSatisfy(Number.isInteger) });
  await page.context().close();
});

it('walks inside the frame, opens links outside of it, and keeps the answers on the way to the guide', async () => {
  const { page } = await open(browser);
  const { url } = await host('en', answers);
  await page.goto(url);
  const frame = frameOf(page);
  await frame.locator('.wizard .keep').waitFor();
  await frame.locator('.jumps a').first().click();
  await frame.locator('.back a').click();
  await frame.locator('.wizard form').waitFor();
  expect(page.url()).toBe(url);
  expect(page.context().pages().length).toBe(1);
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    frame.locator('.instead a').click(),
  ]);
  await opened.waitForLoadState();
  expect(new URL(opened.url()).pathname).toMatch(new RegExp(`/en/procedures/${id}/$`));
  expect(await opened.evaluate(() => window.opener)).toBeNull();
  const [whole] = await Promise.all([page.context().waitForEvent('page'), frame.locator('footer a').click()]);
  await whole.waitForLoadState();
  expect(whole.url()).toContain(`/en/procedures/${id}/checklist/#`);
  expect(whole.url()).toContain(answers.slice(1).split('&')[0]);
  await page.context().close();
});

it('is the full list without scripts, with a link below in case there is no frame', async () => {
  const { page } = await open(browser, { javaScriptEnabled: false });
  await page.goto((await host('ar')).url);
  await frameOf(page).locator('.without-js').waitFor();
  expect(await frameOf(page).locator('.items li').count()).toBeGreaterThan(5);
  expect(await frameOf(page).locator('html').getAttribute('dir')).toBe('rtl');
  expect(await page.locator('iframe + p a').getAttribute('href')).toContain(
    `/ar/procedures/${id}/checklist/`,
  );
  await page.context().close();
});

it.each(['light', 'dark'] as const)(
  'follows the width and the colours around it (%s)',
  async (colorScheme) => {
    const { page, errors } = await open(browser, { colorScheme, viewport: { width: 360, height: 740 } });
    await page.goto((await host('ar', answers)).url);
    const frame = frameOf(page);
    await frame.locator('.wizard .keep').waitFor();
    const paper = await frame.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor);
    expect(paper).toBe(colorScheme === 'dark' ? 'rgb(20, 25, 26)' : 'rgb(253, 252, 249)');
    expect(
      await frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth),
    ).toBeLessThanOrEqual(0);
    await page.goto(`${country.url}/ar/embed/${id}/${answers}`);
    await page.locator('.wizard .keep').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  },
);

it('may be framed; no other page may', async () => {
  const headers = async (path: string): Promise<Headers> => (await fetch(`${country.url}/${path}`)).headers;
  const framed = await headers(`en/embed/${id}/`);
  expect(framed.get('content-security-policy')).toBeNull();
  expect(framed.get('x-frame-options')).toBeNull();
  for (const path of ['', 'en/', `en/procedures/${id}/checklist/`, 'en/organisations/', `go/${id}/`]) {
    const denied = await headers(path);
    expect(denied.get('content-security-policy'), path).toBe("frame-ancestors 'none'");
    expect(denied.get('x-frame-options'), path).toBe('DENY');
  }
  const { page } = await open(browser);
  const other = await hosted(`<iframe src="${country.url}/en/procedures/${id}/checklist/"></iframe>`);
  hosts.push(other);
  await page.goto(other.url);
  await page.waitForTimeout(500);
  expect(await frameOf(page).locator('.wizard').count()).toBe(0);
  await page.context().close();
});

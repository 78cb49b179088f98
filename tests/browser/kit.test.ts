/** The page for organisations: links with answers, QR codes, messages, frames; and the short addresses they lead to. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../helpers/axe.ts';
import { open, pasted } from '../helpers/browser.ts';
import { hosted } from '../helpers/host.ts';
import { readQr } from '../helpers/qr.ts';
import { stage } from '../helpers/stage.ts';
import { asked, ready } from '../helpers/wizard.ts';

const id = 'renew-stay-card';
const { browser, country } = await stage('country');

const fold = (page: Page, name: string) => page.locator('.kit summary h3', { hasText: name }).click();

/** The page for organisations with a procedure chosen and its first two questions answered. */
async function made(page: Page, lang = 'en'): Promise<void> {
  await page.goto(`${country.url}/${lang}/organisations/`);
  await page.locator('.kit').waitFor();
  // The island is alive when a choice changes the link.
  await page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));
  await page.selectOption('#kit-what', id);
  await page.locator('#kit-known ~ p button').click();
  await page.locator('.kit details fieldset').first().waitFor({ state: 'attached' });
}

async function answerFirst(page: Page): Promise<void> {
  await page.locator('.kit details summary').first().click();
  await page.locator('.kit details').first().locator('.option label').first().click();
}

const linkText = (page: Page): Promise<string> => page.locator('.kit .copy textarea').first().inputValue();

describe('the kit', () => {
  it('makes a link with known answers, which the wizard takes', async () => {
    const { page, errors, foreign } = await open(browser);
    await made(page);
    expect(await linkText(page)).toBe(`${country.url}/en/procedures/${id}/checklist/`);
    await answerFirst(page);
    await expect.poll(() => linkText(page)).toMatch(/checklist\/#[a-z-]+=[a-z-]+$/);
    const link = await linkText(page);
    const [question] = (link.split('#')[1] as string).split('=');
    const { page: reader } = await open(browser);
    await reader.goto(link);
    await ready(reader);
    expect(await asked(reader)).not.toBe(question);
    expect(await reader.locator('.answers dd.given').count()).toBe(1);
    // Left open again, the answer goes out of the link.
    await page.locator('.kit details').first().locator('button').click();
    await expect.poll(() => linkText(page)).toBe(`${country.url}/en/procedures/${id}/checklist/`);
    expect([...errors, ...foreign]).toEqual([]);
    await page.context().close();
    await reader.context().close();
  });

  it('never puts an unusable answer into the link', async () => {
    const { page } = await open(browser);
    await made(page);
    const date = page.locator('.kit details', { has: page.locator('input.year') }).first();
    if ((await date.count()) === 0) throw new Error('no date question is open at the start');
    await date.locator('summary').click();
    await date.locator('input.day').fill('31');
    await date.locator('input.month').fill('2');
    await date.locator('input.year').fill('2027');
    await date.locator('.fault').waitFor();
    expect(await linkText(page)).not.toContain('#');
    await date.locator('input.day').fill('28');
    await expect.poll(() => linkText(page)).toContain('=2027-02-28');
    await page.context().close();
  });

  it('draws a QR code that leads to the link, and saves it as SVG and PNG', async () => {
    const { page } = await open(browser);
    await made(page);
    await answerFirst(page);
    await expect.poll(() => linkText(page)).toContain('#');
    const requests: string[] = [];
    page.on('request', (r) => requests.push(r.url()));
    await fold(page, 'QR code');
    const image = page.locator('.kit img.code');
    await image.waitFor();
    expect(requests.some((url) => /\/assets\/qr\./.test(url))).toBe(true);
    const link = await linkText(page);
    expect(await image.getAttribute('alt')).toContain(link);
    for (const [kind, button] of [
      ['svg', 0],
      ['png', 1],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.kit img.code + .actions button').nth(button).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`${id}.${kind}`);
      expect(await readQr(readFileSync(await download.path())), kind).toBe(link);
    }
    await page.context().close();
  });

  it('offers the short address for several languages, and a message with a link in each', async () => {
    const { page, errors, foreign } = await open(browser);
    await made(page);
    await page.locator('label[for=kit-ar]').click();
    expect(await linkText(page)).toBe(`${country.url}/go/${id}/`);
    await fold(page, 'Message');
    const message = await page.locator('.kit details[open] textarea').first().inputValue();
    for (const lang of ['en', 'ar'])
      expect(message).toContain(`${country.url}/${lang}/procedures/${id}/checklist/`);
    const [whatsapp, mail] = await page
      .locator('.kit details[open] a.button')
      .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href));
    expect(new URL(whatsapp as string).searchParams.get('text')).toBe(message);
    expect(whatsapp).toMatch(/^https:\/\/wa\.me\/\?text=/);
    const body = decodeURIComponent(/body=(.*)$/.exec(mail as string)?.[1] ?? '');
    expect(body.replaceAll('\r\n', '\n')).toBe(message);
    await page.locator('label[for=kit-ar]').click();
    await page.locator('label[for=kit-en]').click();
    await expect.poll(() => page.locator('.kit .fault').count()).toBe(1);
    expect(await page.locator('.kit .copy').count()).toBe(0);
    expect([...errors, ...foreign]).toEqual([]);
    await page.context().close();
  });

  it('gives a frame to copy that works as it stands, and shows it', async () => {
    const { page, errors } = await open(browser);
    await made(page);
    await answerFirst(page);
    await expect.poll(() => linkText(page)).toContain('#');
    await fold(page, 'On your website');
    const snippet = await page.locator('.kit details[open] textarea[rows="8"]').inputValue();
    await fold(page, 'Preview');
    const preview = page.locator('.kit iframe');
    await page.frameLocator('.kit iframe').locator('.wizard[data-ready]').waitFor();
    await expect.poll(async () => Number(await preview.getAttribute('height'))).not.toBe(800);
    const host = await hosted(snippet);
    const { page: other } = await open(browser);
    await other.goto(host.url);
    const frame = other.frameLocator('iframe');
    await frame.locator('.wizard[data-ready]').waitFor();
    expect(await frame.locator('.answers dd.given').count()).toBe(1);
    await expect.poll(async () => Number(await other.locator('iframe').getAttribute('height'))).not.toBe(800);
    host.stop();
    expect(errors).toEqual([]);
    await page.context().close();
    await other.context().close();
  });

  it('copies, and says so; where it may not, it selects the text', async () => {
    const { page } = await open(browser, { permissions: ['clipboard-write'] });
    await made(page);
    await page.locator('.kit .copy button').first().click();
    await page.locator('.kit .done').waitFor();
    expect(await pasted(page)).toBe(await linkText(page));
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
    });
    await page.locator('.kit .copy button').nth(1).click();
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLTextAreaElement).selectionEnd))
      .toBeGreaterThan(10);
    await page.context().close();
  });

  it.each([
    ['en', 360, 'light'],
    ['ar', 1280, 'dark'],
    ['ar', 320, 'light'],
  ] as const)(
    'is usable by everybody with all its parts open (%s, %i, %s)',
    async (lang, width, colorScheme) => {
      const { page, errors } = await open(browser, { colorScheme, viewport: { width, height: 740 } });
      await made(page, lang);
      for (let n = 0; n < 20; n++) {
        const closed = page.locator('main details:not([open]) > summary');
        if ((await closed.count()) === 0) break;
        await closed.first().click();
      }
      await page.locator('.kit img.code').waitFor();
      expect(await violations(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      const small = await page.locator('main :is(button, a, select, summary)').evaluateAll((all) =>
        all
          .filter((x) => x.checkVisibility() && !x.closest('p:not(.actions)'))
          .filter((x) => x.getBoundingClientRect().height < 43.5)
          .map((x) => x.outerHTML.slice(0, 100)),
      );
      expect(small).toEqual([]);
      expect(errors).toEqual([]);
      await page.context().close();
    },
  );

  it('is a list of links without scripts', async () => {
    const { page } = await open(browser, { javaScriptEnabled: false });
    await page.goto(`${country.url}/en/organisations/`);
    expect(await page.locator('.kit').isVisible()).toBe(false);
    await page.locator('#all ~ details summary').first().click();
    await page.locator('.all-links a').first().click();
    await page.waitForURL('**/go/*/');
    await page.locator('a[lang=ar]').click();
    await page.waitForURL('**/ar/**');
    expect(await page.locator('.without-js').isVisible()).toBe(true);
    await page.context().close();
  });
});

describe('a short address', () => {
  it('passes the answers on', async () => {
    const { page } = await open(browser);
    await page.goto(`${country.url}/go/${id}/#basis=work`);
    expect(await page.locator('a[lang=ar]').getAttribute('href')).toContain('#basis=work');
    await page.locator('a[lang=ar]').click();
    await page.waitForURL(`**/ar/procedures/${id}/checklist/#basis=work**`);
    await page.context().close();
  });

  it('leads to a topic of questions, whatever stands behind it', async () => {
    const { page } = await open(browser);
    await page.goto(`${country.url}/go/work/`);
    await page.locator('a[lang=en]').click();
    await page.waitForURL('**/en/questions/#work');
    await page.context().close();
  });

  it('has no axe violation, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, errors } = await open(browser, { colorScheme });
      await page.goto(`${country.url}/go/${id}/`);
      expect(await violations(page)).toEqual([]);
      expect(errors).toEqual([]);
      await page.context().close();
    }
  });
});

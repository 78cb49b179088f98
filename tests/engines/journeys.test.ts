/**
 * The ways of a reader through the guide in every engine: one script, three browsers. An engine that is not on this machine
 * fails with the name of the package to install. Not part of `npm test`: run `npm run test:engines`.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guideRoot } from '../../src/content/guide.ts';
import { type Content, load } from '../../src/content/load.ts';
import { resolve } from '../../src/content/resolve.ts';
import { longDate } from '../../src/i18n/format.ts';
import type { ResolvedProcedure } from '../../src/model/index.ts';
import { addDays, checklist, dayIn } from '../../src/rules/index.ts';
import { type Served, served } from '../helpers/browser.ts';
import { readPdf, squash } from '../helpers/pdf.ts';
import { sites } from '../helpers/sites.ts';
import { common, id } from '../helpers/wizard.ts';
import { chromium } from './chromium.ts';
import { type Engine, textOf, until, visible } from './engine.ts';
import { firefox } from './firefox.ts';
import { webkit } from './webkit.ts';

const content = load(guideRoot()).content as Content;
const procedure = resolve(content, content.procedures.get(id)?.data as never) as ResolvedProcedure;
const today = dayIn(content.guide.timeZone, new Date());
/** A card that ends in two months, whenever the tests run. */
const answers: Record<string, string> = { ...common, 'expires-on': addDays(today, 60) };
const wanted = checklist(procedure, answers, today);

describe.each([
  ['Chromium', chromium],
  ['Firefox', firefox],
  ['WebKit', webkit],
] as const)('%s', (_, start) => {
  let browser: Engine;
  let guide: Served;
  beforeAll(async () => {
    guide = await served(sites.guide);
    browser = await start();
    console.log(`${browser.name} is ${browser.version}`);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    guide?.stop();
  });
  const open = (path: string): Promise<void> => browser.go(`${guide.url}/${path}`);

  it('reads a page as it is meant to look', async () => {
    await open(`en/procedures/${id}/`);
    expect(await browser.js(textOf('h1'))).toContain('residence permit');
    expect(await browser.js('document.querySelectorAll("main .items li").length')).toBeGreaterThan(5);
    // Layers, nesting and logical properties are understood.
    expect(await browser.js('getComputedStyle(document.body).margin')).toBe('0px');
    expect(await browser.js('getComputedStyle(document.querySelector(".langs a")).display')).toMatch(/flex/);
    expect(await browser.js('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    // A word is explained in a popover of the browser itself.
    await browser.click('main button[popovertarget]');
    await until(browser, visible('[popover]'));
  });

  it('switches the language on the same page', async () => {
    await open(`en/procedures/${id}/`);
    await browser.click('a[data-switch][hreflang=ro]');
    await until(browser, 'document.documentElement.lang === "ro" && document.readyState === "complete"');
    expect(await browser.js('location.pathname')).toBe(`/ro/procedures/${id}/`);
    expect(await browser.js(textOf('h1'))).not.toContain('residence permit');
  });

  it('walks through the wizard by clicks to the list with its fees', async () => {
    await open(`en/procedures/${id}/checklist/`);
    await until(browser, '!!document.querySelector(".wizard[data-ready]")');
    for (const { question } of wanted.walk.path) {
      const raw = answers[question.id] as string;
      await until(browser, `!!document.getElementById("answer-${question.id}")`);
      if (question.type === 'date') {
        const [year, month, day] = raw.split('-').map(Number);
        for (const [part, value] of Object.entries({ day, month, year }))
          await browser.write(`.wizard input.${part}`, String(value));
      } else
        for (const option of raw.split(',')) await browser.click(`.wizard .option input[value="${option}"]`);
      await browser.click('.wizard form button[type=submit]');
    }
    await until(browser, '!!document.querySelector(".wizard .keep")');
    const ticks = await browser.js<string[]>(
      '[...document.querySelectorAll(".wizard [id^=tick-]")].map((x) => x.id)',
    );
    for (const { item } of wanted.documents) expect(ticks).toContain(`tick-${item.id}`);
    const shown = squash(await browser.js(textOf('.wizard')));
    expect(wanted.totals.length).toBeGreaterThan(0);
    for (const total of wanted.totals)
      expect(shown).toContain(
        squash(
          new Intl.NumberFormat('en-GB', { style: 'currency', currency: content.guide.currency }).format(
            total.amount as number,
          ),
        ),
      );
    // Its days come from the calendar of the authorities, written by this engine.
    const l = content.guide.languages.find((x) => x.code === 'en') as { locale: string };
    expect(await browser.js(textOf('.wizard .made'))).toContain(longDate(l, today));
    const days = wanted.timeLimits.flatMap((x) => x.day ?? []);
    expect(days.length).toBeGreaterThan(0);
    for (const day of days) expect(shown).toContain(squash(longDate(l, day)));
    // Back with the browser's own button, and the answer is there.
    await browser.js('void history.back()');
    await until(browser, '!!document.querySelector(".wizard .option input:checked")');
  });

  it('fills in a letter, which is written while she types', async () => {
    await open('en/letters/address-change/');
    await until(browser, '!!document.querySelector(".letter[data-ready]")');
    await browser.write('#blank-name', 'Ștefania Müller');
    await until(browser, `${textOf('.official-letter')}.includes("Ștefania Müller")`);
    expect(await browser.js('document.querySelector(".official-letter [lang]")?.lang')).toBe(
      content.guide.officialLanguage,
    );
  });

  it('prints a list without furniture', async () => {
    await open(`en/procedures/${id}/`);
    const paper = await browser.pdf();
    if (!paper) {
      // The driver of WebKit has no command for it; every other engine prints.
      expect(browser.name).toBe('WebKit');
      return;
    }
    const words = squash((await readPdf(new Uint8Array(paper))).text);
    expect(words).toContain(squash(await browser.js(textOf('h1'))));
    const first = wanted.documents[0]?.item as { official: string };
    expect(words).toContain(squash(first.official));
    expect(words).not.toContain(squash(await browser.js(textOf('.to-search'))) + squash('English'));
  });

  it('searches', async () => {
    await open('en/search/');
    await browser.write('#q', 'renew');
    await browser.click('.search-box button');
    await until(browser, 'document.querySelectorAll("#search-results a").length > 0');
    expect(await browser.js('document.querySelector("#search-results a").pathname')).toMatch(/^\/en\//);
  });

  it('keeps a language and reads it without a connection, or says that it cannot', async () => {
    await open('en/offline/');
    if (!(await browser.js('"serviceWorker" in navigator && "caches" in globalThis'))) {
      await until(browser, visible('#offline-cannot'));
      console.log(`${browser.name} has no service workers here, and says so`);
      return;
    }
    await until(browser, 'document.querySelector("#offline-form").dataset.ready === ""');
    await browser.js('navigator.serviceWorker.ready.then(() => 0)');
    await until(browser, 'navigator.serviceWorker.controller !== null');
    await browser.click('#offline-start');
    await until(browser, `${textOf('#offline-status')}.startsWith("Done")`);
    guide.stop();
    await open(`en/procedures/${id}/steps/`);
    await until(browser, visible('.kept'));
    expect(await browser.js(textOf('h1'))).not.toBe('');
  });
});

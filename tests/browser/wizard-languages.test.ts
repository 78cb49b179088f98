/** The wizard in every language: keyboard, accessibility, browser translation, paper, language switch. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../helpers/axe.ts';
import { stage } from '../helpers/stage.ts';
import {
  asked,
  common,
  fill,
  fragment,
  id,
  ready,
  translate,
  walkThrough,
  withWizard,
} from '../helpers/wizard.ts';

const languages = ['en', 'es', 'pt', 'ro'];
const all = fragment(common);
/** Answers of which one, what the visit is for, is a whole line. */
const visit = fragment({
  nationality: 'CV',
  purpose: 'visit',
  'main-country': 'portugal',
  age: 'twelve-or-older',
  free: 'none',
  'applies-in': 'own-country',
  days: '10',
  'travel-on': '2027-03-10',
});

const { browser, guide } = await stage('guide');

const address = (lang: string): string => `${guide.url}/${lang}/procedures/${id}/checklist/`;
const hash = (page: Page): Promise<string> => page.evaluate(() => location.hash);
const heading = (page: Page): Promise<string | null> => page.locator('.wizard h1').textContent();

/** Things to touch in the wizard that are lower than 44 pixels; links and words inside sentences may be. */
const smallControls = (page: Page): Promise<string[]> =>
  page
    .locator(
      '.wizard :is(button, .button, select, input[type=text], .option > label, summary, .back a, .jumps a, .change a, dt a, .contact a, .sources a, .tick-line)',
    )
    .evaluateAll((list) =>
      list
        .filter((x) => x.checkVisibility() && x.getBoundingClientRect().height < 43.5)
        // A word that opens its explanation: only where the sentence goes on around it.
        .filter(
          (x) =>
            !x.matches('button.official') ||
            (x.closest('p')?.textContent ?? '').length <= (x.textContent ?? '').length,
        )
        .map((x) => `${x.outerHTML.slice(0, 90)} is ${x.getBoundingClientRect().height} px high`),
    );

describe.each(languages)('in %s', (lang) => {
  it('goes from the first question to the list by keyboard alone', () =>
    withWizard(browser, address(lang), async (page) => {
      const titles = new Set<string>();
      let left = Number.POSITIVE_INFINITY;
      let position = 0;
      const way = await walkThrough(
        page,
        common,
        async (question) => {
          titles.add(await page.title());
          const [here = 0, most = 0] = (
            (await page.locator('.progress').textContent())?.match(/\d+/g) ?? []
          ).map(Number);
          expect(here).toBe(++position);
          expect(most).toBeLessThan(left);
          left = most;
          if (position > 1) expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
          expect(await page.locator('h1:visible').count()).toBe(1);
          if (position > 1) expect(await hash(page)).toContain(`at=${question}`);
        },
        'keyboard',
      );
      expect(way).toEqual(Object.keys(common));
      expect(titles.size).toBe(way.length);
      expect(await hash(page)).toBe(all);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      expect(await page.locator('.ticks li').count()).toBeGreaterThan(5);
      expect(await page.locator('.glance .left').textContent()).toMatch(/\d/);
      expect(await page.locator('.wizard').textContent()).not.toMatch(
        /(wizard|list|limit|evidence|notice)\.[a-z]|undefined|\{\{/,
      );
    }));

  it('lives through browser translation on every screen and on the list', () =>
    withWizard(browser, address(lang), async (page) => {
      const wrap = async (): Promise<void> => {
        expect(await translate(page)).toBeGreaterThan(3);
      };
      const way = await walkThrough(page, common, async (question) => {
        await wrap();
        await page.locator('.wizard form button').click();
        await page.waitForSelector('.fault-summary');
        expect(await page.locator('.fault-summary a').textContent()).not.toContain('~');
        await wrap();
        expect(await asked(page)).toBe(question);
      });
      expect(way).toEqual(Object.keys(common));
      await wrap();
      await page.locator('.ticks input').first().check();
      if (lang !== 'pt') {
        await page.locator('#show-official').check();
        await page.waitForSelector('.ticks .beside');
        await wrap();
        await page.locator('#show-official').uncheck();
        expect(await page.locator('.beside').count()).toBe(0);
      }
      await page.locator('.given-answers summary').click();
      await page.locator('.change a').first().click();
      expect(await asked(page)).toBe('card');
      await wrap();
      await page.goBack();
      expect(await page.locator('.ticks li').count()).toBeGreaterThan(5);
      expect(await page.locator('.ticks input').first().isChecked()).toBe(true);
    }));

  it('has no axe violation on any screen: questions, mistakes, list, official words beside it, stop', async () => {
    for (const options of [
      { rules: 'all', colorScheme: 'light', viewport: { width: 320, height: 640 } },
      { rules: 'look', colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
    ] as const)
      await withWizard(
        browser,
        address(lang),
        async (page) => {
          const found: string[] = [];
          const look = async (where: string): Promise<void> => {
            for (const v of await violations(page, options.rules))
              found.push(`${where} (${options.colorScheme}): ${v}`);
            const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            if (wide > 0) found.push(`${where}: ${wide} px too wide`);
            for (const c of await smallControls(page)) found.push(`${where}: ${c}`);
          };
          await walkThrough(page, common, async (question) => {
            // One screen of each kind of question.
            if (!['card', 'expires-on', 'changes'].includes(question)) return;
            await look(question);
            await page.locator('.wizard form button').click();
            await page.waitForSelector('.fault-summary');
            await look(`${question}, mistake`);
          });
          if (lang !== 'pt') {
            await page.locator('#show-official').click();
            await page.waitForSelector('.ticks .beside');
          }
          await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
          await look('list');
          await page.goto(`${address(lang)}#card=permanent`);
          await page.waitForSelector('.stop');
          await look('stop');
          expect(found).toEqual([]);
        },
        options,
      );
  }, 240_000);

  it('fits the common list on two sheets of paper, without furniture, with boxes to tick', () =>
    withWizard(browser, address(lang) + all, async (page) => {
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      expect(await page.locator('.wizard details:not([open])').count()).toBe(0);
      for (const gone of ['.keep', '.top', '.back', '.both', '.jumps'])
        expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
      for (const there of ['.ticks input', '.on-paper svg', '.glance', '.answers', '.totals'])
        expect(await page.locator(there).first().isVisible(), there).toBe(true);
      const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(sheets.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(2);
    }));

  it('leaves the name of an answer its room on paper, however long the answer', () =>
    withWizard(
      browser,
      `${guide.url}/${lang}/procedures/short-stay-visa/checklist/${visit}`,
      async (page) => {
        await page.emulateMedia({ media: 'print' });
        const widths = await page
          .locator('.answers dt')
          .evaluateAll((list) => list.map((x) => x.getBoundingClientRect().width));
        expect(widths.length).toBeGreaterThan(3);
        expect(Math.min(...widths)).toBeGreaterThan(80);
      },
      { viewport: { width: 718, height: 1047 } },
    ));

  it('keeps the question and the answers when the language is switched', () =>
    withWizard(browser, address(lang), async (page) => {
      const other = languages[(languages.indexOf(lang) + 1) % languages.length] as string;
      await fill(page, 'card', 'temporary');
      await page.click('.wizard form button');
      await page.waitForSelector('#answer-expires-on');
      const before = await heading(page);
      await page.click(`a[data-switch][hreflang=${other}]`);
      await page.waitForURL(`**/${other}/**`);
      await ready(page);
      expect(await asked(page)).toBe('expires-on');
      expect(await heading(page)).not.toBe(before);
      expect(await hash(page)).toBe('#card=temporary&at=expires-on');
      await page.goto(address(other) + all);
      await page.click(`a[data-switch][hreflang=${lang}]`);
      await page.waitForURL(`**/${lang}/**`);
      await ready(page);
      expect(await hash(page)).toBe(all);
      expect(await page.locator('.ticks li').count()).toBeGreaterThan(5);
    }));
});

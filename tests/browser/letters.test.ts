/** The form of a letter in a real browser: writing, using and keeping it, mistakes, keyboard, no scripts, accessibility. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../helpers/axe.ts';
import { open, pasted } from '../helpers/browser.ts';
import { type WrittenCase, writtenCases } from '../helpers/letters.ts';
import { stage } from '../helpers/stage.ts';
import { translate } from '../helpers/wizard.ts';

const id = 'address-change';
const [simple, whole] = writtenCases().filter((c) => c.id === id) as [WrittenCase, WrittenCase];

const { browser, guide, country } = await stage('guide', 'country');

const at = (lang: string, letter = id): string => `${guide.url}/${lang}/letters/${letter}/`;
const stored = (page: Page): Promise<number> =>
  page.evaluate(() => localStorage.length + sessionStorage.length);
const summary = '.fault-summary';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Opens a letter, counts requests from then on, and says afterwards that there was no error and no other host. */
async function withLetter(
  url: string,
  test: (page: Page, requests: string[]) => Promise<void>,
  options: Parameters<typeof open>[1] = {},
): Promise<void> {
  const { page, errors, foreign } = await open(browser, {
    permissions: ['clipboard-write'],
    ...options,
  });
  await page.addInitScript(() => {
    Object.assign(globalThis, { printed: 0 });
    window.print = () => {
      Object.assign(globalThis, { printed: (globalThis as never as { printed: number }).printed + 1 });
    };
  });
  await page.goto(url);
  await page.waitForSelector('.letter[data-ready]');
  const requests: string[] = [];
  page.on('request', (r) => requests.push(r.url()));
  await test(page, requests);
  expect(errors).toEqual([]);
  expect(foreign).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  await page.context().close();
}

const printed = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as never as { printed: number }).printed);

/** Fills in the blanks of a case by mouse. */
async function fill(page: Page, answers: WrittenCase['answers']): Promise<void> {
  for (const [blank, value] of Object.entries(answers)) {
    const input = page.locator(`#blank-${blank}`);
    if (Array.isArray(value)) {
      for (const [n, row] of value.entries()) {
        await input.click();
        for (const [inner, text] of Object.entries(row))
          await page.locator(`#blank-${blank}-${n}-${inner}`).fill(text);
      }
    } else if (value === 'yes') await input.check();
    else if (/^\d{4}-/.test(value) && (await page.locator(`#blank-${blank}-month`).count())) {
      const [year = '', month = '', day = ''] = value.split('-');
      await input.fill(day);
      await page.locator(`#blank-${blank}-month`).fill(month);
      await page.locator(`#blank-${blank}-year`).fill(year);
    } else {
      const kind = await input.evaluate((x) => (x as HTMLInputElement).type);
      if (kind === 'select-one') await input.selectOption(value);
      else if (kind === 'radio') await page.locator(`input[type=radio][value="${value}"]`).check();
      else await input.fill(value);
    }
  }
}

describe('writing a letter', () => {
  it.each(['en', 'es', 'pt', 'ro'])(
    'gives the letter written out by hand, from the form in %s, without a request',
    (lang) =>
      withLetter(at(lang), async (page, requests) => {
        await fill(page, whole.answers);
        await page.locator('.keep button').nth(1).click();
        await page.waitForSelector('.done');
        expect(await pasted(page)).toBe(whole.letter.trimEnd());
        await page.locator('.keep button').first().click();
        expect(await printed(page)).toBe(1);
        expect(requests).toEqual([]);
        expect(await stored(page)).toBe(0);
        // The last day follows from the day of the move: 60 days after 1 October.
        expect(await page.locator('#part-dates').locator('..').textContent()).toMatch(/30 .*2026/);
      }),
  );

  it('isolates what was typed and never runs it', () =>
    withLetter(at('en'), async (page) => {
      await page.locator('#blank-name').fill('<img src=x onerror=alert(1)> محمد');
      expect(await page.locator('.official-letter bdi').first().textContent()).toBe(
        '<img src=x onerror=alert(1)> محمد',
      );
      expect(await page.locator('.paper img').count()).toBe(0);
    }));

  it('shows the letter in its own language and direction, with the translation below on a phone', () =>
    withLetter(at('en'), async (page) => {
      expect(await page.locator('.official-letter .paper').getAttribute('lang')).toBe('pt');
      const [letter, translation] = [page.locator('.official-letter'), page.locator('.translation')];
      expect((await translation.boundingBox())?.y).toBeGreaterThan((await letter.boundingBox())?.y ?? 0);
      await translation.locator('summary').click();
      expect(await translation.locator('.paper').textContent()).toContain(
        'Subject: Notice of a change of address',
      );
    }));

  it('takes a row of a list away, and the others keep what they hold', () =>
    withLetter(at('en'), async (page) => {
      await fill(page, whole.answers);
      await button(page, 'Remove number 1').click();
      expect(await page.locator('#blank-relatives-0-relative').inputValue()).toBe('محمد علي');
      expect(await page.locator('#blank-relatives-1-relative').count()).toBe(0);
      expect(await page.locator('.official-letter').textContent()).not.toContain('Ion Popescu');
      await page.locator('#blank-relatives').click();
      expect(await page.locator('#blank-relatives-1-relative').inputValue()).toBe('');
    }));

  it('survives the translation of the browser', () =>
    withLetter(at('en'), async (page) => {
      await translate(page);
      await fill(page, whole.answers);
      await page.locator('#blank-family').uncheck();
      await button(page, 'Copy as text').count();
      expect(await page.locator('#blank-name').inputValue()).toBe('Ana Popescu');
    }));

  it('prints the letter alone', () =>
    withLetter(at('ro'), async (page) => {
      await fill(page, simple.answers);
      await page.emulateMedia({ media: 'print' });
      // biome-ignore lint/performance/useDomNodeTextContent: only what is shown counts
      const text = await page.evaluate(() => document.body.innerText.replace(/\s+/g, ' ').trim());
      expect(text).toBe(simple.letter.replace(/\s+/g, ' ').trim());
    }));
});

describe('mistakes', () => {
  it('are named in a summary that takes the focus and beside the blank, and the letter is not used', () =>
    withLetter(at('en'), async (page) => {
      await page.locator('#blank-tax-number').fill('123456788');
      await button(page, 'Print the letter').click();
      expect(await printed(page)).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('fault-summary');
      expect(await page.locator(`${summary} a`).count()).toBe(6);
      expect(await page.locator(summary).textContent()).toContain('Check this number.');
      await page.locator(`${summary} a`).first().click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('blank-name');
      expect(await page.locator('#blank-name').getAttribute('aria-invalid')).toBe('true');
      expect(await violations(page)).toEqual([]);
      await page.locator('#blank-name').fill('Ana');
      expect(await page.locator(`${summary} a`).count()).toBe(5);
      await page.locator('#blank-name').fill('');
      await fill(page, { ...simple.answers, 'tax-number': '' });
      expect(await page.locator(summary).count()).toBe(0);
      await button(page, 'Print the letter').click();
      expect(await printed(page)).toBe(1);
    }));
});

describe('what was typed', () => {
  it('is kept only while the box is ticked', () =>
    withLetter(at('en'), async (page) => {
      await fill(page, whole.answers);
      expect(await stored(page)).toBe(0);
      await page.locator('#keep-letter').check();
      expect(await stored(page)).toBe(1);
      await page.locator('#blank-place').fill('Faro');
      await page.reload();
      await page.waitForSelector('.letter[data-ready]');
      expect(await page.locator('#blank-place').inputValue()).toBe('Faro');
      expect(await page.locator('#blank-relatives-1-relative').inputValue()).toBe('محمد علي');
      expect(await page.locator('#keep-letter').isChecked()).toBe(true);
      await page.locator('#keep-letter').uncheck();
      expect(await stored(page)).toBe(0);
      expect(await page.locator('#blank-place').inputValue()).toBe('Faro');
    }));

  it('goes away as a whole', () =>
    withLetter(at('en'), async (page) => {
      await fill(page, whole.answers);
      await page.locator('#keep-letter').check();
      await page.locator('.erase summary').click();
      await button(page, 'Yes, erase everything').click();
      expect(await stored(page)).toBe(0);
      expect(await page.locator('#blank-name').inputValue()).toBe('');
      expect(await page.locator('#blank-moved-on').inputValue()).toBe('');
      expect(await page.locator('#keep-letter').isChecked()).toBe(false);
      expect(await page.locator('.official-letter').textContent()).not.toContain('Popescu');
    }));

  it('does not come back after a quick exit', () =>
    withLetter(at('en'), async (page) => {
      // From the list to the letter: leaving it quickly takes the letter's place in the history.
      await page.goto(`${guide.url}/en/letters/`);
      await page.locator(`a[href$="/letters/${id}/"]`).first().click();
      await page.waitForSelector('.letter[data-ready]');
      await page.locator('#blank-name').fill('Ana');
      const entries = await page.evaluate(() => history.length);
      await page.locator('.exit a').click();
      await page.waitForURL(`${guide.url}/en/`);
      expect(await page.evaluate(() => history.length)).toBe(entries);
      await page.goBack();
      expect(new URL(page.url()).pathname).toBe('/en/letters/');
      expect(await stored(page)).toBe(0);
    }));

  it('is ignored where the device holds something else', () =>
    withLetter(at('en'), async (page) => {
      for (const bad of [
        '{',
        '[]',
        '{"name":{"a":1}}',
        '{"name":5}',
        '{"relatives":"x","housing":"king","moved-on":"x"}',
      ]) {
        await page.evaluate((x) => localStorage.setItem('portugal/letter/address-change', x), bad);
        await page.reload();
        await page.waitForSelector('.letter[data-ready]');
        expect(await page.locator('#blank-name').inputValue()).toBe('');
      }
    }));
});

it('can be filled in and printed by keyboard alone', () =>
  withLetter(at('en'), async (page) => {
    const focus = (): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');
    for (const [blank, value] of Object.entries(simple.answers)) {
      for (let n = 0; n < 80 && (await focus()) !== `blank-${blank}`; n++) await page.keyboard.press('Tab');
      await page.keyboard.type(value as string);
    }
    for (let n = 0; n < 60; n++) {
      if ((await page.evaluate(() => document.activeElement?.textContent)) === 'Print the letter') break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    expect(await printed(page)).toBe(1);
  }));

it('without scripts shows the letter with gaps, all about it, and the blank PDF', async () => {
  const { page, errors } = await open(browser, { javaScriptEnabled: false });
  await page.goto(at('es'));
  expect(await page.locator('.needs-js').isVisible()).toBe(false);
  const text = await page.locator('.without-js').textContent();
  for (const part of [
    'Assunto: Comunicação de alteração de morada',
    'Asunto: Comunicación de cambio de dirección',
    'Cópia do passaporte',
    'geral@aima.gov.pt',
  ])
    expect(text).toContain(part);
  expect(await page.locator('a[href="/pdf/es/letter-address-change.pdf"]').isVisible()).toBe(true);
  expect(errors).toEqual([]);
  await page.context().close();
});

describe('accessibility', () => {
  it.each([
    ['light', 360],
    ['dark', 360],
    ['light', 1280],
  ] as const)('no violation in %s at %i px', async (colorScheme, width) => {
    const options = { colorScheme, viewport: { width, height: 740 } } as const;
    for (const letter of [id, 'discrimination-complaint'])
      await withLetter(
        at('pt', letter),
        async (page) => {
          expect(await violations(page)).toEqual([]);
        },
        options,
      );
    await withLetter(
      `${country.url}/en/letters/address-notice/`,
      async (page) => {
        expect(await violations(page)).toEqual([]);
      },
      options,
    );
  });

  it('fits 320 px, with targets of 44 px', () =>
    withLetter(
      at('ro', 'discrimination-complaint'),
      async (page) => {
        await page.locator('#blank-has-witnesses').check();
        await page.locator('#blank-witnesses').click();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
        const small = await page.evaluate(() =>
          [
            ...document.querySelectorAll<HTMLElement>(
              '.letter :is(button:not(.official), input, select, textarea, summary, a.button, .option)',
            ),
          ]
            .filter(
              (x) => !x.matches('.option > input, .ticks input') && x.getBoundingClientRect().height > 0,
            )
            .filter((x) => x.getBoundingClientRect().height < 44)
            .map((x) => x.outerHTML.slice(0, 100)),
        );
        expect(small).toEqual([]);
      },
      { viewport: { width: 320, height: 640 } },
    ));
});

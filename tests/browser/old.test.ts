/** Browsers that lack something: newer functions, styles, storage; and devices whose clock or zone is wrong. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { open } from '../helpers/browser.ts';
import { testDay } from '../helpers/sites.ts';
import { stage } from '../helpers/stage.ts';
import { common, fragment, id, ready, walkThrough } from '../helpers/wizard.ts';

const { browser, guide } = await stage('guide');
const at = (path: string): string => `${guide.url}/en/${path}`;
const checklist = `procedures/${id}/checklist/`;
/** Nothing that a reader should never see. */
const sane = async (page: Page): Promise<void> =>
  expect((await page.locator('main').allInnerTexts()).join()).not.toMatch(
    /undefined|NaN|Invalid Date|\[object/,
  );

/** Takes away what browsers learned after March 2022, before any script of the page runs. */
const forget = (): void => {
  const lost: [object | undefined, string[]][] = [
    [Array.prototype, ['toSorted', 'toReversed', 'toSpliced', 'with', 'findLast', 'findLastIndex']],
    [Array, ['fromAsync']],
    [String.prototype, ['isWellFormed', 'toWellFormed']],
    [Object, ['groupBy']],
    [Map, ['groupBy']],
    [Promise, ['withResolvers', 'try']],
    [Set.prototype, ['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf']],
    [URL, ['parse', 'canParse']],
    [AbortSignal, ['any', 'timeout']],
    [HTMLElement.prototype, ['popover', 'showPopover', 'hidePopover', 'togglePopover']],
    [
      HTMLButtonElement.prototype,
      ['popoverTargetElement', 'popoverTargetAction', 'command', 'commandForElement'],
    ],
    [Element.prototype, ['checkVisibility', 'setHTMLUnsafe', 'getHTML', 'ariaNotify']],
    [Document.prototype, ['startViewTransition']],
    [Navigator.prototype, ['share', 'canShare', 'clipboard', 'userAgentData', 'virtualKeyboard']],
    [Intl, ['DurationFormat', 'Segmenter', 'supportedValuesOf']],
    [
      globalThis,
      [
        'structuredClone',
        'requestIdleCallback',
        'scheduler',
        'navigation',
        'cookieStore',
        'trustedTypes',
        'Iterator',
        'reportError',
      ],
    ],
  ];
  const helpers = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
  for (const name of Object.getOwnPropertyNames(helpers)) if (name !== 'constructor') delete helpers[name];
  for (const [holder, names] of lost)
    for (const name of names) if (holder) delete (holder as Record<string, unknown>)[name];
};

describe('a browser of two to five years ago', () => {
  /** A page in which newer functions are gone, popovers are unknown attributes, and newer styles are rules that nobody knows. */
  async function old() {
    const opened = await open(browser);
    await opened.page.addInitScript(forget);
    await opened.page.route(/\/(\?.*)?$/, async (route) => {
      const response = await route.fetch();
      const html = (await response.text())
        .replace(/\spopover(target)?(?==|[\s>])/g, ' data-unknown$1')
        // A browser without trusted types knows no such directives either.
        .replace(/(require-trusted-types-for|trusted-types) [^;"]+;?/g, '');
      await route.fulfill({ response, body: html });
    });
    await opened.page.route(/\.css$/, async (route) => {
      const response = await route.fetch();
      const css = (await response.text())
        .replace(/:(has|popover-open|user-invalid|open)\b/g, ':-unknown-$1')
        .replace(/@(container|scope|starting-style)\b/g, '@-unknown-$1')
        .replace(/\b(light-dark|color-mix|anchor)\(/g, '-unknown-$1(')
        .replace(
          /\b(text-wrap|field-sizing|interpolate-size|content-visibility|position-area|anchor-name):/g,
          '-unknown-$1:',
        );
      await route.fulfill({ response, body: css });
    });
    return opened;
  }

  it('really lacks all that', async () => {
    const { page } = await old();
    await page.goto(at(`procedures/${id}/`));
    expect(
      await page.evaluate(() => [
        'structuredClone' in globalThis,
        'popover' in HTMLElement.prototype,
        'toSorted' in [],
        'map' in [].values(),
      ]),
    ).toEqual([false, false, false, false]);
    expect(await page.locator('[popover]').count()).toBe(0);
    await page.context().close();
  });

  it('reads every kind of page, with the full list and the explained words', async () => {
    const { page, errors } = await old();
    for (const path of [
      '',
      `procedures/${id}/`,
      `procedures/${id}/more/`,
      'questions/',
      'authorities/',
      'letters/',
      'glossary/',
      'offline/',
      'organisations/',
    ]) {
      await page.goto(at(path));
      expect(await page.locator('h1:visible').count(), path).toBe(1);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        path,
      ).toBeLessThanOrEqual(0);
      await sane(page);
    }
    await page.goto(at(`procedures/${id}/`));
    expect(await page.locator('main .items > li:visible').count()).toBeGreaterThan(10);
    // A word that a popover would explain is explained where it stands: at the end of the page.
    expect(await page.locator('.words').isVisible()).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('makes a list, a letter and a search', async () => {
    const { page, errors } = await old();
    await page.goto(at(checklist));
    await ready(page);
    await walkThrough(page, common);
    expect(await page.locator('.ticks li:visible').count()).toBeGreaterThan(5);
    await sane(page);
    await page.goto(at('letters/address-change/'));
    await page.waitForSelector('.letter[data-ready]');
    await page.locator('#blank-name').fill('Ana');
    expect(await page.locator('.official-letter').textContent()).toContain('Ana');
    await page.goto(at('search/?q=renew'));
    await page.waitForSelector('#search-results a');
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('a private window', () => {
  /** Without any place to keep things: gone as a whole, or there and refusing. */
  const closed = (way: 'gone' | 'refusing'): void => {
    const refuse = (): never => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(globalThis, name, { get: refuse });
    if (way === 'gone') {
      Object.defineProperty(globalThis, 'caches', { value: undefined });
      Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
    } else {
      for (const name of ['keys', 'open', 'match', 'has', 'delete'])
        Object.assign(CacheStorage.prototype, {
          [name]: () => Promise.reject(new DOMException('insecure', 'SecurityError')),
        });
      ServiceWorkerContainer.prototype.register = () =>
        Promise.reject(new DOMException('insecure', 'SecurityError'));
    }
  };

  it.each(['gone', 'refusing'] as const)(
    'whose storage is %s makes lists and letters, and says what it cannot do',
    async (way) => {
      const { page, errors } = await open(browser);
      await page.addInitScript(closed, way);
      await page.goto(at(checklist) + fragment(common));
      await ready(page);
      await page.locator('.remember input').click();
      await page.getByText('This browser does not allow it.').waitFor();
      expect(await page.locator('.remember input').isChecked()).toBe(false);
      await page.goto(at('letters/address-change/'));
      await page.waitForSelector('.letter[data-ready]');
      await page.locator('#blank-name').fill('Ana');
      await page.locator('#keep-letter').check();
      await page.getByText('This browser does not allow it.').waitFor();
      expect(await page.locator('#blank-name').inputValue()).toBe('Ana');
      await page.goto(at('offline/'));
      await page.locator('#offline-cannot').waitFor();
      expect(await page.locator('#offline-form').isVisible()).toBe(false);
      await page.goto(at('search/?q=renew'));
      await page.waitForSelector('#search-results a');
      expect(errors).toEqual([]);
      await page.context().close();
    },
  );
});

describe('a device', () => {
  /** The words of the common list, on a device in this zone whose clock shows this. */
  async function list(timezoneId: string, clock: string): Promise<string> {
    const { page, errors } = await open(browser, { timezoneId });
    await page.clock.setFixedTime(new Date(clock));
    await page.goto(at(checklist) + fragment(common));
    await ready(page);
    const text = (await page.locator('.wizard').textContent()) ?? '';
    await sane(page);
    expect(errors).toEqual([]);
    await page.context().close();
    return text;
  }

  it('shows the same list in every zone', async () => {
    // Noon of the authorities: the day before on Baker Island has begun late, the day after on Kiritimati.
    const wanted = await list('Europe/Lisbon', `${testDay}T12:00:00Z`);
    expect(wanted).toContain('22 November 2026');
    for (const zone of ['Etc/GMT+12', 'Pacific/Kiritimati'])
      expect(await list(zone, `${testDay}T12:00:00Z`), zone).toBe(wanted);
  });

  it.each(['2001-01-01', '2019-06-30', '2045-12-31'])(
    'whose clock shows %s still makes a list that says its day',
    async (day) => {
      const text = await list('UTC', `${day}T12:00:00Z`);
      const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(day),
      );
      // A reader with a wrong clock can see it.
      expect(text).toContain(words);
      expect(text.length).toBeGreaterThan(500);
    },
  );
});

describe('what was kept', () => {
  it('comes back in part where it was damaged, and says so', async () => {
    const { page, errors } = await open(browser);
    await page.goto(at(checklist));
    await ready(page);
    for (const kept of [
      '{"hash":"#card=temporary&older-question=x","ticks":[]}',
      '{"hash":"#card=tempo',
      '{"ticks":[]}',
    ]) {
      await page.evaluate(
        ([key, text]) => localStorage.setItem(key as string, text as string),
        [`guide / ${id}`, kept],
      );
      await page.goto('about:blank');
      await page.goto(at(checklist));
      await ready(page);
      await page.getByText('Some answers could not be used.').waitFor();
      expect(await page.evaluate(() => location.hash)).toBe(
        kept.includes('temporary') ? '#card=temporary' : '',
      );
    }
    await page.evaluate(
      (text) => localStorage.setItem('portugal/letter/address-change', text),
      '{"name":5,"place":"Faro"}',
    );
    await page.goto(at('letters/address-change/'));
    await page.getByText('Some of what was kept on this device could not be read.').waitFor();
    expect(await page.locator('#blank-place').inputValue()).toBe('Faro');
    expect(await page.locator('#keep-letter').isChecked()).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

/** The site in a real browser: accessibility, language switch, search, no JavaScript, printing, zoom. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { violations } from '../helpers/axe.ts';
import { launch, open, type Served, served } from '../helpers/browser.ts';
import { kinds } from '../helpers/kinds.ts';
import { sites } from '../helpers/sites.ts';

let browser: Browser;
let guide: Served;
let country: Served;
beforeAll(async () => {
  [browser, guide, country] = await Promise.all([launch(), served(sites.guide), served(sites.country)]);
});
afterAll(async () => {
  await browser?.close();
  guide?.stop();
  country?.stop();
});

const settings = [
  { colorScheme: 'light', viewport: { width: 360, height: 740 } },
  { colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
] as const;

describe.each([
  ['guide', ['en', 'es', 'pt', 'ro'], () => guide, sites.guide.dist],
  ['country', ['en', 'ar'], () => country, sites.country.dist],
] as const)('%s', (_, langs, at, dist) => {
  it.each(langs)(
    'has no axe violation on any kind of page, light and dark, phone and desktop (%s)',
    async (lang) => {
      const paths = kinds(dist, lang);
      expect(paths.length).toBeGreaterThan(9);
      const found: string[] = [];
      for (const options of settings) {
        const { page, errors, foreign } = await open(browser, options);
        for (const path of paths) {
          await page.goto(`${at().url}/${lang}/${path}`);
          for (const v of await violations(page)) found.push(`${path} (${options.colorScheme}): ${v}`);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (wide > 0) found.push(`${path}: ${wide}px too wide at ${options.viewport.width}`);
        }
        expect(errors).toEqual([]);
        expect(foreign).toEqual([]);
        await page.context().close();
      }
      expect(found).toEqual([]);
    },
  );

  it.each(langs)('switches the language on the same page and keeps the answers (%s)', async (lang) => {
    const { page } = await open(browser);
    const other = langs.find((l) => l !== lang) as string;
    // The wizard judges its answers itself; its own tests switch languages in the middle. A frame has no switch.
    for (const path of kinds(dist, lang).filter((p) => !/(checklist|start)\/$|^embed\//.test(p))) {
      await page.goto(`${at().url}/${lang}/${path}#x=1`);
      await page.click(`a[data-switch][hreflang="${other}"]`);
      await page.waitForURL(`**/${other}/${path}#x=1`);
    }
    await page.context().close();
  });
});

it('keeps text and controls at 400 % zoom, with doubled letter spacing', async () => {
  const { page } = await open(browser, { viewport: { width: 320, height: 256 } });
  for (const path of kinds(sites.guide.dist, 'ro')) {
    await page.goto(`${guide.url}/ro/${path}`);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }',
      );
      document.adoptedStyleSheets = [sheet];
    });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, path).toBeLessThanOrEqual(0);
  }
  await page.context().close();
});

it('has controls of at least 44 by 44 pixels', async () => {
  const { page } = await open(browser);
  for (const path of kinds(sites.guide.dist, 'ro')) {
    await page.goto(`${guide.url}/ro/${path}`);
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          'button:not(.official), .button, input:not([type=radio]):not([type=checkbox]), select, summary, nav a, .back a, .choices a',
        ),
      ]
        .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.matches('.skip'))
        .filter((e) => e.getBoundingClientRect().height < 43.5 || e.getBoundingClientRect().width < 43.5)
        .map(
          (e) =>
            `${e.outerHTML.slice(0, 80)} ${Math.round(e.getBoundingClientRect().width)}x${Math.round(e.getBoundingClientRect().height)}`,
        ),
    );
    expect(small, path).toEqual([]);
  }
  await page.context().close();
});

it('shifts nothing while loading', async () => {
  const { page } = await open(browser);
  for (const path of kinds(sites.guide.dist, 'en')) {
    await page.goto(`${guide.url}/en/${path}`);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const e of list.getEntries() as (PerformanceEntry & { value: number })[]) sum += e.value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(sum), 300);
        }),
    );
    expect(shift, path).toBe(0);
  }
  await page.context().close();
});

it('works without JavaScript: chooser, home, a procedure with its full list, the wizard page, search page', async () => {
  const { page } = await open(browser, { javaScriptEnabled: false });
  await page.goto(`${guide.url}/`);
  await page.click('a[hreflang="ro"]');
  await page.click('main .cards a');
  await page.waitForURL('**/ro/procedures/**');
  expect(await page.locator('.items li').count()).toBeGreaterThan(20);
  await page.click('main a.button');
  await page.waitForURL('**/checklist/');
  expect(await page.locator('.without-js').isVisible()).toBe(true);
  expect(await page.locator('.without-js .only-if').count()).toBeGreaterThan(5);
  await page.goto(`${guide.url}/ro/search/`);
  expect(await page.locator('#search-lists a').count()).toBeGreaterThan(2);
  await page.context().close();
});

it('answers a wrong address in every language', async () => {
  const { page } = await open(browser);
  const response = await page.goto(`${guide.url}/nowhere/`);
  expect(response?.status()).toBe(404);
  for (const lang of ['en', 'es', 'pt', 'ro'])
    expect(await page.locator(`section[lang=${lang}] a`).count()).toBe(2);
  await page.context().close();
});

describe('search', () => {
  /** First addresses found for a query typed by hand. */
  async function find(page: Page, lang: string, query: string): Promise<string[]> {
    if (!page.url().includes(`/${lang}/search/`)) await page.goto(`${guide.url}/${lang}/search/`);
    await page.fill('#q', query);
    await page.press('#q', 'Enter');
    // The status quotes the query only if nothing was found.
    await page.waitForFunction(() => {
      const status = document.querySelector('#search-status')?.textContent ?? '';
      return status !== '' && (/[“„]/.test(status) || document.querySelector('#search-results a'));
    });
    return page
      .locator('#search-results a')
      .evaluateAll((links) => links.map((a) => new URL((a as HTMLAnchorElement).href).pathname));
  }
  const renew = 'procedures/renew-residence-permit/';
  it.each([
    ['en', 'residence card renewal', renew],
    ['en', 'autorizacao de residencia', 'questions/what-is-a-residence-permit/'],
    ['en', 'Renovação de autorização de residência temporária', renew],
    ['es', 'renovar tarjeta de residencia', renew],
    ['es', 'renovacao', renew],
    ['pt', 'renovacao da autorizacao de residencia', renew],
    ['pt', 'AIMA', 'authorities/aima/'],
    ['pt', 'SEF', 'authorities/'],
    ['ro', 'permis de sedere', renew],
    ['ro', 'reinnoire', renew],
    ['ro', 'reînnoirea autorizației', renew],
  ])('%s: “%s” finds its page among the first five', async (lang, query, wanted) => {
    const { page, errors, foreign } = await open(browser);
    const found = await find(page, lang, query);
    expect(
      found.slice(0, 5).some((path) => path.startsWith(`/${lang}/${wanted}`)),
      found.slice(0, 5).join(' '),
    ).toBe(true);
    expect(found.every((path) => path.startsWith(`/${lang}/`))).toBe(true);
    expect([...errors, ...foreign]).toEqual([]);
    await page.context().close();
  });

  it('finds every official name of a procedure and authority, with and without accents, in every language', async () => {
    const { page } = await open(browser);
    const data = (name: string) =>
      JSON.parse(readFileSync(`${sites.guide.dist}/api/v1/${name}.json`, 'utf8')) as {
        id: string;
        official: string;
        short?: string;
      }[];
    const wanted = [
      ...data('procedures').map((p) => [p.official, `procedures/${p.id}/`]),
      ...data('authorities').map((a) => [a.official, `authorities/${a.id}/`]),
    ] as [string, string][];
    await page.goto(`${guide.url}/en/search/`);
    for (const lang of ['en', 'es', 'pt', 'ro']) {
      await page.goto(`${guide.url}/${lang}/search/`);
      const missed = await page.evaluate(
        async ([names, code]) => {
          const field = document.querySelector<HTMLInputElement>('#q');
          const status = document.querySelector('#search-status');
          const list = document.querySelector('#search-results');
          if (!field?.form || !status || !list) return ['there is no search on the page'];
          const ask = async (query: string): Promise<string[]> => {
            field.value = query;
            field.form?.requestSubmit();
            // The status quotes the query only if nothing was found.
            while (!status.textContent || !(list.children.length > 0 || /[“„]/.test(status.textContent)))
              await new Promise((done) => setTimeout(done, 5));
            return [...list.querySelectorAll('a')].slice(0, 10).map((a) => a.pathname);
          };
          const out: string[] = [];
          for (const [name, path] of names as [string, string][])
            for (const query of [name, name.normalize('NFD').replace(/\p{M}/gu, '')])
              if (!(await ask(query)).includes(`/${code}/${path}`)) out.push(`${code}: ${query} → ${path}`);
          return out;
        },
        [wanted, lang] as const,
      );
      expect(missed).toEqual([]);
    }
    await page.context().close();
  });

  it('finds what people ask among the first three for nine of ten everyday queries', async () => {
    const queries = parse(readFileSync('tests/fixtures/queries.yaml', 'utf8')) as {
      lang: string;
      query: string;
      wanted: string[];
    }[];
    expect(queries.length).toBe(200);
    const { page } = await open(browser);
    const missed: string[] = [];
    for (const lang of ['en', 'es', 'pt', 'ro']) {
      const own = queries.filter((q) => q.lang === lang);
      expect(own.length).toBe(50);
      for (const { query, wanted } of own) {
        const top = (await find(page, lang, query)).slice(0, 3);
        if (!top.some((path) => wanted.includes(path.slice(lang.length + 2))))
          missed.push(`${lang}: ${query}`);
      }
    }
    console.log(
      `Everyday queries found among the first three: ${queries.length - missed.length} of ${queries.length}`,
    );
    expect(missed.length, missed.join('; ')).toBeLessThanOrEqual(queries.length / 10);
    await page.context().close();
  });

  it('loads nothing of the index before the first query, works by keyboard and says when nothing is found', async () => {
    const { page } = await open(browser);
    const requests: string[] = [];
    page.on('request', (r) => requests.push(r.url()));
    await page.goto(`${guide.url}/en/search/`);
    await page.waitForTimeout(200);
    expect(requests.filter((u) => u.includes('/pagefind/'))).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
    await page.keyboard.type('renew card');
    await page.waitForSelector('#search-results a');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL((u) => !u.pathname.endsWith('/search/'));
    await page.goBack();
    await page.goto(`${guide.url}/en/search/?q=ђћђћђћ`);
    await page.waitForFunction(() =>
      document.querySelector('#search-status')?.textContent?.includes('ђћђћђћ'),
    );
    expect(await page.locator('#search-results li').count()).toBe(0);
    expect(await page.locator('#search-lists a').count()).toBeGreaterThan(2);
    await page.context().close();
  });

  it('shows hostile queries as text', async () => {
    const { page, errors } = await open(browser);
    await page.goto(`${guide.url}/en/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    await page.waitForFunction(() => document.querySelector('#search-status')?.textContent !== '');
    expect(await page.locator('main img').count()).toBe(0);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

it('opens folded details on paper', async () => {
  const { page } = await open(browser);
  await page.goto(`${guide.url}/en/questions/how-to-renew-my-permit/`);
  const details = page.locator('details').first();
  expect(await details.getAttribute('open')).toBeNull();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await details.getAttribute('open')).not.toBeNull();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await details.getAttribute('open')).toBeNull();
  await page.context().close();
});

/** The search in a real browser: everyday queries, official names, typing, hostile input. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { open } from '../helpers/browser.ts';
import {
  ask,
  documentNames,
  missedDocuments,
  missedQueries,
  officialNames,
  queries,
  withoutAccents,
} from '../helpers/queries.ts';
import { sites } from '../helpers/sites.ts';
import { stage } from '../helpers/stage.ts';

const { browser, guide } = await stage('guide');

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
    const names = officialNames(sites.guide.dist);
    for (const lang of ['en', 'es', 'pt', 'ro']) {
      // The page compares folded words, so one language shows that accents change nothing.
      const asked = names.flatMap(({ name, path }) =>
        [...new Set([...(lang === 'pt' ? [name] : []), withoutAccents(name)])].map((query) => ({
          query,
          path,
        })),
      );
      const found = await ask(
        page,
        guide.url,
        lang,
        asked.map((a) => a.query),
      );
      expect(
        asked.filter(({ path }, i) => !found[i]?.includes(`/${lang}/${path}`)),
        lang,
      ).toEqual([]);
    }
    await page.context().close();
  });

  it('finds a page that names each document, asked without accents, some in each language', async () => {
    const names = documentNames(sites.guide.dist);
    expect(names.length).toBeGreaterThan(200);
    const { page } = await open(browser);
    for (const [n, lang] of ['en', 'es', 'pt', 'ro'].entries()) {
      // All of them in every language are asked by `npm run bench -- search`.
      const own = names.filter((_, i) => i % 8 === n);
      const site = { url: guide.url, dist: sites.guide.dist };
      expect(await missedDocuments(page, site, lang, own), lang).toEqual([]);
    }
    await page.context().close();
  });

  it('finds what people ask among the first three for nine of ten everyday queries', async () => {
    for (const lang of ['en', 'es', 'pt', 'ro'])
      expect(queries.filter((q) => q.lang === lang).length).toBe(50);
    const { page } = await open(browser);
    const missed = await missedQueries(page, guide.url);
    console.log(
      `Everyday queries found among the first three: ${queries.length - missed.length} of ${queries.length}`,
    );
    expect(missed.length, missed.map((q) => `${q.lang}: ${q.query}`).join('; ')).toBeLessThanOrEqual(
      queries.length / 10,
    );
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

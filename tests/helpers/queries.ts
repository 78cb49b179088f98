/** Asking the search page: one question typed by a program, and the everyday queries with the pages that answer them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { parse } from 'yaml';
import { fold } from '../../src/components/fold.ts';

/** A query as people type it, and the pages (paths without language) of which one must be among the first three. */
export interface Query {
  lang: string;
  query: string;
  wanted: string[];
}
export const queries = parse(readFileSync('tests/fixtures/queries.yaml', 'utf8')) as Query[];

/** Asks the search page of a language, one query after the other; the first ten addresses found for each. */
export async function ask(page: Page, url: string, lang: string, list: string[]): Promise<string[][]> {
  await page.goto(`${url}/${lang}/search/`);
  return page.evaluate(async (all) => {
    const field = document.querySelector<HTMLInputElement>('#q');
    const [status, results] = [
      document.querySelector('#search-status'),
      document.querySelector('#search-results'),
    ];
    if (!field?.form || !status || !results) throw new Error('there is no search on the page');
    const out: string[][] = [];
    for (const query of all) {
      field.value = query;
      field.form.requestSubmit();
      // The status quotes the query only if nothing was found.
      while (!status.textContent || !(results.children.length > 0 || /[“„]/.test(status.textContent)))
        await new Promise((done) => setTimeout(done, 2));
      out.push([...results.querySelectorAll('a')].slice(0, 10).map((a) => a.pathname));
    }
    return out;
  }, list);
}

/** The everyday queries of which no wanted page is among the first three. */
export async function missedQueries(page: Page, url: string): Promise<Query[]> {
  const missed: Query[] = [];
  for (const lang of new Set(queries.map((q) => q.lang))) {
    const own = queries.filter((q) => q.lang === lang);
    const found = await ask(
      page,
      url,
      lang,
      own.map((q) => q.query),
    );
    missed.push(
      ...own.filter((q, i) =>
        found[i]?.slice(0, 3).every((path) => !q.wanted.includes(path.slice(lang.length + 2))),
      ),
    );
  }
  return missed;
}

interface Named {
  id: string;
  official: string;
}
const data = <T>(dist: string, path: string): T =>
  JSON.parse(readFileSync(join(dist, 'api/v1', path), 'utf8')) as T;

/** Official names of procedures and authorities, and the path (without language) of the page of each. */
export const officialNames = (dist: string): { name: string; path: string }[] =>
  ['procedures', 'authorities'].flatMap((kind) =>
    data<Named[]>(dist, `${kind}.json`).map(({ id, official }) => ({
      name: official,
      path: `${kind}/${id}/`,
    })),
  );

/** Official names of all documents, each once. */
export const documentNames = (dist: string): string[] => [
  ...new Set(
    readdirSync(join(dist, 'api/v1/procedures'))
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) =>
        data<{ documents: Named[] }>(dist, `procedures/${file}`).documents.map((d) => d.official),
      ),
  ),
];

export const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** The names of documents for which none of the first ten pages found says the name; asked without accents. */
export async function missedDocuments(
  page: Page,
  site: { url: string; dist: string },
  lang: string,
  names: string[],
): Promise<string[]> {
  const found = await ask(page, site.url, lang, names.map(withoutAccents));
  const says = (path: string, name: string): boolean =>
    fold(readFileSync(join(site.dist, path, 'index.html'), 'utf8').replaceAll('&quot;', '"')).includes(
      fold(name),
    );
  return names.filter((name, i) => !found[i]?.some((path) => says(path, name)));
}

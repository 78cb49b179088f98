/** The built files: budgets, links, languages, security, determinism. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf, pagesOf } from '../helpers/built.ts';
import { brokenLinks, leading, linksOf, pdfsOf, unsoundLinks } from '../helpers/checks/links.ts';
import {
  foreignLoads,
  hasForm,
  heavyForms,
  heavyPages,
  heavyStyles,
  loosePolicies,
  mutePictures,
  unlisted,
  unnamedPages,
} from '../helpers/checks/pages.ts';
import { sites } from '../helpers/sites.ts';

describe.each([sites.guide, sites.country])('$name', (site) => {
  it('has pages, some with a wizard or form', () => {
    expect(pagesOf(site.dist).length).toBeGreaterThan(20);
    expect(pagesOf(site.dist).filter(hasForm).length).toBeGreaterThan(0);
  });

  it('keeps pages without a wizard or form within 14 KB brotli for HTML, CSS and JavaScript together', () =>
    expect(heavyPages(site)).toEqual([]));

  it('keeps the JavaScript of pages with a wizard or form within 90 KB brotli', () =>
    expect(heavyForms(site)).toEqual([]));

  it('keeps all CSS within 8 KB brotli', () => expect(heavyStyles(site)).toEqual([]));

  describe('leads', () => {
    const pages = linksOf(site, leading(site));
    const pdfs = linksOf(site, pdfsOf(site));

    it('from pages, feeds, calendars and sitemaps to places inside that are there', () => {
      expect(pages.links.length).toBeGreaterThan(1000);
      expect(brokenLinks(site, pages)).toEqual([]);
    });

    it('from every PDF to places of the guide that are there', () => {
      expect(pdfs.links.filter((l) => l.url.origin === site.origin).length).toBeGreaterThan(10);
      expect(brokenLinks(site, pdfs)).toEqual([]);
    });

    it('elsewhere by https alone, with nothing that follows readers', () => {
      const outside = pages.links.filter((l) => l.url.origin !== site.origin);
      expect(outside.length).toBeGreaterThan(10);
      expect(unsoundLinks(site, pages)).toEqual([]);
      expect(unsoundLinks(site, pdfs)).toEqual([]);
      // The open data lists them all, but for the licence, which stands in the code.
      const read = (file: string) => JSON.parse(readFileSync(join(site.dist, 'api/v1', file), 'utf8'));
      const listed = new Set([
        read('index.json').licence,
        ...read('links.json').map((x: { url: string }) => x.url),
      ]);
      const secure = outside.filter((l) => l.url.protocol === 'https:' && l.file.endsWith('.html'));
      expect(secure.map((l) => l.href).filter((href) => !listed.has(href))).toEqual([]);
    });
  });

  it('names every language of every page, in both directions', () => expect(unnamedPages(site)).toEqual([]));

  it('has a policy without unsafe sources on every page, whose hashes cover every inline script', () =>
    expect(loosePolicies(site)).toEqual([]));

  it('loads nothing from another host', () => expect(foreignLoads(site)).toEqual([]));

  it('has an alternative text for every picture, or says that it is none', () =>
    expect(mutePictures(site)).toEqual([]));

  it('lists its pages in a sitemap', () => expect(unlisted(site)).toEqual([]));
});

it('two builds of one commit on one day are byte-identical, PDFs and search index included', () => {
  const [a, b] = [filesOf(sites.country.dist), filesOf(sites.again.dist)];
  expect(b).toEqual(a);
  const differing = a.filter(
    (f) => !readFileSync(join(sites.country.dist, f)).equals(readFileSync(join(sites.again.dist, f))),
  );
  expect(differing).toEqual([]);
});

it('no code names the country or its language', () => {
  const files = [...filesOf('src'), ...filesOf('locales').map((f) => `../locales/${f}`)].map((f) =>
    join('src', f),
  );
  const naming = files.filter((f) => /portug|Lisbo|Papéis/i.test(readFileSync(f, 'utf8')));
  expect(naming).toEqual([]);
});

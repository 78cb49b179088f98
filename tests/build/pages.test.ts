/** The built files: budgets, links, languages, security, determinism. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assetsOf, brotliBytes, brotliUpTo, filesOf, pagesOf } from '../helpers/built.ts';
import { sites } from '../helpers/sites.ts';

const read = (dist: string, file: string): string => readFileSync(join(dist, file), 'utf8');
const isLetter = (page: string): boolean => /\/letters\/[^/]+\/index\.html$/.test(page);
const isWizard = (page: string): boolean =>
  (/\/(checklist|start)\/index\.html$/.test(page) && !page.startsWith('go/')) ||
  page.includes('/embed/') ||
  isLetter(page);
/** Pages with a form or a tool: they may weigh as much as a wizard. */
const hasForm = (page: string): boolean => isWizard(page) || page.endsWith('/organisations/index.html');
const links = (html: string): string[] =>
  [...html.matchAll(/\s(?:href|src)="([^"]+)"/g)].map((m) =>
    (m[1] as string).replaceAll('&#38;', '&').replaceAll('&amp;', '&'),
  );

for (const site of [sites.guide, sites.country]) {
  const pages = pagesOf(site.dist);
  const prefix = site.base.replace(/\/$/, '');
  describe(site.name, () => {
    it('has pages', () => expect(pages.length).toBeGreaterThan(20));

    it('keeps pages without a wizard or form within 14 KB brotli for HTML, CSS and JavaScript together', () => {
      const heavy = pages
        .filter((p) => !hasForm(p))
        .map((p) => {
          const files = [p, ...assetsOf(site.dist, site.base, read(site.dist, p))].map((f) =>
            join(site.dist, f),
          );
          return { p, bytes: brotliUpTo(14 * 1024, files) };
        })
        .filter((x) => x.bytes > 14 * 1024);
      expect(heavy).toEqual([]);
    });

    it('keeps the JavaScript of pages with a wizard or form within 90 KB brotli', () => {
      const wizards = pages.filter(hasForm);
      expect(wizards.length).toBeGreaterThan(0);
      for (const p of wizards) {
        const scripts = assetsOf(site.dist, site.base, read(site.dist, p)).filter((a) => a.endsWith('.js'));
        expect(scripts.length).toBeGreaterThan(2);
        const bytes = scripts.reduce((n, a) => n + brotliBytes(join(site.dist, a)), 0);
        expect(bytes, p).toBeLessThanOrEqual(90 * 1024);
      }
    });

    it('keeps all CSS within 8 KB brotli', () => {
      const css = filesOf(site.dist).filter((f) => f.endsWith('.css') && !f.startsWith('pagefind/'));
      expect(css.reduce((n, f) => n + brotliBytes(join(site.dist, f)), 0)).toBeLessThanOrEqual(8 * 1024);
    });

    it('has no broken internal link, anchor, script, style or image', () => {
      const broken: string[] = [];
      const ids = new Map<string, Set<string>>();
      const idsOf = (file: string): Set<string> => {
        let set = ids.get(file);
        if (!set) {
          set = new Set([...read(site.dist, file).matchAll(/\sid="([^"]+)"/g)].map((m) => m[1] as string));
          ids.set(file, set);
        }
        return set;
      };
      for (const page of pages)
        for (const link of links(read(site.dist, page))) {
          const url = new URL(link, `${site.origin}${prefix}/${page.replace(/index\.html$/, '')}`);
          if (url.origin !== site.origin) continue;
          if (!url.pathname.startsWith(`${prefix}/`)) {
            broken.push(`${page}: ${link} leaves the base path`);
            continue;
          }
          const path = decodeURIComponent(url.pathname.slice(prefix.length + 1));
          const file = path.endsWith('/') || path === '' ? `${path}index.html` : path;
          // The social card is a picture for other sites, made with the icons.
          if (!existsSync(join(site.dist, file))) broken.push(`${page}: ${link}`);
          else if (
            url.hash &&
            file.endsWith('.html') &&
            !isWizard(file) &&
            !idsOf(file).has(decodeURIComponent(url.hash.slice(1)))
          )
            broken.push(`${page}: ${link} (no such place)`);
        }
      expect(broken).toEqual([]);
    });

    it('names every language of every page, in both directions', () => {
      for (const page of pages.filter((p) => p.includes('/'))) {
        const html = read(site.dist, page);
        if (html.includes('http-equiv="refresh"') || page.startsWith('go/')) continue;
        const alternates = [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)];
        const own = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
        expect(own, page).toBe(`${site.origin}${prefix}/${page.replace(/index\.html$/, '')}`);
        expect(
          alternates.map((m) => m[2]),
          page,
        ).toContain(own);
        for (const [, , href] of alternates) {
          const file = `${new URL(href as string).pathname.slice(prefix.length + 1)}index.html`;
          expect(existsSync(join(site.dist, file)), `${page} → ${href}`).toBe(true);
        }
        expect(html, page).toMatch(/<title>[^<]{3,}<\/title>/);
        expect(html, page).toMatch(/<meta name="description" content="[^"]{10,}"/);
        expect(html, page).toMatch(/<html lang="[a-z]{2}" dir="(ltr|rtl)"/);
        // A wizard page has two, of which style shows one: with scripts or without.
        expect(html.match(/<h1[\s>]/g)?.length, page).toBe(isWizard(page) && !isLetter(page) ? 2 : 1);
      }
    });

    it('has a policy without unsafe sources on every page, whose hashes cover every inline script', () => {
      for (const page of pages) {
        const html = read(site.dist, page);
        const policy = /<meta http-equiv="content-security-policy" content="([^"]+)"/
          .exec(html)?.[1]
          ?.replaceAll('&#39;', "'");
        expect(policy, page).toBeDefined();
        expect(policy, page).not.toMatch(/unsafe-(inline|eval|hashes)|https?:|\*/);
        const inline = [...html.matchAll(/<(script|style)(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/\1>/g)].filter(
          (m) => !/application\/(ld\+)?json/.test(m[2] as string),
        );
        for (const m of inline) {
          const hash = createHash('sha256')
            .update(m[3] as string)
            .digest('base64');
          expect(policy, `${page}: ${m[3]?.slice(0, 60)}`).toContain(`'sha256-${hash}'`);
        }
        expect(html, page).not.toMatch(/\son[a-z]+="|\sstyle="|javascript:/);
      }
    });

    it('loads nothing from another host', () => {
      for (const page of pages) {
        const html = read(site.dist, page);
        for (const m of html.matchAll(
          /<(?:script|img|iframe|source|video|audio|embed|object)[^>]+(?:src|data)="([^"]+)"|<link[^>]+rel="(?:stylesheet|preload|modulepreload|icon)"[^>]+href="([^"]+)"/g,
        )) {
          const url = new URL((m[1] ?? m[2]) as string, site.origin);
          expect(url.origin, page).toBe(site.origin);
        }
      }
    });

    it('lists its pages in a sitemap', () => {
      const map = filesOf(site.dist)
        .filter((f) => /^sitemap-\d+\.xml$/.test(f))
        .map((f) => read(site.dist, f))
        .join('');
      const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map((m) => m[1]);
      for (const page of pages.filter(
        (p) => p.includes('/') && !p.startsWith('go/') && !p.includes('/embed/'),
      ))
        expect(listed, page).toContain(`${site.origin}${prefix}/${page.replace(/index\.html$/, '')}`);
      expect(map).toContain('hreflang=');
    });
  });
}

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

/**
 * Addresses that others rely on: on posters, in links, in programs. This list only grows. Who renames or removes a page
 * sees it here, before people stand before a dead link.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../helpers/built.ts';
import { sites } from '../helpers/sites.ts';

const languages = ['en', 'es', 'pt', 'ro'];
/** Once for the whole guide. */
const general = `/ /404.html /robots.txt /sitemap-index.xml /go/start/ /pdf/poster-start.pdf /pdf/card-start.pdf
  /api/v1/index.json /api/v1/openapi.json /api/v1/cpsv-ap.jsonld /api/v1/procedures.json /api/v1/questions.json
  /api/v1/fees.json /api/v1/fees.csv /api/v1/amounts.json /api/v1/time-limits.json /api/v1/time-limits.csv
  /api/v1/notices.json /api/v1/sources.json /api/v1/authorities.json /api/v1/glossary.json /api/v1/coverage.json
  /api/v1/changes.json /api/v1/freshness.json /api/v1/links.json`;
/** In each language. */
const perLanguage = `/{lang}/ /{lang}/start/ /{lang}/procedures/ /{lang}/questions/ /{lang}/authorities/ /{lang}/search/
  /{lang}/sources/ /{lang}/glossary/ /{lang}/changes/ /{lang}/changes.xml /{lang}/calendar.ics /{lang}/about/
  /{lang}/organisations/ /{lang}/embed/start/ /pdf/{lang}/start.pdf /pdf/{lang}/poster-start.pdf
  /pdf/{lang}/card-start.pdf /pdf/{lang}/report-form.pdf`;
/** For each procedure. */
const perProcedure = `/go/{id}/ /pdf/poster-{id}.pdf /pdf/card-{id}.pdf /api/v1/procedures/{id}.json`;
/** For each procedure in each language. */
const perBoth = `/{lang}/procedures/{id}/ /{lang}/procedures/{id}/checklist/ /{lang}/procedures/{id}/steps/
  /{lang}/procedures/{id}/more/ /{lang}/embed/{id}/ /pdf/{lang}/{id}.pdf /pdf/{lang}/poster-{id}.pdf
  /pdf/{lang}/card-{id}.pdf /api/v1/procedures/{lang}/{id}.json /api/v1/wizard/{lang}/{id}.json`;
/** Procedures that were published. Where one is renamed, its old address must lead on. */
const procedures = `challenge-a-decision child-born-in-portugal declare-entry enter-portugal equality-status
  eu-citizen-registration eu-family-card eu-long-term-resident extend-stay family-reunion first-residence-permit
  health-number legal-aid nationality-born-in-portugal nationality-by-adoption nationality-by-descent
  nationality-by-marriage nationality-by-residence nationality-give-up-or-regain nationality-minor-child
  nationality-which-way permanent-residence-permit portuguese-course renew-residence-permit replace-residence-card
  report-changes report-discrimination residence-permit-without-visa residence-visa school-enrolment see-my-data
  short-stay-visa social-security-number tax-number temporary-stay-visa voluntary-return`;

const words = (text: string): string[] => text.trim().split(/\s+/);
const there = (path: string): boolean =>
  existsSync(join(sites.guide.dist, path.endsWith('/') ? `${path}index.html` : path));

it('keeps every address that others rely on', () => {
  const each = (paths: string, langs: string[], ids: string[]): string[] =>
    words(paths).flatMap((path) =>
      langs.flatMap((lang) => ids.map((id) => path.replaceAll('{lang}', lang).replaceAll('{id}', id))),
    );
  const all = [
    ...words(general),
    ...each(perLanguage, languages, ['']),
    ...each(perProcedure, [''], words(procedures)),
    ...each(perBoth, languages, words(procedures)),
  ];
  expect(all.length).toBeGreaterThan(1500);
  expect(all.filter((path) => !there(path))).toEqual([]);
});

it('has every procedure in this list', () => {
  const ids = readdirSync('content/procedures');
  expect(ids.filter((id) => !words(procedures).includes(id))).toEqual([]);
});

describe.each([sites.guide, sites.country])('$name', ({ dist, origin, base }) => {
  const root = `${origin}${base.replace(/\/$/, '')}`;

  it('has a short address for everything, not to be found by search engines, with titles in every language', () => {
    const langs = readdirSync(dist).filter(
      (d) => /^[a-z]{2}$/.test(d) && existsSync(join(dist, d, 'index.html')),
    );
    const pages = filesOf(join(dist, 'go'));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) {
      const html = readFileSync(join(dist, 'go', page), 'utf8');
      expect(html, page).toContain('<meta name="robots" content="noindex"');
      expect(html, page).toContain(
        `<link rel="canonical" href="${root}/go/${page.replace('index.html', '')}"`,
      );
      expect(html, page).not.toContain('data-pagefind-body');
      for (const lang of langs) {
        const link = new RegExp(
          `<a href="([^"]+)" lang="${lang}" hreflang="${lang}" dir="(ltr|rtl)"[^>]*>\\s*<strong>[^<]+`,
        ).exec(html);
        expect(link?.[1]?.startsWith(`${base.replace(/\/$/, '')}/${lang}/`), `${page} ${lang}`).toBe(true);
      }
    }
    const map = filesOf(dist)
      .filter((f) => /^sitemap.*\.xml$/.test(f))
      .map((f) => readFileSync(join(dist, f), 'utf8'))
      .join('');
    expect(map).not.toMatch(/\/(go|embed)\//);
  });

  it('has a feed for each procedure whose rules changed, and only for those', () => {
    const changes = JSON.parse(readFileSync(join(dist, 'api/v1/changes.json'), 'utf8')) as {
      procedures: string[];
    }[];
    const changed = new Set(changes.flatMap((c) => c.procedures));
    for (const id of readdirSync(join(dist, 'api/v1/procedures')).filter((f) => f.endsWith('.json'))) {
      const name = id.replace('.json', '');
      const file = join(dist, `en/procedures/${name}/changes.xml`);
      expect(existsSync(file), name).toBe(changed.has(name));
      if (!changed.has(name)) continue;
      const items = readFileSync(file, 'utf8').match(/<item>/g)?.length;
      expect(items, name).toBe(changes.filter((c) => c.procedures.includes(name)).length);
    }
  });

  it('has a calendar of coming days that programs can read', () => {
    const file = readFileSync(join(dist, 'en/calendar.ics'), 'utf8');
    expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(file).toMatch(/END:VCALENDAR\r\n$/);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
    const days = [...file.matchAll(/DTSTART;VALUE=DATE:(\d{8})/g)].map((m) => m[1] as string);
    expect(days.length).toBeGreaterThan(0);
    expect(days).toEqual([...days].sort());
    for (const day of days) expect(day > '20261122', day).toBe(true);
    const ids = [...file.matchAll(/\r\nUID:(.+)/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

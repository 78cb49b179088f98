/** Do the checks of built pages see what they are for? Faults are planted in a copy of a built guide, and each is caught. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { brokenLinks, leading, linksOf, outsideFault, unsoundLinks } from '../helpers/checks/links.ts';
import {
  foreignLoads,
  heavyForms,
  heavyPages,
  loosePolicies,
  mutePictures,
} from '../helpers/checks/pages.ts';
import { temporary } from '../helpers/fixture.ts';
import { sites, type TestSite } from '../helpers/sites.ts';

const page = 'en/procedures/renew-stay-card/index.html';
const wizard = 'en/procedures/renew-stay-card/checklist/index.html';
const site: TestSite = { ...sites.country, dist: join(temporary, 'planted') };
cpSync(sites.country.dist, site.dist, {
  recursive: true,
  filter: (f) => !/\/(pdf|pagefind|social)$/.test(f),
});
// Files that are left out are not what these tests are about; links to them are.
afterAll(() => rmSync(site.dist, { recursive: true, force: true }));

/** What a check says after something was put at the end of a page's main part; the page is as before afterwards. */
function after(check: (site: TestSite) => string[], html: string, file = page): string[] {
  const path = join(site.dist, file);
  const before = readFileSync(path, 'utf8');
  const at = before.lastIndexOf('</main>');
  if (at < 0) throw new Error(`${file} has no main part`);
  writeFileSync(path, before.slice(0, at) + html + before.slice(at));
  try {
    return check(site);
  } finally {
    writeFileSync(path, before);
  }
}
const broken = (s: TestSite): string[] => brokenLinks(s, linksOf(s, leading(s)));
const unsound = (s: TestSite): string[] => unsoundLinks(s, linksOf(s, leading(s)));
/** Letters in no order, so that no compression helps. */
const noise = (bytes: number): string => {
  let seed = 1;
  return Array.from({ length: bytes }, () => {
    seed = (seed * 48271) % 2147483647;
    return String.fromCharCode(97 + (seed % 26));
  }).join('');
};

it.each<[string, (s: TestSite) => string[], string, RegExp, string?]>([
  [
    'a picture without an alternative text',
    mutePictures,
    '<img src="/help/papers/icon.svg" width="9">',
    /<img>/,
  ],
  ['a drawing without one', mutePictures, '<p><svg viewBox="0 0 1 1"><path d="M0 0"/></svg></p>', /<svg>/],
  ['a frame without a title', mutePictures, '<iframe src="/help/papers/en/"></iframe>', /<iframe>/],
  [
    'a script from another host',
    foreignLoads,
    '<script src="https://cdn.example/x.js"></script>',
    /<script> loads https:\/\/cdn/,
  ],
  [
    'a script from the same host by another protocol',
    foreignLoads,
    "<script async src='http://country.test/x.js'></script>",
    /http:/,
  ],
  [
    'a style from another host',
    foreignLoads,
    '<link href="//fonts.example/a.css" rel="stylesheet">',
    /fonts\.example/,
  ],
  [
    'a connection opened ahead',
    foreignLoads,
    '<link rel=preconnect href=https://stats.example>',
    /stats\.example/,
  ],
  ['an inline script', loosePolicies, '<script>track()</script>', /does not know: track\(\)/],
  ['a script in an attribute', loosePolicies, '<b onclick="track()">x</b>', /onclick/],
  ['a page too heavy', heavyPages, `<p>${noise(30 * 1024)}</p>`, /at most 14336/],
  ['a link to no page', broken, '<a href="/help/papers/en/nowhere/">x</a>', /en\/nowhere\/$/],
  ['a link to no place', broken, '<a href="../#nowhere">x</a>', /no such place/],
  ['a link above the base path', broken, '<a href="/en/">x</a>', /leaves the base path/],
  ['a form that goes nowhere', broken, '<form action="gone/"></form>', /gone\/$/],
  ['a picture that is not there', broken, '<img alt="" srcset="a.png 1x, b.png 2x">', /a\.png$/],
  ['an address that is none', broken, '<a href="https://[x">x</a>', /is no address/],
  [
    'a link that follows readers',
    unsound,
    '<a href="https://a.example.org/?id=1&amp;utm_source=guide">x</a>',
    /utm_source/,
  ],
  ['a link without encryption', unsound, '<a href="http://a.example.org/">x</a>', /not https:/],
])('%s is caught', (_, check, html, said, file = page) => {
  const before = new Set(check(site));
  const found = after(check, html, file).filter((f) => !before.has(f));
  // Of two pictures that are missing both are named.
  expect(found.length).toBe(html.includes('2x') ? 2 : 1);
  expect(found[0]).toMatch(said);
  expect(found[0]).toContain(file);
});

it('a wizard whose scripts are too heavy, or gone, is caught', () => {
  const script = join(site.dist, 'assets/planted.js');
  writeFileSync(script, `export const x = "${noise(90 * 1024)}";`);
  expect(heavyForms(site)).toEqual([]);
  const found = after(
    heavyForms,
    '<script type="module" src="/help/papers/assets/planted.js"></script>',
    wizard,
  );
  rmSync(script);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/renew-stay-card\/checklist.* at most 92160/);
});

it.each([
  ['https://www.example.org/a/b?x=1#y', undefined],
  ['tel:+351123456789', undefined],
  ['mailto:a@example.org', undefined],
  ['ftp://example.org/', /not https/],
  ['https://localhost/', /odd host/],
  ['https://192.0.2.1/', /odd host/],
  ['https://user@example.org/', /name/],
  ['https://example.org:8443/', /port/],
  ['https://example.org/?fbclid=1', /fbclid/],
  ['https://example.org/a b', /characters/],
  ['mailto:nobody', /e-mail/],
  ['tel:none', /telephone/],
])('judges %s', (href, fault) => {
  const said = outsideFault(href);
  if (fault) expect(said).toMatch(fault);
  else expect(said).toBeUndefined();
});

/** What the built files say about security: the policy of each page, who is asked, where to report a weakness. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textEndings } from '../../src/outputs/types.ts';
import { filesOf, pagesOf } from '../helpers/built.ts';
import { inlineCode, policyOf } from '../helpers/checks/html.ts';
import { sites, testDay } from '../helpers/sites.ts';

const read = (dist: string, file: string): string => readFileSync(join(dist, file), 'utf8');

/** The policy's directives but for the hashes, which are returned beside them. */
function partsOf(html: string): { directives: string[]; hashes: string[] } {
  const policy = policyOf(html) ?? '';
  return {
    directives: policy
      .split(';')
      .map((d) => d.replace(/ 'sha256-[^']+'/g, '').trim())
      .filter(Boolean),
    hashes: [...policy.matchAll(/'sha256-([^']+)'/g)].map((m) => m[1] as string).sort(),
  };
}

const everywhere = [
  "default-src 'none'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  "script-src 'self'",
  "style-src 'self'",
];
/** What a page allows beyond the rest: the search a worker, the page for organisations its own preview in a frame. */
const more = (page: string): string[] => {
  if (page.endsWith('/search/index.html')) return ['trusted-types guide default'];
  if (page.endsWith('/organisations/index.html')) return ['trusted-types guide', "frame-src 'self'"];
  return ['trusted-types guide'];
};

for (const site of [sites.guide, sites.country]) {
  describe(site.name, () => {
    it('has one strict policy on every page, with hashes of what stands there and no others', () => {
      for (const page of pagesOf(site.dist)) {
        const html = read(site.dist, page);
        const { directives, hashes } = partsOf(html);
        expect(directives.sort(), page).toEqual([...everywhere, ...more(page)].sort());
        const inline = inlineCode(html).map((x) => x.hash);
        expect(
          hashes.filter((h) => !inline.includes(h)),
          page,
        ).toEqual([]);
        // A policy counts from where it stands, so nothing that runs may stand before it.
        expect(html.indexOf('content-security-policy'), page).toBeLessThan(
          html.search(/<(script|link|style)/),
        );
      }
    });

    it('names itself by SITE_URL and BASE_PATH in every file', () => {
      const root = `${site.origin}${site.base.replace(/\/$/, '')}/`;
      const wrong: string[] = [];
      let found = 0;
      // Scripts make addresses of parts; what phones keep are the same pages and scripts again.
      const texts = filesOf(site.dist).filter(
        (f) => textEndings.includes(extname(f)) && !f.endsWith('.js') && !f.startsWith('offline/'),
      );
      for (const file of texts) {
        const text = read(site.dist, file);
        if (text.includes('http://localhost')) wrong.push(`${file}: localhost`);
        for (const [address] of text.matchAll(new RegExp(`${site.origin}[^\\s"'<>)\\\\,;]*`, 'g'))) {
          found++;
          if (!`${address}/`.startsWith(root)) wrong.push(`${file}: ${address}`);
        }
      }
      expect(found).toBeGreaterThan(500);
      expect(wrong).toEqual([]);
    });

    it('says where weaknesses are reported (RFC 9116)', () => {
      const root = `${site.origin}${site.base.replace(/\/$/, '')}`;
      const fields = read(site.dist, '.well-known/security.txt')
        .trim()
        .split('\n')
        .map((line) => /^([A-Z][A-Za-z-]+): (\S.*)$/.exec(line)?.slice(1) as [string, string]);
      const all = (name: string): string[] => fields.filter(([n]) => n === name).map(([, value]) => value);
      expect(all('Contact').length).toBeGreaterThan(0);
      for (const contact of all('Contact')) expect(contact).toMatch(/^(https:|mailto:)/);
      expect(all('Expires')).toEqual([`${Number(testDay.slice(0, 4)) + 1}${testDay.slice(4)}T00:00:00Z`]);
      expect(all('Canonical')).toEqual([`${root}/.well-known/security.txt`]);
      expect(all('Preferred-Languages')).toHaveLength(1);
      // Where it leads into the guide there is a file.
      for (const url of [...all('Contact'), ...all('Policy')].filter((u) => u.startsWith(`${root}/`))) {
        const path = url.slice(root.length + 1);
        expect(read(site.dist, path.endsWith('/') ? `${path}index.html` : path).length).toBeGreaterThan(100);
      }
    });
  });
}

/** What a phone keeps: every page of a language once, whole, within its weight; and the documents of the guide. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OfflineList, OfflinePart } from '../../src/outputs/offline.ts';
import { brotliUpTo, filesOf } from '../helpers/built.ts';
import { sites } from '../helpers/sites.ts';

for (const site of [sites.guide, sites.country]) {
  const files = filesOf(site.dist);
  const langs = files.flatMap((f) => /^offline\/([a-z]+)\.json$/.exec(f)?.[1] ?? []);
  describe.each(langs)(`${site.name}, %s`, (lang) => {
    const list = JSON.parse(readFileSync(join(site.dist, 'offline', `${lang}.json`), 'utf8')) as OfflineList;
    const read = list.parts.map(
      (p) => JSON.parse(readFileSync(join(site.dist, p.path), 'utf8')) as OfflinePart,
    );

    it('holds every page of the language as it stands on the site, once, but for the frames', () => {
      const paths = read.flatMap((p) => Object.keys(p));
      expect(new Set(paths).size).toBe(paths.length);
      for (const page of files.filter((f) => f.startsWith(`${lang}/`) && !f.startsWith(`${lang}/embed/`)))
        expect(paths).toContain(page);
      for (const part of read)
        for (const [path, [, content, base64]] of Object.entries(part))
          expect(
            Buffer.compare(
              Buffer.from(content, base64 ? 'base64' : 'utf8'),
              readFileSync(join(site.dist, path)),
            ),
            path,
          ).toBe(0);
    });

    it('names the true hash of every file, and every PDF', () => {
      for (const f of [...list.parts, ...list.pdfs])
        expect(
          createHash('sha256')
            .update(readFileSync(join(site.dist, f.path)))
            .digest('hex'),
        ).toBe(f.hash);
      expect(list.pdfs.map((f) => f.path)).toEqual(files.filter((f) => f.startsWith(`pdf/${lang}/`)));
    });

    it('weighs at most 3 MB without PDFs, the booklet at most 4 MB', () => {
      const bytes = brotliUpTo(
        3e6,
        list.parts.map((p) => join(site.dist, p.path)),
      );
      expect(bytes).toBeLessThanOrEqual(3e6);
      expect(statSync(join(site.dist, `pdf/${lang}/guide.pdf`)).size).toBeLessThanOrEqual(4 * 1024 * 1024);
    });
  });
}

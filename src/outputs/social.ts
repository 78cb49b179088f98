/** The pictures of the guide: the card that is shown beside a shared link, and the icon of a home screen. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Site } from '../content/guide.ts';
import { pick } from '../content/pick.ts';
import { compileSvg } from './pdf/engine.ts';
import { pdfLang } from './pdf/frame.ts';

/** Size of a card in pixels, as social networks want it. */
export const cardSize = { width: 1200, height: 630 };

const mark = (): string => readFileSync(join(process.cwd(), 'public', 'icon.svg'), 'utf8');

/** The card of a language as PNG; the same bytes for the same words. Throws if a letter has no font. */
export function socialCard(site: Site, lang: string): Promise<Buffer> {
  const l = site.language(lang);
  const { name, tagline } = pick(site.content.guideText, lang);
  const data = {
    lang: pdfLang(l.locale, l.dir),
    mark: mark(),
    name,
    tagline,
    promise: l.t('home.promise'),
    languages: site.languages.map((x) => ({ ...pdfLang(x.locale, x.dir), name: x.name })),
  };
  return sharp(Buffer.from(compileSvg('social', data, lang)))
    .png({ palette: true, effort: 10 })
    .toBuffer();
}

/** The mark on paper, without transparent edges, as phones want it: a square of so many pixels. */
export const touchIcon = (side: number): Promise<Buffer> => {
  const own = Math.round(side * 0.73);
  const before = Math.floor((side - own) / 2);
  const after = side - own - before;
  return sharp(Buffer.from(mark()), { density: 72 * (own / 32) })
    .resize(own, own)
    .extend({ top: before, bottom: after, left: before, right: after, background: '#fdfcf9' })
    .flatten({ background: '#fdfcf9' })
    .png()
    .toBuffer();
};

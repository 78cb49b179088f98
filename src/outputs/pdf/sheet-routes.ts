/** Routes of posters and cards: in one language, and in all of them on one sheet. */
import type { APIRoute } from 'astro';
import { absolute } from '../../components/url.ts';
import { getSite } from '../../content/guide.ts';
import { shorts } from '../../content/short.ts';
import { compilePdf } from './engine.ts';
import { type SheetKind, sheetPdf } from './sheet.ts';

/** Ids of everything that a sheet can lead to. */
export const sheetIds = (): string[] => shorts(getSite()).map((short) => short.id);

/** The route of one kind of sheet: with `lang` among its parameters in that language, without it in all. */
export const sheetRoute =
  (kind: SheetKind): APIRoute =>
  ({ params }) => {
    const site = getSite();
    const short = shorts(site).find((x) => x.id === params.id);
    if (!short) throw new Error(`there is no ${kind} of "${params.id}"`);
    const langs = params.lang ? [params.lang] : site.languages.map((l) => l.code);
    const data = sheetPdf(site, kind, short, langs, absolute('/'));
    const pdf = compilePdf('sheet', data, `${params.lang ?? 'all'}/${kind}-${short.id}`);
    return new Response(pdf.slice().buffer, { headers: { 'content-type': 'application/pdf' } });
  };

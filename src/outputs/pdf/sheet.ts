/** One sheet with a QR code, to hang up or to hand out, as data for `sheet.typ`. Pure. */
import { checkedWords, type Site } from '../../content/guide.ts';
import type { Short } from '../../content/short.ts';
import { qrSvg } from '../qr.ts';
import { type Frame, frame, type PdfLang, pdfLang } from './frame.ts';

/** Formats by what they are for. */
export const papers = { poster: 'a4', card: 'a6' } as const;
export type SheetKind = keyof typeof papers;

export interface SheetPdf extends Frame {
  paper: (typeof papers)[SheetKind];
  /** Short address of the page, and its QR code as SVG. */
  page: string;
  qr: string;
  /** Alternative text of the code. */
  alt: string;
  /** What the sheet says, once in each of its languages. */
  blocks: {
    lang: PdfLang;
    title: string;
    summary: string;
    scan: string;
    /** Left out where there are several languages: there is no room. */
    promise: string | null;
    checked: string;
  }[];
}

/**
 * The data of a sheet.
 * @param langs its languages, at least one; the first is the document's
 * @param address full address of the guide's root, such as https://guide.example/
 * @throws on a language that does not exist
 */
export function sheetPdf(
  site: Site,
  kind: SheetKind,
  short: Short,
  langs: string[],
  address: string,
): SheetPdf {
  const [first = site.content.guide.sourceLanguage] = langs;
  const { t } = site.language(first);
  const page = `${address.replace(/\/$/, '')}/go/${short.id}/`;
  const title = t(kind === 'poster' ? 'poster.kind' : 'poster.cardKind', { title: short.title(first) });
  return {
    ...frame(site, first, {
      title,
      description: short.summary(first),
      keywords: [],
      checkedOn: short.checkedOn,
      address,
      size: kind === 'poster' ? 16 : 9,
    }),
    paper: papers[kind],
    page,
    qr: qrSvg(page),
    alt: t('pdf.qr', { title: short.title(first) }),
    blocks: langs.map((lang) => {
      const l = site.language(lang);
      return {
        lang: pdfLang(l.locale, l.dir),
        title: short.title(lang),
        summary: short.summary(lang),
        scan: l.t('poster.scan'),
        promise: langs.length > 1 ? null : l.t('home.promise'),
        checked: checkedWords(l, short.checkedOn),
      };
    }),
  };
}

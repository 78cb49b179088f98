/** What every PDF of the guide needs besides its content: language, day, running lines, shared words. */
import { checkedWords, type Language, type Site } from '../../content/guide.ts';
import { longDate } from '../../i18n/format.ts';
import type { Day } from '../../model/index.ts';
import { qrSvg } from '../qr.ts';

/** A language as the PDF engine wants it. */
export interface PdfLang {
  code: string;
  /** Two-letter country, or null where the locale has none. */
  region: string | null;
  dir: 'ltr' | 'rtl';
  /** Written in Latin letters: then any other letter is a mistake and fails. */
  latin: boolean;
}

export interface Frame {
  title: string;
  /** The guide's name. */
  author: string;
  description: string;
  keywords: string[];
  /** Year, month and day of the guide: the document's date. */
  day: [number, number, number];
  lang: PdfLang;
  /** Language of the official names. */
  official: PdfLang;
  /** Body type in points; from 15 on the page is laid out in one column. */
  size: number;
  /** Address of the guide, without a slash at the end; links inside the guide follow it. */
  base: string;
  foot: { checked: string; made: string };
  words: { page: string; unsure: string; confirm: string };
}

export interface FrameSource {
  title: string;
  description: string;
  keywords: string[];
  checkedOn: Day;
  /** Full address of the guide's root. */
  address: string;
  /** Body type in points. */
  size?: number;
}

/** A frame and the head of the first page, with the way to the page on the web. */
export interface Sheet extends Frame {
  tagline: string | null;
  disclaimer: string;
  names: { official: string | null };
  /** Address of the page on the web, and its QR code as SVG. */
  page: string;
  qr: string;
}

/** A language tag split as Typst takes it. */
export function pdfLang(locale: string, dir: 'ltr' | 'rtl' = 'ltr'): PdfLang {
  const { language, region } = new Intl.Locale(locale);
  const { script = 'Latn' } = new Intl.Locale(locale).maximize();
  return {
    code: language,
    region: region && /^[A-Z]{2}$/.test(region) ? region : null,
    dir,
    latin: script === 'Latn',
  };
}

/** Language of the guide's official names. */
export function officialLang(site: Site): PdfLang {
  const { officialLanguage, country, languages } = site.content.guide;
  const known = languages.find((l) => l.code === officialLanguage);
  return pdfLang(known?.locale ?? `${officialLanguage}-${country}`, known?.dir);
}

/** The frame of a document in a language. Throws on a language that the guide does not have. */
export function frame(site: Site, lang: string, x: FrameSource): Frame {
  const l: Language = site.language(lang);
  const { t } = l;
  const [year, month, day] = site.day.split('-').map(Number) as [number, number, number];
  return {
    title: x.title,
    author: site.content.guideText[lang]?.name ?? site.content.guide.id,
    description: x.description,
    keywords: x.keywords,
    day: [year, month, day],
    lang: pdfLang(l.locale, l.dir),
    official: officialLang(site),
    size: x.size ?? 10.5,
    base: x.address.replace(/\/$/, ''),
    foot: {
      checked: checkedWords(l, x.checkedOn),
      made: t('pdf.made', { date: longDate(l, site.day) }),
    },
    words: {
      // The template knows the numbers, so it fills in what stands in braces.
      page: t('pdf.page', { page: '{page}', pages: '{pages}' }),
      unsure: t('pdf.unsure'),
      confirm: t('pdf.confirm'),
    },
  };
}

/**
 * The frame of a document that stands for a page.
 * @param page address of the page below the guide's root, such as /en/authorities/x/
 * @param official its official name, if it has one
 */
export function sheet(
  site: Site,
  lang: string,
  x: FrameSource & { page: string; official: string | null },
): Sheet {
  const shared = frame(site, lang, x);
  const page = shared.base + x.page;
  const text = site.content.guideText[lang];
  return {
    ...shared,
    tagline: text?.tagline ?? null,
    disclaimer: text?.disclaimer ?? '',
    names: { official: x.official },
    page,
    qr: qrSvg(page),
  };
}

/** A blank letter as data for `letter.typ`: answers to write down, the letter with gaps, and what goes with it. Pure. */
import type { Site } from '../../content/guide.ts';
import { letterKit } from '../../content/letter-kit.ts';
import { wordsOf } from '../../content/letters.ts';
import { pick } from '../../content/pick.ts';
import { contactHref } from '../../i18n/contact.ts';
import { view as viewOf } from '../../i18n/view.ts';
import { compose, type Gap, type Paragraph } from '../../letters/compose.ts';
import type { FieldWords, LetterField, Rich } from '../../model/index.ts';
import { qrSvg } from '../qr.ts';
import { type Frame, frame } from './frame.ts';

/** One blank on the sheet of answers. */
export interface PdfBlank {
  /** In the language of the letter. */
  official: string;
  /** In the reader's language. */
  own: string;
  /** Room to write, or options to tick. */
  room: Gap | 'tick' | 'rows';
  options: { official: string; own: string }[];
  /** Blanks of a list's row, and how many rows there is room for. */
  rows: number;
  blanks: PdfBlank[];
}

interface PdfEntry {
  name: string;
  more: string;
  condition: string | null;
  note: Rich;
  weak: boolean;
}

export interface LetterPdf extends Frame {
  disclaimer: string;
  /** The letter's title in the official language; null where the document is in it. */
  officialTitle: string | null;
  page: string;
  qr: string;
  forWhom: Rich;
  requires: string[];
  blanks: PdfBlank[];
  letter: Paragraph[];
  /** The translation, empty in the official language. */
  translation: Paragraph[];
  sections: { title: string; items: PdfEntry[] }[];
  words: Frame['words'] & Record<string, string>;
}

const rooms: Partial<Record<LetterField['type'], PdfBlank['room']>> = {
  long: 'lines',
  name: 'medium',
  text: 'medium',
  address: 'medium',
  email: 'medium',
  checkbox: 'tick',
  choice: 'tick',
  several: 'tick',
  list: 'rows',
};

function blank(field: LetterField, official: FieldWords | undefined, own: FieldWords | undefined): PdfBlank {
  return {
    official: official?.label ?? field.id,
    own: own?.label ?? field.id,
    room: rooms[field.type] ?? 'short',
    options:
      'options' in field
        ? field.options.map((o) => ({
            official: official?.options?.[o]?.label ?? o,
            own: own?.options?.[o]?.label ?? o,
          }))
        : [],
    rows: field.type === 'list' ? Math.min(2, field.rows) : 0,
    blanks:
      field.type === 'list'
        ? field.fields.map((f) => blank(f, official?.fields?.[f.id], own?.fields?.[f.id]))
        : [],
  };
}

/**
 * The data of a blank letter.
 * @param address full address of the guide's root, such as https://guide.example/
 * @throws on a language or letter that does not exist
 */
export function letterPdf(site: Site, lang: string, id: string, address: string): LetterPdf {
  const entry = site.content.letters.get(id);
  const letter = site.letters.get(id);
  if (!entry || !letter) throw new Error(`no letter "${id}"`);
  const own = site.content.guide.officialLanguage;
  const official = site.language(own);
  const kit = letterKit(site, lang, id);
  const { t, text } = kit;
  const v = viewOf(kit, {}, site.day);
  const words = wordsOf(site.content, entry, lang);
  const officialWords = wordsOf(site.content, entry, own);
  const page = `${address.replace(/\/$/, '')}/${lang}/letters/${id}/`;
  const shared = frame(site, lang, {
    title: text.title,
    description: text.summary,
    keywords: text.keywords,
    checkedOn: entry.data.checkedOn,
    address,
  });
  const item = (
    x: { name: string; condition?: string | undefined; note?: Rich | undefined; proof?: { weak: boolean } },
    more = '',
  ): PdfEntry => ({
    name: x.name,
    more,
    condition: x.condition === undefined ? null : t('list.onlyIf', { condition: x.condition }),
    note: x.note ?? [],
    weak: x.proof?.weak ?? false,
  });
  const contact = (c: { kind: string; value: string } | undefined): string =>
    c
      ? contactHref(c.kind, c.value)?.startsWith('https://')
        ? c.value.replace(/^https:\/\/|\/$/g, '')
        : c.value
      : '';
  return {
    ...shared,
    disclaimer: site.content.guideText[lang]?.disclaimer ?? '',
    officialTitle: own === lang ? null : pick(entry.text, own).title,
    page,
    qr: qrSvg(page),
    forWhom: text.forWhom,
    requires: entry.data.requires.map((r) => pick(pick(entry.text, lang).requires, r.id)),
    blanks: letter.fields.map((f) => blank(f, officialWords.fields[f.id], words.fields[f.id])),
    letter: compose(letter, officialWords, undefined, official, site.day),
    translation: own === lang ? [] : compose(letter, words, undefined, kit.l, site.day),
    sections: [
      {
        title: t('list.documents'),
        items: v.groups.flatMap((g) => g.items.map((x) => item(x, [x.official, ...x.forms].join(' · ')))),
      },
      {
        title: t('list.where'),
        items: v.channels.map((x) =>
          item(x, [x.authority.official, contact(x.contact)].filter(Boolean).join(' · ')),
        ),
      },
      {
        title: t('list.fees'),
        items: v.fees.map((x) =>
          item(x, x.prices.map((p) => (p.label ? `${p.label}: ${p.text}` : p.text)).join('; ')),
        ),
      },
      {
        title: t('list.limits'),
        items: v.limits.map((x) => ({
          ...item(x, t('pdf.rule', { kind: t(`limit.kind.${x.kind}`), rule: x.rule })),
          note: [...(x.note ?? []), ...(x.missed ?? [])],
        })),
      },
      ...[...new Set(v.notes.map((x) => x.kindLabel))].map((title) => ({
        title,
        items: v.notes.filter((x) => x.kindLabel === title).map((x) => item({ ...x, note: x.body })),
      })),
    ].filter((s) => s.items.length > 0),
    words: {
      ...shared.words,
      how: t('letter.sheet.how'),
      steps: t('letter.sheet.steps'),
      online: t('letter.sheet.online'),
      answers: t('letter.sheet.answers'),
      letter: t('letter.sheet.letter'),
      translation: t('letter.translation'),
      requires: t('letter.requires'),
      qr: t('pdf.qr', { title: text.title }),
    },
  };
}

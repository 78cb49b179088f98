/** The contact sheet of an authority as data for `authority.typ`. Pure: the same guide and address give the same data. */
import type { Site } from '../../content/guide.ts';
import { pick } from '../../content/pick.ts';
import { contactHref } from '../../i18n/contact.ts';
import type { Rich } from '../../model/index.ts';
import { type Frame, type Sheet, sheet } from './frame.ts';
import {
  type Grounds,
  grounds,
  item,
  type PdfItem,
  type PdfSource,
  proof,
  restsOn,
  scribe,
  sources,
  type Target,
  target,
} from './scribe.ts';

export interface AuthorityPdf extends Sheet {
  summary: string;
  does: Rich[];
  doesNot: Rich[];
  contacts: (PdfItem & { value: string; href: string | null })[];
  complaints: Rich;
  procedures: Target[];
  /** Bodies whose work it took over, in the country's language. */
  replaces: string;
  basis: Grounds;
  sources: PdfSource[];
  words: Frame['words'] & Record<string, string>;
}

/**
 * The data of an authority's PDF.
 * @param address full address of the guide's root, such as https://guide.example/
 * @param size body type in points; 18 for large print
 * @throws on a language or authority that does not exist
 */
export function authorityPdf(
  site: Site,
  lang: string,
  id: string,
  address: string,
  size?: number,
): AuthorityPdf {
  const { t } = site.language(lang);
  const entry = site.content.authorities.get(id);
  if (!entry) throw new Error(`no authority "${id}"`);
  const { data } = entry;
  const text = pick(entry.text, lang);
  const rich = (x: string): Rich => site.rich(lang, x);
  const s = scribe(site, lang, address, [data, ...data.contacts].flatMap(restsOn), data.checkedOn);
  const read = sources(s);
  const shared = sheet(site, lang, {
    title: text.name,
    description: text.summary,
    keywords: text.keywords,
    checkedOn: data.checkedOn,
    address,
    page: `/${lang}/authorities/${id}/`,
    official: data.short ? `${data.official} (${data.short})` : data.official,
    ...(size && { size }),
  });
  return {
    ...shared,
    summary: text.summary,
    does: text.does.map(rich),
    doesNot: text.doesNot.map(rich),
    contacts: data.contacts.map((c) => {
      const words = pick(text.contacts, c.id);
      return {
        ...item(s, {
          name: words.name,
          note: words.note ? rich(words.note) : undefined,
          proof: proof(s, { ...c, checkedOn: c.checkedOn ?? data.checkedOn }),
        }),
        value: c.value,
        href: contactHref(c.kind, c.value) ?? null,
      };
    }),
    complaints: text.complaints ? rich(text.complaints) : [],
    procedures: [...site.content.procedures.values()]
      .filter((p) => p.data.authority === id)
      .map((p) => target(s, { id: p.id, title: pick(p.text, lang).title })),
    replaces: data.replaces.join(', '),
    basis: grounds(s, proof(s, data)),
    sources: read.list,
    words: {
      ...shared.words,
      online: t('pdf.online'),
      qr: t('pdf.qr', { title: text.name }),
      official: t('procedure.officialName'),
      does: t('authority.does'),
      doesNot: t('authority.doesNot'),
      contacts: t('authority.contacts'),
      complaints: t('authority.complaints'),
      procedures: t('authority.procedures'),
      replaces: t('authority.replaces'),
      sources: t('sources.list'),
      read: read.read,
    },
  };
}

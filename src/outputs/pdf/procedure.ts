/** The full list of one procedure as data for `procedure.typ`. Pure: the same guide and address give the same data. */
import { noteKinds } from '../../components/notes.ts';
import { checkedWords, type Site } from '../../content/guide.ts';
import { kit as kitOf } from '../../content/kit.ts';
import { pick } from '../../content/pick.ts';
import { contactHref } from '../../i18n/contact.ts';
import { longDate, type T } from '../../i18n/format.ts';
import { citeLaw, type Kit, type Proof, type View, type ViewFee, view as viewOf } from '../../i18n/view.ts';
import type { Channel, Day, Evidence, Rich, Source } from '../../model/index.ts';
import { qrSvg } from '../qr.ts';
import { type Frame, frame, type PdfLang, pdfLang } from './frame.ts';

/** What an entry rests on. */
export interface Grounds {
  /** Articles, as they are cited. */
  law: string[];
  /** Numbers in the list of sources. */
  refs: number[];
  /** Grade D: the reader must confirm it. */
  weak: boolean;
  /** "Checked on …", where it differs from the day of the whole procedure. */
  checked: string | null;
}

export interface PdfItem extends Grounds {
  name: string;
  /** "Only if: …" */
  condition: string | null;
  note: Rich;
}

export interface PdfFee extends PdfItem {
  /** That it is paid once for each, where the number is an answer. */
  each: string | null;
  /** One text for each channel of the table, or a single one for all of them. */
  prices: string[];
  /** The prices in one line, channels named. */
  price: string;
}

/** Another procedure to go to. */
export interface Target {
  title: string;
  href: string;
}

export interface PdfSource {
  number: number;
  lang: PdfLang;
  title: string;
  /** An act of law: its title begins with how it is cited. */
  act: boolean;
  /** Day of the source, and when it was read if that is not the usual day. */
  dates: string;
}

export interface ProcedurePdf extends Frame {
  tagline: string | null;
  disclaimer: string;
  names: { official: string };
  /** Address of the procedure's page, and its QR code as SVG. */
  page: string;
  qr: string;
  forWhom: Rich;
  notForWhom: Rich;
  use: string[];
  notices: (PdfItem & { reported: Rich })[];
  groups: { title: string | null; items: (PdfItem & { official: string; facts: string })[] }[];
  /** The fee table: one column for each way to pay; extras stand apart. */
  fees: {
    channels: string[];
    rows: PdfFee[];
    totals: string[];
    tables: string[];
    extras: PdfFee[];
  };
  limits: (PdfItem & { rule: string; missed: Rich; own: string | null })[];
  /** Sums to prove, and what they come to where that needs no answer. */
  amounts: (PdfItem & { sum: string })[];
  /** Steps under their headings; the numbers run on. */
  steps: { title: string | null; items: (PdfItem & { to: Target | null })[] }[];
  /** Where to go: authorities, each with its ways in. */
  places: {
    authority: string;
    official: string;
    items: (PdfItem & {
      kind: string;
      contact: { name: string; value: string; href: string | null } | null;
    })[];
  }[];
  notes: { title: string; items: PdfItem[] }[];
  stops: (PdfItem & { to: Target | null })[];
  /** What the procedure as a whole rests on. */
  basis: Grounds;
  sources: PdfSource[];
  words: Frame['words'] & Record<string, string>;
}

/** Numbers of the sources and the words that every entry shares. */
interface Scribe {
  site: Site;
  lang: string;
  kit: Kit;
  t: T;
  numbers: Map<string, number>;
}

function grounds(s: Scribe, proof: Proof | undefined): Grounds {
  if (!proof) return { law: [], refs: [], weak: false, checked: null };
  return {
    law: proof.law,
    refs: [...new Set(proof.sources.flatMap((id) => s.numbers.get(id) ?? []))].sort((a, b) => a - b),
    weak: proof.weak,
    checked:
      proof.checkedOn === s.kit.procedure.checkedOn
        ? null
        : checkedWords(s.site.language(s.lang), proof.checkedOn),
  };
}

/** The same for what is no entry of a list: a notice, the procedure as a whole. */
const proof = (s: Scribe, e: Evidence & { checkedOn: Day }): Proof => ({
  weak: e.grade === 'D',
  grade: e.grade,
  checkedOn: e.checkedOn,
  law: (e.law ?? []).map((ref) =>
    citeLaw({ sources: Object.fromEntries(s.site.content.sources), citation: s.kit.citation }, ref),
  ),
  sources: e.sources,
});

interface Entry {
  name: string;
  note?: Rich | undefined;
  body?: Rich | undefined;
  condition?: string | undefined;
  proof?: Proof | undefined;
}

const item = (s: Scribe, x: Entry): PdfItem => ({
  name: x.name,
  condition: x.condition === undefined ? null : s.t('list.onlyIf', { condition: x.condition }),
  note: x.body ?? x.note ?? [],
  ...grounds(s, x.proof),
});

const fee = (s: Scribe, x: ViewFee, columns: { channel: Channel }[]): PdfFee => ({
  ...item(s, x),
  each: x.count === undefined ? s.t('pdf.each') : null,
  // A price without a label holds for every column; a dash stands where a channel doesn't charge it.
  prices:
    x.prices[0]?.label === ''
      ? x.prices.map((p) => p.text)
      : columns.map((c) => x.prices.find((p) => p.channel === c.channel)?.text ?? '–'),
  price: x.prices.map((p) => (p.label ? `${p.label}: ${p.text}` : p.text)).join('; '),
});

function fees(s: Scribe, v: View): ProcedurePdf['fees'] {
  const tables = new Map<string, string[]>();
  for (const total of v.totals)
    if (total.table) tables.set(total.table, [...(tables.get(total.table) ?? []), total.label]);
  const rows = v.fees.filter((x) => !x.extra);
  const labelled = rows.flatMap((x) => x.prices).filter((p) => p.label !== '');
  const all = labelled.length > 0 ? labelled : rows.flatMap((x) => x.prices);
  const columns = [...new Map(all.map((p) => [p.channel, p])).values()].slice(0, labelled.length > 0 ? 9 : 1);
  return {
    channels: columns.map((c) => c.label || s.t('pdf.price')),
    rows: rows.map((x) => fee(s, x, columns)),
    // With every line under a condition there is no sum to tell before the questions are answered.
    totals: v.totals.every((x) => x.text === s.t('value.unknown'))
      ? []
      : columns.map((c) => {
          const total = v.totals.find((x) => x.channel === c.channel);
          return !total ? '–' : total.atLeast ? s.t('pdf.atLeast', { amount: total.text }) : total.text;
        }),
    // One date says it for all channels; else each date names its channels.
    tables: [...tables].map(([date, channels]) =>
      tables.size === 1 ? date : `${channels.join(', ')}: ${date}`,
    ),
    extras: v.fees.filter((x) => x.extra).map((x) => fee(s, x, [])),
  };
}

/** Sources in the order of their numbers. The day on which most were read is said once, not beside each. */
function sources(s: Scribe): { list: PdfSource[]; read: string } {
  const l = s.site.language(s.lang);
  const all = [...s.numbers].map(([id, number]) => ({ x: s.site.content.sources.get(id) as Source, number }));
  const days = all.map(({ x }) => x.seenOn);
  const count = (d: Day): number => days.filter((other) => other === d).length;
  const usual = days.reduce((a, b) => (count(b) > count(a) ? b : a), days[0] as Day);
  const seen = (day: Day): string => s.t('sources.seen', { date: longDate(l, day) });
  return {
    read: s.t('pdf.read', { date: longDate(l, usual) }),
    list: all.map(({ x, number }) => ({
      number,
      lang: pdfLang(x.lang),
      title: x.citation && !x.title.startsWith(x.citation) ? `${x.citation}. ${x.title}` : x.title,
      act: x.citation !== undefined,
      dates: [
        x.date && day(s, x.date),
        x.notSeen ? s.t('sources.notSeen') : x.seenOn === usual ? undefined : seen(x.seenOn),
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  };
}

/** The day of a source: a full date in words, a year or month as it is written. */
const day = (s: Scribe, date: string): string =>
  date.length === 10 ? longDate(s.site.language(s.lang), date as Day) : date;

/**
 * The data of a procedure's PDF.
 * @param address full address of the guide's root, such as https://guide.example/
 * @param size body type in points; 18 for large print
 * @throws on a language or procedure that does not exist
 */
export function procedurePdf(
  site: Site,
  lang: string,
  id: string,
  address: string,
  size?: number,
): ProcedurePdf {
  const kit = kitOf(site, lang, id);
  const { t, text, procedure } = kit;
  const v = viewOf(kit, {}, site.day);
  const root = address.replace(/\/$/, '');
  const open = site.notices({ procedure: id, facts: Object.keys(procedure.facts) });
  const ids = [...new Set([...Object.keys(kit.sources), ...open.flatMap((n) => n.data.sources)])];
  const s: Scribe = { site, lang, kit, t, numbers: new Map(ids.map((x, i) => [x, i + 1])) };
  const shared = frame(site, lang, {
    title: v.title,
    description: text.summary,
    keywords: text.keywords,
    checkedOn: procedure.checkedOn,
    address,
    ...(size && { size }),
  });
  const read = sources(s);
  const target = (to: { id: string; title: string }): Target => ({
    title: to.title,
    href: `${root}/${lang}/procedures/${to.id}/`,
  });
  const page = `${root}/${lang}/${id === site.content.finder?.id ? id : `procedures/${id}`}/`;
  return {
    ...shared,
    tagline: site.content.guideText[lang]?.tagline ?? null,
    disclaimer: site.content.guideText[lang]?.disclaimer ?? '',
    names: { official: v.official },
    page,
    qr: qrSvg(page),
    forWhom: text.forWhom,
    notForWhom: text.notForWhom ?? [],
    use: ['tick', 'cases', 'official', 'unsure', 'numbers'].map((key) => t(`pdf.how.${key}`)),
    notices: open.map((n) => {
      const words = pick(n.text, lang);
      return {
        ...item(s, { name: words.title, note: site.rich(lang, words.meanwhile), proof: proof(s, n.data) }),
        reported: site.rich(lang, words.reported),
      };
    }),
    groups: v.groups.map((g) => ({
      title: g.title ?? null,
      items: g.items.map((x) => ({
        ...item(s, x),
        official: x.official,
        facts: [...x.forms, ...(x.validity ? [x.validity] : [])].join(' · '),
      })),
    })),
    fees: fees(s, v),
    limits: v.limits.map((x) => ({
      ...item(s, x),
      rule: t('pdf.rule', { kind: t(`limit.kind.${x.kind}`), rule: x.rule }),
      missed: x.missed ?? [],
      own: x.kind === 'authority' ? null : t('pdf.ownDate'),
    })),
    amounts: v.amounts.map((x) => ({ ...item(s, x), sum: x.text ?? t('pdf.depends') })),
    steps: [...new Set(v.steps.map((x) => x.group))].map((group) => ({
      title: group ?? null,
      items: v.steps
        .filter((x) => x.group === group)
        .map((x) => ({ ...item(s, x), to: x.to ? target(x.to) : null })),
    })),
    places: [...new Set(v.channels.map((x) => x.authority))].map((a) => ({
      authority: a.name,
      official: a.short ? `${a.official} (${a.short})` : a.official,
      items: v.channels
        .filter((x) => x.authority === a)
        .map((x) => ({
          ...item(s, x),
          kind: x.kindLabel,
          contact: x.contact
            ? { ...x.contact, href: contactHref(x.contact.kind, x.contact.value) ?? null }
            : null,
        })),
    })),
    notes: noteKinds
      .map((kind) => ({
        title: t(`note.${kind}`),
        items: v.notes.filter((x) => x.kind === kind).map((x) => item(s, x)),
      }))
      .filter((group) => group.items.length > 0),
    stops: v.stops.map((x) => ({
      ...item(s, x),
      to: x.to ? target(x.to) : null,
    })),
    basis: grounds(s, proof(s, procedure)),
    sources: read.list,
    words: {
      ...shared.words,
      official: t('procedure.officialName'),
      forWhom: t('procedure.forWhom'),
      notForWhom: t('procedure.notForWhom'),
      use: t('pdf.how.title'),
      shorter: t('pdf.how.shorter'),
      qr: t('pdf.qr', { title: v.title }),
      notice: t('notice.title'),
      meanwhile: t('notice.meanwhile'),
      documents: t('list.documents'),
      fees: t('list.fees'),
      feeFor: t('pdf.feeFor'),
      price: t('pdf.price'),
      addUp: t('pdf.addUp'),
      total: t('list.total'),
      extras: t('pdf.extras'),
      amounts: t('pdf.amounts'),
      limits: t('list.limits'),
      missed: t('list.missed'),
      steps: t('list.steps'),
      where: t('list.where'),
      stops: t('list.stops'),
      see: t('pdf.see'),
      sources: t('sources.list'),
      basis: t('pdf.basis'),
      read: read.read,
      ownNotes: t('pdf.ownNotes'),
    },
  };
}

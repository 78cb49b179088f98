/** The full list of one procedure as data for `procedure.typ`. Pure: the same guide and address give the same data. */
import { noteKinds } from '../../components/notes.ts';
import type { Site } from '../../content/guide.ts';
import { kit as kitOf } from '../../content/kit.ts';
import { contactHref } from '../../i18n/contact.ts';
import { type View, type ViewFee, view as viewOf } from '../../i18n/view.ts';
import type { Channel, Rich } from '../../model/index.ts';
import { type Frame, type Sheet, sheet } from './frame.ts';
import {
  type Grounds,
  grounds,
  item,
  notices,
  type PdfItem,
  type PdfNotice,
  type PdfSource,
  proof,
  type Scribe,
  scribe,
  sources,
  type Target,
  target,
} from './scribe.ts';

export interface PdfFee extends PdfItem {
  /** That it is paid once for each, where the number is an answer. */
  each: string | null;
  /** One text for each channel of the table, or a single one for all of them. */
  prices: string[];
  /** The prices in one line, channels named. */
  price: string;
}

export interface ProcedurePdf extends Sheet {
  forWhom: Rich;
  notForWhom: Rich;
  use: string[];
  notices: PdfNotice[];
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
  const open = site.notices({ procedure: id, facts: Object.keys(procedure.facts) });
  const ids = [...Object.keys(kit.sources), ...open.flatMap((n) => n.data.sources)];
  const s: Scribe = scribe(site, lang, address, ids, procedure.checkedOn);
  const shared = sheet(site, lang, {
    title: v.title,
    description: text.summary,
    keywords: text.keywords,
    checkedOn: procedure.checkedOn,
    address,
    page: `/${lang}/${id === site.content.finder?.id ? id : `procedures/${id}`}/`,
    official: v.official,
    ...(size && { size }),
  });
  const read = sources(s);
  return {
    ...shared,
    forWhom: text.forWhom,
    notForWhom: text.notForWhom ?? [],
    use: ['tick', 'cases', 'official', 'unsure', 'numbers'].map((key) => t(`pdf.how.${key}`)),
    notices: notices(s, open),
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
        .map((x) => ({ ...item(s, x), to: x.to ? target(s, x.to) : null })),
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
      to: x.to ? target(s, x.to) : null,
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

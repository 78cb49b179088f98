/** What the documents have in common below their frame: entries with their evidence, numbered sources, notices. Pure. */
import { checkedWords, type Site } from '../../content/guide.ts';
import type { NoticeEntry } from '../../content/load.ts';
import { pick } from '../../content/pick.ts';
import { longDate, type T } from '../../i18n/format.ts';
import { citeLaw, type Proof } from '../../i18n/view.ts';
import type { Day, Evidence, Rich, Source } from '../../model/index.ts';
import { type PdfLang, pdfLang } from './frame.ts';

/** What an entry rests on. */
export interface Grounds {
  /** Articles, as they are cited. */
  law: string[];
  /** Numbers in the list of sources. */
  refs: number[];
  /** Grade D: the reader must confirm it. */
  weak: boolean;
  /** "Checked on …", where it differs from the day of the whole document. */
  checked: string | null;
}

export interface PdfItem extends Grounds {
  name: string;
  /** "Only if: …" */
  condition: string | null;
  note: Rich;
}

export type PdfNotice = PdfItem & { reported: Rich };

/** Another procedure to go to. */
export interface Target {
  id: string;
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

/** Numbers of the sources and the words that every entry shares. */
export interface Scribe {
  site: Site;
  lang: string;
  t: T;
  /** Full address of the guide's root, without a slash at the end. */
  root: string;
  /** Sources by id, numbered from 1. */
  numbers: Map<string, number>;
  /** The day on which the whole document was checked. */
  checkedOn: Day;
}

/** @param ids sources in the order in which they are numbered; each counts once */
export const scribe = (
  site: Site,
  lang: string,
  address: string,
  ids: Iterable<string>,
  checkedOn: Day,
): Scribe => ({
  site,
  lang,
  t: site.language(lang).t,
  root: address.replace(/\/$/, ''),
  numbers: new Map([...new Set(ids)].map((id, i) => [id, i + 1])),
  checkedOn,
});

export function grounds(s: Scribe, proof: Proof | undefined): Grounds {
  if (!proof) return { law: [], refs: [], weak: false, checked: null };
  return {
    law: proof.law,
    refs: [...new Set(proof.sources.flatMap((id) => s.numbers.get(id) ?? []))].sort((a, b) => a - b),
    weak: proof.weak,
    checked: proof.checkedOn === s.checkedOn ? null : checkedWords(s.site.language(s.lang), proof.checkedOn),
  };
}

/** How an article or a whole act is cited. */
export const cite = (s: Scribe, ref: string): string =>
  ref.includes('#')
    ? citeLaw(
        {
          sources: Object.fromEntries(s.site.content.sources),
          citation: s.site.content.guide.citation,
        },
        ref,
      )
    : (s.site.content.sources.get(ref)?.citation ?? ref);

/** The evidence of what is no entry of a list: a notice, a question, a procedure as a whole. */
export const proof = (s: Scribe, e: Evidence & { checkedOn: Day }): Proof => ({
  weak: e.grade === 'D',
  grade: e.grade,
  checkedOn: e.checkedOn,
  law: (e.law ?? []).map((ref) => cite(s, ref)),
  sources: e.sources,
});

/** Ids of the acts and sources that something rests on. */
export const restsOn = (e: Pick<Evidence, 'law' | 'sources'>): string[] => [
  ...(e.law ?? []).map((ref) => ref.split('#')[0] as string),
  ...e.sources,
];

interface Entry {
  name: string;
  note?: Rich | undefined;
  body?: Rich | undefined;
  condition?: string | undefined;
  proof?: Proof | undefined;
}

export const item = (s: Scribe, x: Entry): PdfItem => ({
  name: x.name,
  condition: x.condition === undefined ? null : s.t('list.onlyIf', { condition: x.condition }),
  note: x.body ?? x.note ?? [],
  ...grounds(s, x.proof),
});

/** Law in motion: what is reported, and as its note what to do meanwhile. */
export const notices = (s: Scribe, open: NoticeEntry[]): PdfNotice[] =>
  open.map((n) => {
    const words = pick(n.text, s.lang);
    return {
      ...item(s, {
        name: words.title,
        note: s.site.rich(s.lang, words.meanwhile),
        proof: proof(s, n.data),
      }),
      reported: s.site.rich(s.lang, words.reported),
    };
  });

export const target = (s: Scribe, to: { id: string; title: string }): Target => ({
  id: to.id,
  title: to.title,
  href: `${s.root}/${s.lang}/procedures/${to.id}/`,
});

/** Sources in the order of their numbers. The day on which most were read is said once, not beside each. */
export function sources(s: Scribe): { list: PdfSource[]; read: string } {
  const l = s.site.language(s.lang);
  const all = [...s.numbers].map(([id, number]) => ({ x: s.site.content.sources.get(id) as Source, number }));
  const count = new Map<Day, number>();
  for (const { x } of all) count.set(x.seenOn, (count.get(x.seenOn) ?? 0) + 1);
  const usual = [...count].reduce((a, b) => (b[1] > a[1] ? b : a), ['' as Day, 0])[0];
  const seen = (day: Day): string => s.t('sources.seen', { date: longDate(l, day) });
  return {
    read: usual ? s.t('pdf.read', { date: longDate(l, usual) }) : '',
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

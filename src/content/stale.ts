/** What is getting old: facts past their re-check date, and translations older than the text they translate. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day, Evidence, Grade } from '../model/index.ts';
import { addDays } from '../rules/index.ts';
import { type Content, wizards } from './load.ts';
import { groundedOf } from './resolve.ts';
import { allTexts, placeOf } from './texts.ts';

/** Kinds of things that are checked again and again. */
export const checkKinds = [
  'fact',
  'notice',
  'procedure',
  'letter',
  'authority',
  'question',
  'page',
  'office',
  'hub',
  'succession',
  'change',
] as const;

/** One thing that somebody checks again and again. */
export interface Check {
  kind: (typeof checkKinds)[number];
  /** Id of the fact or entry. */
  id: string;
  /** An item inside the entry, such as "documents.passport", or the channel of a fact's value. */
  part?: string | undefined;
  file: string;
  checkedOn: Day;
  dueOn: Day;
  /** What it rests on; running text has neither. */
  grade?: Grade | undefined;
  sources?: string[] | undefined;
}

/** Everything that is checked, with the day of its next check; values that have ended are not checked any more. */
export function allChecks(c: Content, day: Day): Check[] {
  const all: Check[] = [];
  const add = (
    kind: Check['kind'],
    id: string,
    file: string,
    e: Pick<Check, 'checkedOn' | 'grade' | 'sources'> & { recheckDays?: number | undefined },
    part?: string,
  ): void => {
    const { checkedOn, recheckDays = c.guide.recheckDays, grade, sources } = e;
    all.push({ kind, id, part, file, checkedOn, dueOn: addDays(checkedOn, recheckDays), grade, sources });
  };
  // An item that was not checked on a day of its own, nor is checked more often, goes with its entry.
  const own = (kind: Check['kind'], e: Dated, name: string, items: (Evidence & { id: string })[]): void => {
    for (const i of items)
      if (i.checkedOn || i.recheckDays) {
        const { checkedOn = e.data.checkedOn, recheckDays = e.data.recheckDays } = i;
        add(kind, e.id, e.dir, { ...i, checkedOn, recheckDays }, `${name}.${i.id}`);
      }
  };
  for (const [id, { fact, file }] of c.facts)
    for (const v of fact.values as (Evidence & { checkedOn: Day; until?: Day; channel?: string })[])
      if (!v.until || v.until >= day) add('fact', id, file, v, v.channel);
  for (const [id, n] of c.notices) if (!n.data.closedOn) add('notice', id, n.dir, n.data);
  for (const e of wizards(c)) add('procedure', e.id, e.dir, e.data);
  for (const e of c.letters.values()) add('letter', e.id, e.dir, e.data);
  for (const e of c.authorities.values()) add('authority', e.id, e.dir, e.data);
  for (const e of c.questions.values()) add('question', e.id, e.dir, e.data);
  for (const e of c.pages.values()) add('page', e.id, e.dir, e.data);
  for (const e of c.offices.values()) add('office', e.id, e.dir, e.data);
  for (const e of c.hubs.values()) add('hub', e.id, e.dir, e.data);
  for (const e of c.changes.values()) add('change', e.id, e.dir, e.data);
  if (c.succession) {
    const entry = { ...c.succession, id: 'succession' };
    add('succession', entry.id, entry.dir, entry.data);
    own('succession', entry, 'duties', entry.data.duties);
  }
  for (const e of wizards(c))
    for (const [name, items] of Object.entries(groundedOf(e.data))) own('procedure', e, name, items);
  for (const e of c.authorities.values()) own('authority', e, 'contacts', e.data.contacts);
  return all;
}

export interface DueCheck {
  file: string;
  key: string;
  checkedOn: Day;
  dueOn: Day;
}

/** Everything whose next check is due on or before a day, oldest first. */
export const dueChecks = (c: Content, day: Day): DueCheck[] =>
  allChecks(c, day)
    .filter((x) => x.dueOn <= day)
    .map(({ kind, id, part, file, checkedOn, dueOn }) => ({
      file,
      key: kind === 'fact' ? id : (part ?? id),
      checkedOn,
      dueOn,
    }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));

interface Dated {
  id: string;
  dir: string;
  data: { checkedOn: Day; recheckDays?: number | undefined };
}

const hash = (text: string): string =>
  createHash('sha256').update(text.normalize().trim()).digest('hex').slice(0, 8);

/** Per language: place of a text → hash of the source text that it translates and hash of the translation itself. */
type Record8 = Record<string, string>;
const fileOf = (root: string, lang: string): string => join(root, 'content/translations', `${lang}.json`);

function pairs(c: Content): Map<string, Record8> {
  const texts = allTexts(c).filter((t) => !/keywords/.test(t.key));
  const source = new Map(
    texts.filter((t) => t.lang === c.guide.sourceLanguage).map((t) => [placeOf(t), hash(t.value)]),
  );
  const out = new Map<string, Record8>();
  for (const { code } of c.guide.languages) {
    if (code === c.guide.sourceLanguage) continue;
    const own = texts.filter((t) => t.lang === code).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    out.set(
      code,
      Object.fromEntries(own.map((t) => [placeOf(t), `${source.get(placeOf(t))}-${hash(t.value)}`])),
    );
  }
  return out;
}

/**
 * Texts whose source changed while the translation stayed as it was. A text of which both changed counts as
 * translated anew; one that is not recorded yet counts as fresh.
 */
export function staleTexts(c: Content, root: string): { lang: string; place: string }[] {
  return [...pairs(c)].flatMap(([lang, now]) => {
    const file = fileOf(root, lang);
    const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record8) : {};
    return Object.entries(now)
      .filter(([place, pair]) => {
        const [from, to] = (known[place] ?? '').split('-');
        const [fromNow, toNow] = pair.split('-');
        return to !== undefined && from !== fromNow && to === toNow;
      })
      .map(([place]) => ({ lang, place }));
  });
}

/** Records today's texts as translated. Stale ones keep their old record unless `accept` says they were read again. */
export function recordTranslations(c: Content, root: string, accept: boolean): void {
  const stale = new Set(accept ? [] : staleTexts(c, root).map((s) => `${s.lang} ${s.place}`));
  mkdirSync(join(root, 'content/translations'), { recursive: true });
  for (const [lang, now] of pairs(c)) {
    const file = fileOf(root, lang);
    const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record8) : {};
    const next = Object.fromEntries(
      Object.entries(now).map(([place, pair]) => [
        place,
        stale.has(`${lang} ${place}`) ? (known[place] as string) : pair,
      ]),
    );
    writeFileSync(file, `${JSON.stringify(next, null, 0).replaceAll('","', '",\n"')}\n`);
  }
}

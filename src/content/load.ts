/** Loads the whole of `content/` once. Shape faults are collected; cross-checks are in `check.ts`. */
import type { z } from 'zod';
import {
  Amount,
  Authority,
  AuthorityText,
  Change,
  ChangeText,
  Countries,
  type Example,
  Examples,
  type Fact,
  Faq,
  FaqText,
  Fee,
  Guide,
  GuideText,
  LawText,
  Letter,
  LettersShared,
  LettersSharedText,
  LetterText,
  Notice,
  Page,
  PageText,
  Procedure,
  ProcedureText,
  Source,
  Term,
  TermText,
  TimeLimit,
} from '../model/index.ts';
import { type Entry, idFaults, idFolders, loadList, put, strayFaults, texts, withId } from './entry.ts';
import type { Fault } from './faults.ts';
import { loadWho, type WhoDoesWhat } from './load-who.ts';
import { files, folders, markdown, type Reader, yaml, yamlList } from './read.ts';

export { type Entry, idFaults, idProblems } from './entry.ts';

export type FactEntry = { fact: Fact; file: string; name: Record<string, string> };
export type ProcedureEntry = Entry<Procedure, ProcedureText> & { examples: Example[] };
export type FaqEntry = Entry<Faq, FaqText & { body: string }>;
export type PageEntry = Entry<Page, PageText & { body: string }>;
export type ChangeEntry = Entry<Change, ChangeText[string]>;
export type NoticeEntry = Entry<Notice, LawText['notices'][string]>;
export type LetterEntry = Entry<Letter, LetterText>;

export interface Content extends WhoDoesWhat {
  guide: Guide;
  guideText: Record<string, GuideText>;
  /** Groups of countries: none if the guide has no countries.yaml, undefined if it could not be read. */
  countries: Countries | undefined;
  sources: Map<string, Source>;
  /** Folders of law: the facts and sources that each holds, in their order. */
  law: Map<string, { facts: string[]; sources: string[] }>;
  facts: Map<string, FactEntry>;
  /** The same facts by id, as the rules want them. */
  factTable: Record<string, Fact>;
  notices: Map<string, NoticeEntry>;
  authorities: Map<string, Entry<Authority, AuthorityText>>;
  procedures: Map<string, ProcedureEntry>;
  /** The finder: questions that lead to the right procedures, in the same form as a procedure. */
  finder?: ProcedureEntry | undefined;
  questions: Map<string, FaqEntry>;
  terms: Map<string, Entry<Term, TermText[string]>>;
  pages: Map<string, PageEntry>;
  letters: Map<string, LetterEntry>;
  /** Blanks, formats and words that several letters share. */
  lettersShared: { data: LettersShared; text: Record<string, LettersSharedText> };
  /** Changes of the rules, newest first. */
  changes: Map<string, ChangeEntry>;
}

function loadLaw(r: Reader, c: Content, langs: string[]): void {
  for (const topic of idFolders(r, 'content/law')) {
    const dir = `content/law/${topic}`;
    strayFaults(r, dir, [
      'sources.yaml',
      'fees.yaml',
      'amounts.yaml',
      'time-limits.yaml',
      'notices.yaml',
      ...langs.map((l) => `${l}.yaml`),
    ]);
    const present = files(r, dir);
    const optional = <T>(name: string, schema: z.ZodType<T>): T[] =>
      present.includes(name) ? yamlList(r, `${dir}/${name}`, schema) : [];
    const sources = optional('sources.yaml', Source);
    for (const source of sources) put(r, c.sources, source.id, `${dir}/sources.yaml`, source);
    const words = texts(langs, (lang) => yaml(r, `${dir}/${lang}.yaml`, LawText));
    const kinds = [
      ['fees.yaml', 'fees', optional('fees.yaml', Fee)],
      ['amounts.yaml', 'amounts', optional('amounts.yaml', Amount)],
      ['time-limits.yaml', 'timeLimits', optional('time-limits.yaml', TimeLimit)],
    ] as const;
    c.law.set(topic, {
      facts: kinds.flatMap(([, , list]) => list.map((f) => f.id)),
      sources: sources.map((s) => s.id),
    });
    for (const [name, section, list] of kinds) {
      const file = `${dir}/${name}`;
      for (const fact of list as Fact[])
        put(r, c.facts, fact.id, file, {
          fact,
          file,
          name: texts(langs, (lang) => words[lang]?.[section][fact.id]),
        });
      sameIds(
        r,
        dir,
        langs,
        words,
        section,
        list.map((f) => f.id),
      );
    }
    const notices = optional('notices.yaml', Notice);
    for (const notice of notices)
      put(r, c.notices, notice.id, `${dir}/notices.yaml`, {
        id: notice.id,
        dir: `${dir}/notices.yaml`,
        data: notice,
        text: texts(langs, (lang) => words[lang]?.notices[notice.id]),
      });
    sameIds(
      r,
      dir,
      langs,
      words,
      'notices',
      notices.map((n) => n.id),
    );
  }
}

/** Every text file has exactly the ids of its data file. */
function sameIds(
  r: Reader,
  dir: string,
  langs: string[],
  words: Record<string, object>,
  section: string,
  ids: string[],
): void {
  for (const lang of langs) {
    const text = words[lang] as Record<string, Record<string, unknown>> | undefined;
    if (text) idFaults(r, `${dir}/${lang}.yaml`, section, ids, Object.keys(text[section] ?? {}));
  }
}

function loadEntries(r: Reader, c: Content, langs: string[]): void {
  const yamls = langs.map((l) => `${l}.yaml`);
  const mds = langs.map((l) => `${l}.md`);
  for (const id of idFolders(r, 'content/authorities')) {
    const dir = `content/authorities/${id}`;
    strayFaults(r, dir, ['authority.yaml', ...yamls]);
    const data = yaml(r, `${dir}/authority.yaml`, Authority);
    const text = texts(langs, (l) => yaml(r, `${dir}/${l}.yaml`, AuthorityText));
    if (data) c.authorities.set(id, { id, dir, data: withId(data, id), text });
    else r.broken.add(id);
  }
  const procedure = (id: string, dir: string): ProcedureEntry | undefined => {
    strayFaults(r, dir, ['procedure.yaml', 'examples.yaml', ...yamls]);
    const data = yaml(r, `${dir}/procedure.yaml`, Procedure);
    const text = texts(langs, (l) => yaml(r, `${dir}/${l}.yaml`, ProcedureText));
    const examples = yaml(r, `${dir}/examples.yaml`, Examples) ?? [];
    if (!data) r.broken.add(id);
    return data && { id, dir, data: withId(data, id), text, examples };
  };
  for (const id of idFolders(r, 'content/procedures')) {
    const entry = procedure(id, `content/procedures/${id}`);
    if (entry) c.procedures.set(id, entry);
  }
  if (folders(r, 'content').includes('start')) c.finder = procedure('start', 'content/start');
  for (const topic of idFolders(r, 'content/questions'))
    for (const id of idFolders(r, `content/questions/${topic}`)) {
      const dir = `content/questions/${topic}/${id}`;
      strayFaults(r, dir, ['question.yaml', ...mds]);
      const data = yaml(r, `${dir}/question.yaml`, Faq);
      const text = texts(langs, (l) => markdown(r, `${dir}/${l}.md`, FaqText));
      if (data)
        put(r, c.questions, id, `${dir}/question.yaml`, { id, dir, data: { ...data, id, topic }, text });
      else r.broken.add(id);
    }
  for (const id of idFolders(r, 'content/pages')) {
    const dir = `content/pages/${id}`;
    strayFaults(r, dir, ['page.yaml', ...mds]);
    const data = yaml(r, `${dir}/page.yaml`, Page);
    const text = texts(langs, (l) => markdown(r, `${dir}/${l}.md`, PageText));
    if (data) c.pages.set(id, { id, dir, data: withId(data, id), text });
    else r.broken.add(id);
  }
}

function loadLetters(r: Reader, c: Content, langs: string[]): void {
  if (!folders(r, 'content').includes('letters')) return;
  const yamls = langs.map((l) => `${l}.yaml`);
  strayFaults(r, 'content/letters', ['shared.yaml', ...yamls]);
  c.lettersShared = {
    data: yaml(r, 'content/letters/shared.yaml', LettersShared) ?? c.lettersShared.data,
    text: texts(langs, (l) => yaml(r, `content/letters/${l}.yaml`, LettersSharedText)),
  };
  for (const id of idFolders(r, 'content/letters')) {
    const dir = `content/letters/${id}`;
    strayFaults(r, dir, ['letter.yaml', ...yamls]);
    const data = yaml(r, `${dir}/letter.yaml`, Letter);
    const text = texts(langs, (l) => yaml(r, `${dir}/${l}.yaml`, LetterText));
    if (data) c.letters.set(id, { id, dir, data: withId(data, id), text });
    else r.broken.add(id);
  }
}

/** Reads everything below `root/content`. Undefined if the guide's own settings cannot be read. */
export function load(root: string): { content: Content | undefined; faults: Fault[]; broken: Set<string> } {
  const r: Reader = { root, faults: [], broken: new Set() };
  const guide = yaml(r, 'content/guide.yaml', Guide);
  if (!guide) return { content: undefined, faults: r.faults, broken: r.broken };
  const langs = guide.languages.map((l) => l.code);
  const content: Content = {
    guide,
    guideText: texts(langs, (l) => yaml(r, `content/guide/${l}.yaml`, GuideText)),
    countries: files(r, 'content').includes('countries.yaml')
      ? yaml(r, 'content/countries.yaml', Countries)
      : {},
    sources: new Map(),
    law: new Map(),
    facts: new Map(),
    // Without a prototype: a fact that is asked for as "constructor" does not exist.
    factTable: Object.create(null) as Record<string, Fact>,
    notices: new Map(),
    authorities: new Map(),
    procedures: new Map(),
    questions: new Map(),
    terms: new Map(),
    pages: new Map(),
    letters: new Map(),
    lettersShared: { data: { formats: {}, fields: [] }, text: {} },
    changes: new Map(),
    ...loadWho(r, langs),
  };
  loadLaw(r, content, langs);
  for (const [id, e] of content.facts) content.factTable[id] = e.fact;
  loadEntries(r, content, langs);
  loadLetters(r, content, langs);
  loadList(r, langs, content.terms, 'content/glossary', 'terms.yaml', Term, TermText);
  loadList(r, langs, content.changes, 'content/changes', 'changes.yaml', Change, ChangeText);
  return { content, faults: r.faults, broken: r.broken };
}

/** Everything that has questions: the procedures, and the finder if there is one. */
export const wizards = (c: Content): ProcedureEntry[] => [
  ...c.procedures.values(),
  ...(c.finder ? [c.finder] : []),
];

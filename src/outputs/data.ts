/**
 * Open data: every file under /api/v1/, with the schema it keeps to. Stable and versioned: keys are added, never renamed
 * or removed. Values that depend on a day come as dated facts, so that a reader's program can use its own day.
 */
import { z } from 'zod';
import type { Site } from '../content/guide.ts';
import { wordsOf } from '../content/letters.ts';
import { allChecks, checkKinds } from '../content/stale.ts';
import * as m from '../model/index.ts';
import { columns } from './csv.ts';
import { whoFiles, whoSchemas } from './data-who.ts';
import { changeAddress, changesOf } from './feed.ts';
import { outsideLinks } from './links.ts';

const words = z.record(m.Lang, z.string());
const addresses = z.record(m.Lang, z.string());
const withId = { id: m.Id };

const ProcedureData = m.Procedure.extend({
  ...withId,
  facts: z.record(m.Id, z.union([m.Fee, m.Amount, m.TimeLimit])),
  holidays: z.array(m.Holiday),
  countries: m.Countries.optional(),
});
const ListedProcedure = z.strictObject({
  ...withId,
  area: m.Id,
  authority: m.Id,
  official: z.string(),
  title: words,
  summary: words,
  checkedOn: m.Day,
  pages: addresses,
  wizards: addresses,
  pdfs: addresses,
  data: z.string(),
});
const QuestionData = m.Faq.extend({
  ...withId,
  topic: m.Id,
  question: words,
  /** The answer in Markdown; {{id}} refers to a dated fact, [[id]] to the glossary. */
  answer: words,
  pages: addresses,
});
const LetterData = m.Letter.extend({
  ...withId,
  /** Every blank, shared ones filled in. */
  fields: z.array(m.LetterField),
  /** How numbers and codes of these blanks are written. */
  formats: m.LettersShared.shape.formats,
  text: z.record(m.Lang, m.LetterText),
  /** What the letter is composed of: labels and blocks, by language; those of the official one are the letter. */
  words: z.record(
    m.Lang,
    z.strictObject({ fields: m.LettersSharedText.shape.fields, blocks: m.LettersSharedText.shape.blocks }),
  ),
  /** What {authority:…} and {contact:…} stand for. */
  names: z.record(z.string(), z.string()),
  pages: addresses,
  pdfs: addresses,
});
const Coverage = z.record(
  z.string(),
  z.array(
    z.strictObject({
      kind: z.enum(['procedure', 'question', 'authority', 'letter', 'page', 'succession', 'living']),
      ...withId,
      pages: addresses,
    }),
  ),
);

/** Names of the schemas below /api/v1/schema/. */
const schemas = {
  procedures: z.array(ListedProcedure),
  procedure: ProcedureData,
  'procedure-text': m.ProcedureText,
  questions: z.array(QuestionData),
  letters: z.array(LetterData),
  fees: z.array(m.Fee.extend({ name: words })),
  amounts: z.array(m.Amount.extend({ name: words })),
  'time-limits': z.array(m.TimeLimit.extend({ name: words })),
  notices: z.array(
    m.Notice.extend({
      text: z.record(
        m.Lang,
        z.strictObject({ title: z.string(), reported: z.string(), meanwhile: z.string() }),
      ),
    }),
  ),
  sources: z.array(m.Source),
  authorities: z.array(
    m.Authority.extend({ ...withId, text: z.record(m.Lang, m.AuthorityText), pages: addresses }),
  ),
  glossary: z.array(
    m.Term.extend({ text: z.record(m.Lang, z.strictObject({ term: z.string(), plain: z.string() })) }),
  ),
  coverage: Coverage,
  ...whoSchemas,
  changes: z.array(
    m.Change.extend({
      text: z.record(m.Lang, z.strictObject({ title: z.string(), body: z.string() })),
      pages: addresses,
    }),
  ),
  freshness: z.array(
    z.strictObject({
      kind: z.enum(checkKinds),
      ...withId,
      /** An item inside the entry, or the channel of a fact's value. */
      part: z.string().optional(),
      checkedOn: m.Day,
      nextCheck: m.Day,
      grade: m.Grade.optional(),
      sources: z.array(m.Id).optional(),
    }),
  ),
  /** Addresses outside the guide, for programs that see whether they are still there. */
  links: z.array(z.strictObject({ url: m.Url, in: z.array(z.string()) })),
} satisfies Record<string, z.ZodType>;

export type SchemaName = keyof typeof schemas;

export interface DataFile {
  /** Path below /api/v1/ without ".json". */
  path: string;
  schema: SchemaName;
  data: unknown;
}

const langs = (site: Site): string[] => site.languages.map((l) => l.code);
const perLanguage = <T>(site: Site, get: (lang: string) => T): Record<string, T> =>
  Object.fromEntries(langs(site).map((l) => [l, get(l)]));

/** Everything that covers a point of the coverage list, by the point's id. */
export function coverage(site: Site): z.infer<typeof Coverage> {
  const c = site.content;
  const found: z.infer<typeof Coverage> = {};
  const add = (
    kind: z.infer<typeof Coverage>[string][number]['kind'],
    folder: string,
    list: Iterable<{ id: string; data: { covers: string[] } }>,
  ): void => {
    for (const { id, data } of list)
      for (const point of data.covers) {
        const entry = { kind, id, pages: perLanguage(site, (l) => `/${l}/${folder}${id}/`) };
        found[point] = [...(found[point] ?? []), entry];
      }
  };
  add('procedure', 'procedures/', c.procedures.values());
  add('question', 'questions/', c.questions.values());
  add('authority', 'authorities/', c.authorities.values());
  add('letter', 'letters/', c.letters.values());
  add('page', '', c.pages.values());
  add('succession', '', c.succession ? [c.succession] : []);
  add('living', 'living/', c.hubs.values());
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every data file of the guide. */
export function dataFiles(site: Site): DataFile[] {
  const c = site.content;
  const facts = [...c.facts.values()].map((f) => ({ ...f.fact, name: f.name }));
  const one = (path: SchemaName, data: unknown): DataFile => ({ path, schema: path, data });
  return [
    one(
      'procedures',
      [...c.procedures.values()].map((p) => ({
        id: p.id,
        area: p.data.area,
        authority: p.data.authority,
        official: p.data.official,
        title: perLanguage(site, (l) => p.text[l]?.title),
        summary: perLanguage(site, (l) => p.text[l]?.summary),
        checkedOn: p.data.checkedOn,
        pages: perLanguage(site, (l) => `/${l}/procedures/${p.id}/`),
        wizards: perLanguage(site, (l) => `/${l}/procedures/${p.id}/checklist/`),
        pdfs: perLanguage(site, (l) => `/pdf/${l}/${p.id}.pdf`),
        data: `/api/v1/procedures/${p.id}.json`,
      })),
    ),
    ...[...c.procedures.values()].flatMap((p): DataFile[] => [
      { path: `procedures/${p.id}`, schema: 'procedure', data: site.resolved.get(p.id) },
      ...langs(site).map(
        (l): DataFile => ({ path: `procedures/${l}/${p.id}`, schema: 'procedure-text', data: p.text[l] }),
      ),
    ]),
    one(
      'questions',
      [...c.questions.values()].map((q) => ({
        ...q.data,
        question: perLanguage(site, (l) => q.text[l]?.question),
        answer: perLanguage(site, (l) => q.text[l]?.body),
        pages: perLanguage(site, (l) => `/${l}/questions/${q.id}/`),
      })),
    ),
    one(
      'letters',
      [...c.letters.values()].map((e) => {
        const { fields, formats, names } = site.letters.get(e.id) as m.ResolvedLetter;
        return {
          ...e.data,
          fields,
          formats,
          names,
          text: e.text,
          words: perLanguage(site, (l) => wordsOf(c, e, l)),
          pages: perLanguage(site, (l) => `/${l}/letters/${e.id}/`),
          pdfs: perLanguage(site, (l) => `/pdf/${l}/letter-${e.id}.pdf`),
        };
      }),
    ),
    one(
      'fees',
      facts.filter((f) => 'kind' in f && !('counting' in f)),
    ),
    one(
      'amounts',
      facts.filter((f) => 'unit' in f),
    ),
    one(
      'time-limits',
      facts.filter((f) => 'counting' in f),
    ),
    one(
      'notices',
      [...c.notices.values()].map((n) => ({ ...n.data, text: n.text })),
    ),
    one('sources', [...c.sources.values()]),
    one(
      'authorities',
      [...c.authorities.values()].map((a) => ({
        ...a.data,
        text: a.text,
        pages: perLanguage(site, (l) => `/${l}/authorities/${a.id}/`),
      })),
    ),
    one(
      'glossary',
      [...c.terms.values()].map((x) => ({ ...x.data, text: x.text })),
    ),
    one('coverage', coverage(site)),
    ...whoFiles(site),
    one(
      'changes',
      changesOf(site).map((x) => ({
        ...x.data,
        text: x.text,
        pages: perLanguage(site, (l) => changeAddress(l, x)),
      })),
    ),
    one(
      'freshness',
      allChecks(c, site.day).map(({ kind, id, part, checkedOn, dueOn, grade, sources }) => ({
        kind,
        id,
        part,
        checkedOn,
        nextCheck: dueOn,
        grade,
        sources,
      })),
    ),
    one('links', outsideLinks(site)),
  ];
}

/** The list of all data files, with schema and licence. */
export const dataIndex = (site: Site): object => ({
  guide: site.content.guide.id,
  version: 1,
  /** The day as of which the guide was built. */
  day: site.day,
  languages: langs(site),
  currency: site.content.guide.currency,
  timeZone: site.content.guide.timeZone,
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  files: dataFiles(site).map((f) => ({
    path: `/api/v1/${f.path}.json`,
    schema: `/api/v1/schema/${f.schema}.json`,
  })),
  /** The same fees and time limits as tables (CSV, RFC 4180, UTF-8). */
  tables: Object.entries(columns(site)).map(([name, names]) => ({
    path: `/api/v1/${name}.csv`,
    columns: names,
  })),
  /** The procedures in the European vocabulary CPSV-AP 3. */
  linkedData: '/api/v1/cpsv-ap.jsonld',
  /** All of this as an OpenAPI 3.1 description. */
  openapi: '/api/v1/openapi.json',
});

/** JSON Schemas (draft 2020-12) of the data files, by name. */
export const dataSchemas = (): [string, object][] =>
  Object.entries(schemas).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  ]);

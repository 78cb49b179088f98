/** Letters of the content: shared blanks filled in, words found, facts resolved. */

import { procedureOf } from '../letters/procedure.ts';
import type { LetterField, LetterText, LetterWords, ResolvedLetter } from '../model/index.ts';
import type { Content, LetterEntry, ProcedureEntry } from './load.ts';
import { resolve } from './resolve.ts';

/** A letter's blanks, with those that it shares with others. One that does not exist is left out. */
export const fieldsOf = (c: Content, e: LetterEntry): LetterField[] =>
  e.data.fields.flatMap((f): LetterField[] => {
    if (!('like' in f)) return [f];
    const shared = c.lettersShared.data.fields.find((x) => x.id === f.like);
    const { like: _, ...own } = f;
    return shared ? [{ ...shared, ...own }] : [];
  });

/** The words of a letter's blanks and blocks in a language, shared ones included. */
export function wordsOf(c: Content, e: LetterEntry, lang: string): LetterWords {
  const own = e.text[lang];
  const shared = c.lettersShared.text[lang];
  const pick = <T>(ids: string[], a: Record<string, T> = {}, b: Record<string, T> = {}): Record<string, T> =>
    Object.fromEntries(
      ids.flatMap((id) => {
        const found = a[id] ?? b[id];
        return found === undefined ? [] : [[id, found]];
      }),
    );
  return {
    fields: pick(
      fieldsOf(c, e).map((f) => f.id),
      own?.fields,
      shared?.fields,
    ),
    blocks: pick(
      e.data.blocks.map((b) => b.id),
      own?.blocks,
      shared?.blocks,
    ),
  };
}

/** Names of the {blanks} in a template, in their order. */
export const blanksIn = (template: string): string[] =>
  [...template.matchAll(/\{([^{}]*)\}/g)].map((m) => m[1] as string);

/** What {authority:id} or {contact:id/contact} stands for; undefined where there is none. */
export function nameOf(c: Content, blank: string): string | undefined {
  const m = /^(authority|contact):([a-z0-9-]+)(?:\/([a-z0-9-]+))?$/.exec(blank);
  const authority = m && c.authorities.get(m[2] as string)?.data;
  if (!m || !authority) return undefined;
  if (m[1] === 'authority') return m[3] ? undefined : authority.official;
  return authority.contacts.find((x) => x.id === m[3])?.value;
}

/** The letter with its facts, and the official names that its blocks mention. References must have been checked. */
export function resolveLetter(c: Content, e: LetterEntry): ResolvedLetter {
  const fields = fieldsOf(c, e);
  const { blocks } = wordsOf(c, e, c.guide.officialLanguage);
  const used = Object.values(blocks).flatMap(blanksIn);
  const types = new Set<string>(
    fields.flatMap((f) => (f.type === 'list' ? f.fields : [f])).map((f) => f.type),
  );
  return {
    id: e.id,
    fields,
    blocks: e.data.blocks,
    formats: Object.fromEntries(
      Object.entries(c.lettersShared.data.formats).filter(([type]) => types.has(type)),
    ),
    names: Object.fromEntries(
      used.flatMap((blank) => {
        const name = nameOf(c, blank);
        return name === undefined ? [] : [[blank, name]];
      }),
    ),
    procedure: resolve(c, procedureOf(e.data, fields)),
  };
}

/** A letter's text as that of a procedure, as views and checks want it. */
export const procedureText = (text: LetterText, words: LetterWords): ProcedureEntry['text'][string] => ({
  title: text.title,
  summary: text.summary,
  forWhom: text.forWhom,
  keywords: text.keywords,
  questions: Object.fromEntries(Object.entries(words.fields).map(([id, w]) => [id, { ...w, ask: w.label }])),
  groups: {},
  documents: text.attach,
  fees: text.fees,
  amounts: {},
  timeLimits: text.timeLimits,
  events: text.events,
  channels: text.channels,
  steps: {},
  notes: text.notes,
  stops: {},
});

/** A letter as an entry of a procedure, for the checks that both share. */
export function asEntry(c: Content, e: LetterEntry): ProcedureEntry {
  const procedure = procedureOf(e.data, fieldsOf(c, e));
  return {
    id: e.id,
    dir: e.dir,
    data: {
      ...procedure,
      // A letter belongs to no area of life, and several options of a blank may always stand together.
      area: c.guide.areas[0] as string,
      questions: procedure.questions.map((q) =>
        q.type === 'multi' ? { ...q, none: q.options[0] as string } : q,
      ),
    },
    text: {},
    examples: [],
  };
}

/** Filled-in letters, written out by hand, and the guide's letters to compare with them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { resolveLetter, wordsOf } from '../../src/content/letters.ts';
import { type Content, load } from '../../src/content/load.ts';
import { compose, letterText, type Paragraph } from '../../src/letters/compose.ts';
import type { LetterAnswers, ResolvedLetter } from '../../src/model/index.ts';
import { project } from './fixture.ts';

export interface WrittenCase {
  id: string;
  name: string;
  day: string;
  answers: LetterAnswers;
  /** The whole letter in the official language. */
  letter: string;
}

const dir = join(project, 'tests/fixtures/letters');

/** Every case of tests/fixtures/letters. */
export const writtenCases = (): WrittenCase[] =>
  readdirSync(dir).flatMap((file) =>
    (parse(readFileSync(join(dir, file), 'utf8')) as Omit<WrittenCase, 'id'>[]).map((c) => ({
      ...c,
      id: file.replace('.yaml', ''),
    })),
  );

/** The guide's content, read once. */
export const content = load(project).content as Content;
export const langs = content.guide.languages.map((l) => l.code);

/** A letter with its facts. Throws if there is none. */
export function letterOf(id: string): ResolvedLetter {
  const entry = content.letters.get(id);
  if (!entry) throw new Error(`no letter "${id}"`);
  return resolveLetter(content, entry);
}

/** A letter in a language, as paragraphs. */
export function paragraphs(
  id: string,
  answers: LetterAnswers | undefined,
  day: string,
  lang: string,
): Paragraph[] {
  const entry = content.letters.get(id);
  const l = content.guide.languages.find((x) => x.code === lang);
  if (!entry || !l) throw new Error(`no letter "${id}" in "${lang}"`);
  return compose(letterOf(id), wordsOf(content, entry, lang), answers, l, day);
}

/** The same as plain text. */
export const written = (...x: Parameters<typeof paragraphs>): string => letterText(paragraphs(...x));

/**
 * The letter, out of what was filled in. One function serves page, print, plain text, e-mail, the blank form and tests.
 * Pure: no DOM; what was typed is never read as a template.
 */
import { longDate } from '../i18n/format.ts';
import type {
  Day,
  FieldWords,
  LetterAnswers,
  LetterBlock,
  LetterField,
  LetterWords,
  ResolvedLetter,
  Row,
} from '../model/index.ts';
import { optionsOf } from '../rules/answers.ts';
import { asked, type Case, evaluate, type Truth } from '../rules/condition.ts';
import { isDay } from '../rules/dates.ts';
import { clean } from './clean.ts';
import { answersFor } from './procedure.ts';

/** A piece of a line: words of the letter, what the reader filled in, a gap to fill in by hand, or boxes to tick. */
export type Span = string | { value: string } | { gap: Gap; label: string } | { boxes: string[] };
/** How much room a gap needs: part of a line, most of a line, or several lines. */
export type Gap = 'short' | 'medium' | 'lines';
export type Line = Span[];

export interface Paragraph {
  id: string;
  style: LetterBlock['style'];
  lines: Line[];
  /** In a blank letter: applies only in some cases, so it has a box to tick. */
  maybe: boolean;
}

/** Language of the words: what dates, countries and lists of words are written in. */
export interface LetterLocale {
  locale: string;
}

interface Scribe {
  letter: ResolvedLetter;
  words: LetterWords;
  /** Undefined for a blank letter. */
  answers: LetterAnswers | undefined;
  c: Case;
  l: LetterLocale;
}

const gapOf = (field: LetterField): Gap =>
  field.type === 'long'
    ? 'lines'
    : ['name', 'text', 'address', 'email'].includes(field.type)
      ? 'medium'
      : 'short';

const optionWords = (words: FieldWords | undefined, option: string): string =>
  words?.options?.[option]?.letter ?? words?.options?.[option]?.label ?? option;

/** A value in words, or undefined where it cannot stand in the letter. */
function worded(
  s: Scribe,
  field: LetterField,
  words: FieldWords | undefined,
  typed: string,
): Span | undefined {
  const value = clean(typed, field.type === 'long');
  if (value === '') return undefined;
  switch (field.type) {
    case 'date':
      return isDay(value) ? { value: longDate(s.l, value) } : undefined;
    case 'country':
      return /^[A-Z]{2}$/.test(value)
        ? { value: new Intl.DisplayNames(s.l.locale, { type: 'region' }).of(value) ?? value }
        : undefined;
    case 'choice':
      return field.options.includes(value) ? optionWords(words, value) : undefined;
    case 'several': {
      const chosen = optionsOf(value).filter((o) => field.options.includes(o));
      const names = chosen.map((o) => optionWords(words, o));
      return names.length === 0
        ? undefined
        : new Intl.ListFormat(s.l.locale, { type: 'conjunction' }).format(names);
    }
    default:
      return { value };
  }
}

/** Official names of the papers that go with the letter; in a blank one each has a box. */
function attached(s: Scribe): Span | undefined {
  const papers = s.letter.procedure.documents.map((d) => ({
    d,
    truth: d.when ? evaluate(d.when, s.c) : true,
  }));
  const names = papers.filter((x) => x.truth !== false && !(s.answers && !x.truth)).map((x) => x.d.official);
  if (names.length === 0) return undefined;
  return s.answers ? names.join('; ') : { boxes: names };
}

/** What stands in for a blank; undefined where it stays empty and what is around it is left out. */
function fill(
  s: Scribe,
  id: string,
  row?: { fields: LetterField[]; words: FieldWords | undefined; values: Row; n: number },
): Span | undefined {
  if (id === 'n' && row) return String(row.n + 1);
  if (id === 'today') {
    const day = longDate(s.l, s.c.day);
    return s.answers ? day : { gap: 'short', label: '' };
  }
  if (id === 'attached') return attached(s);
  const name = s.letter.names[id];
  if (name !== undefined) return name;
  const own = row?.fields.find((f) => f.id === id);
  const field = own ?? s.letter.fields.find((f) => f.id === id);
  if (!field) return undefined;
  const words = own ? (row?.words?.fields?.[id] as FieldWords | undefined) : s.words.fields[id];
  const isAsked: Truth = asked(s.c, field);
  if (isAsked === false || (s.answers && isAsked !== true)) return undefined;
  const label = words?.label ?? id;
  if (!s.answers)
    return 'options' in field
      ? { boxes: field.options.map((o) => optionWords(words, o)) }
      : { gap: gapOf(field), label };
  const typed = own ? row?.values[id] : s.answers[id];
  const value = typeof typed === 'string' ? worded(s, field, words, typed) : undefined;
  return value ?? (field.required ? { gap: gapOf(field), label } : undefined);
}

type Get = (id: string) => Span | undefined;

/** The spans of a piece of template; undefined if a blank in it stays empty. */
function spans(template: string, get: Get): Line | undefined {
  const out: Line = [];
  for (const [i, part] of template.split(/\{([^{}]+)\}/).entries()) {
    if (i % 2 === 0) {
      if (part !== '') out.push(part);
      continue;
    }
    const span = get(part);
    if (span === undefined) return undefined;
    out.push(span);
  }
  return out;
}

/** One line of a template: parts in square brackets fall away by themselves, then the line as a whole. */
function lineOf(template: string, get: Get): Line | undefined {
  const out: Line = [];
  for (const [i, part] of template.split(/\[([^[\]]*)\]/).entries()) {
    const line = spans(part, get);
    if (line) out.push(...line);
    else if (i % 2 === 0) return undefined;
  }
  return joined(out);
}

/** Neighbouring words as one span. */
function joined(line: Line): Line {
  const out: Line = [];
  for (const span of line) {
    const last = out.at(-1);
    if (typeof span === 'string' && typeof last === 'string') out[out.length - 1] = last + span;
    else out.push(span);
  }
  return out;
}

function linesOf(template: string, get: Get): Line[] {
  return template.split('\n').flatMap((t) => {
    const line = lineOf(t, get);
    return line ? [line] : [];
  });
}

function block(s: Scribe, b: LetterBlock): Paragraph[] {
  const truth: Truth = b.when ? evaluate(b.when, s.c) : true;
  if (truth === false || (s.answers && truth !== true)) return [];
  const template = s.words.blocks[b.id] ?? '';
  const field = b.each ? s.letter.fields.find((f) => f.id === b.each) : undefined;
  let lines: Line[];
  if (field?.type === 'list') {
    const given = s.answers?.[field.id];
    const rows = s.answers
      ? Array.isArray(given)
        ? given
        : []
      : Array.from({ length: Math.min(2, field.rows) }, () => ({}));
    const words = s.words.fields[field.id];
    lines = rows
      .slice(0, field.rows)
      .flatMap((values, n) =>
        linesOf(template, (id) => fill(s, id, { fields: field.fields, words, values, n })),
      );
  } else lines = linesOf(template, (id) => fill(s, id));
  return lines.length > 0 ? [{ id: b.id, style: b.style, lines, maybe: truth === undefined }] : [];
}

/**
 * The paragraphs of a letter in one language.
 * @param words the words of that language: those of the official one make the letter itself
 * @param answers what was filled in; undefined for the blank letter, with gaps, and a box before what depends on the case
 * @param day the day of the letter
 */
export function compose(
  letter: ResolvedLetter,
  words: LetterWords,
  answers: LetterAnswers | undefined,
  l: LetterLocale,
  day: Day,
): Paragraph[] {
  const known = answers ? answersFor(letter.fields, answers) : {};
  const s: Scribe = { letter, words, answers, c: { procedure: letter.procedure, answers: known, day }, l };
  return letter.blocks.flatMap((b) => block(s, b));
}

const dots: Record<Gap, string> = { short: '.'.repeat(20), medium: '.'.repeat(50), lines: '.'.repeat(150) };

/** A span as plain text. */
export const spanText = (span: Span): string => {
  if (typeof span === 'string') return span;
  if ('value' in span) return span.value;
  return 'gap' in span ? dots[span.gap] : span.boxes.map((b) => `☐ ${b}`).join('  ');
};

/** A letter as plain text: one empty line between paragraphs. */
export const letterText = (paragraphs: Paragraph[]): string =>
  paragraphs
    .map((p) => (p.maybe ? '☐ ' : '') + p.lines.map((l) => l.map(spanText).join('')).join('\n'))
    .join('\n\n');

/** The line that says what the letter is about, for the subject of an e-mail. */
export const subjectOf = (paragraphs: Paragraph[]): string => {
  const line = paragraphs.find((p) => p.style === 'subject')?.lines[0] ?? [];
  return line.map(spanText).join('').replace(/\s+/g, ' ');
};

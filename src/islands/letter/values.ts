/** Between what stands in the form's fields and what the letter is composed of. Pure. */
import type { LetterAnswers, LetterField, Row } from '../../model/index.ts';
import { optionsOf } from '../../rules/answers.ts';

/** A date as its three boxes. */
export interface DateParts {
  day?: string | undefined;
  month?: string | undefined;
  year?: string | undefined;
}
export type Value = string | boolean | string[] | DateParts | Row[] | null | undefined;
/** Fields by the letter's ids, below one key so that no id can clash with the form's own. */
export interface Values {
  f: Record<string, Value>;
}

/** Name of a blank in the form. */
export const nameOf = (id: string): `f.${string}` => `f.${id}`;

function shownIn(field: LetterField, answer: LetterAnswers[string] | undefined): Value {
  if (field.type === 'list') return Array.isArray(answer) ? answer : [];
  const text = typeof answer === 'string' ? answer : '';
  if (field.type === 'checkbox') return text === 'yes';
  if (field.type === 'several') return text === '' ? [] : optionsOf(text);
  if (field.type !== 'date') return text;
  const [year = '', month = '', day = ''] = text.split('-');
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}

/** What the fields show for these answers; all empty without any. */
export const valuesOf = (fields: LetterField[], answers: LetterAnswers = {}): Values => ({
  f: Object.fromEntries(fields.map((f) => [f.id, shownIn(f, answers[f.id])])),
});

const two = (text: string): string => text.padStart(2, '0');

function answerOf(field: LetterField, value: Value): LetterAnswers[string] {
  if (field.type === 'list') return Array.isArray(value) ? (value as Row[]) : [];
  if (field.type === 'checkbox') return value === true ? 'yes' : 'no';
  if (field.type === 'several') {
    const chosen = Array.isArray(value) ? (value as string[]) : [];
    return field.options.filter((o) => chosen.includes(o)).join(',');
  }
  if (field.type !== 'date') return typeof value === 'string' ? value : '';
  const parts = (value ?? {}) as DateParts;
  const [day = '', month = '', year = ''] = [parts.day, parts.month, parts.year].map((x) => x?.trim());
  return day + month + year === '' ? '' : `${year}-${two(month)}-${two(day)}`;
}

/** What the fields hold, valid or not. */
export const answersOf = (fields: LetterField[], values: Values): LetterAnswers =>
  Object.fromEntries(fields.map((f) => [f.id, answerOf(f, values.f?.[f.id])]));

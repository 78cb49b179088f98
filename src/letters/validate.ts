/** What is wrong with what was filled in. The only place that decides; the interface has a sentence for each fault. Pure. */
import type {
  Day,
  FormattedType,
  LetterAnswers,
  LetterField,
  LetterFormat,
  ResolvedLetter,
} from '../model/index.ts';
import { isCountry, optionsOf } from '../rules/answers.ts';
import { asked, type Case } from '../rules/condition.ts';
import { isDay } from '../rules/dates.ts';
import { clean } from './clean.ts';
import { answersFor } from './procedure.ts';

/** Why a value cannot stand in the letter. */
export type LetterFault =
  | 'missing'
  | 'too-long'
  | 'no-letters'
  | 'email'
  | 'no-such-day'
  | 'not-past'
  | 'not-future'
  | 'too-early'
  | 'too-late'
  | 'no-such-country'
  | 'unknown-option'
  | FormattedType;

export interface FaultAt {
  /** Field id, and for a row of a list its number and blank: "witnesses.0.name". */
  at: string;
  fault: LetterFault;
}

/** Any blank but a list. */
type Simple = Exclude<LetterField, { type: 'list' }>;

/** Most characters of a type of field, unless the letter says otherwise. */
const longest: Partial<Record<LetterField['type'], number>> = { name: 120, address: 250, long: 4000 };
export const maxOf = (field: LetterField): number =>
  ('max' in field && typeof field.max === 'number' ? field.max : undefined) ?? longest[field.type] ?? 150;

/** Whether the last digit is the check digit of the others: weights 2, 3, … from the right, modulo 11; 10 and 11 give 0. */
export function checkDigit(digits: string): boolean {
  const all = [...digits].map(Number);
  const sum = all.slice(0, -1).reduce((n, d, i) => n + d * (all.length - i), 0);
  const rest = 11 - (sum % 11);
  return all.at(-1) === (rest >= 10 ? 0 : rest);
}

/** Whether a value is written as its format wants. */
export function fits(format: LetterFormat, value: string): boolean {
  const bare = [...value].filter((c) => !format.ignore.includes(c)).join('');
  return new RegExp(`^(?:${format.pattern})$`, 'iu').test(bare) && (!format.check || checkDigit(bare));
}

function dateFault(
  field: Extract<LetterField, { type: 'date' }>,
  value: string,
  day: Day,
): LetterFault | null {
  if (!isDay(value)) return 'no-such-day';
  if (field.is === 'past' && value > day) return 'not-past';
  if (field.is === 'future' && value <= day) return 'not-future';
  if (field.min && value < field.min) return 'too-early';
  return field.max && value > field.max ? 'too-late' : null;
}

/** What is wrong with one value, or null. An empty one is a fault only where it is required. */
export function faultOfField(
  field: Simple,
  typed: string | undefined,
  formats: ResolvedLetter['formats'],
  day: Day,
): LetterFault | null {
  const value = clean(typed ?? '', field.type === 'long');
  if (value === '' || (field.type === 'checkbox' && value !== 'yes'))
    return field.required ? 'missing' : null;
  switch (field.type) {
    case 'choice':
      return field.options.includes(value) ? null : 'unknown-option';
    case 'several':
      return optionsOf(value).every((o) => field.options.includes(o)) ? null : 'unknown-option';
    case 'checkbox':
      return null;
    case 'country':
      return isCountry(value) ? null : 'no-such-country';
    case 'date':
      return dateFault(field, value, day);
  }
  if ([...value].length > maxOf(field)) return 'too-long';
  switch (field.type) {
    case 'name':
      return /\p{L}/u.test(value) ? null : 'no-letters';
    case 'email':
      return /^[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s.,;<>]+$/.test(value) ? null : 'email';
    case 'text':
    case 'address':
    case 'long':
      return null;
    default: {
      const format = formats[field.type];
      return !format || fits(format, value) ? null : field.type;
    }
  }
}

/** Every fault of a filled-in letter, in the order of its fields. Fields that are not asked have none. */
export function faultsIn(letter: ResolvedLetter, answers: LetterAnswers, day: Day): FaultAt[] {
  const c = { procedure: letter.procedure, answers: answersFor(letter.fields, answers), day };
  return letter.fields.flatMap((field): FaultAt[] => {
    if (!isAsked(field, c)) return [];
    const value = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
    const of = (f: Simple, typed: unknown, at: string): FaultAt[] => {
      const fault = faultOfField(f, typeof typed === 'string' ? typed : undefined, letter.formats, day);
      return fault ? [{ at, fault }] : [];
    };
    if (field.type !== 'list') return of(field, value, field.id);
    const rows = Array.isArray(value) ? value : [];
    if (rows.length > field.rows) return [{ at: field.id, fault: 'too-long' }];
    if (field.required && rows.length === 0) return [{ at: field.id, fault: 'missing' }];
    return rows.flatMap((row, n) =>
      field.fields.flatMap((f) => of(f, row[f.id], `${field.id}.${n}.${f.id}`)),
    );
  });
}

/** Whether a field is certainly asked. */
export const isAsked = (field: LetterField, c: Case): boolean => asked(c, field) === true;

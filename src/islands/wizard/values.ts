/** Between what stands in a form's fields and an answer as rules and links know it. Pure. */
import type { Question } from '../../model/index.ts';
import { optionsOf } from '../../rules/answers.ts';

/** Fields of a question's form; each type of question uses its own. */
export interface Values {
  /** Chosen option, the number, or the country's code. */
  one?: string | undefined;
  several?: string[] | undefined;
  day?: string | undefined;
  month?: string | undefined;
  year?: string | undefined;
}

/** What the fields show for an answer. Without one, a text field is undefined, so that what was typed before scripts ran stays. */
export function valuesOf(question: Question, raw: string | undefined): Values {
  if (question.type === 'multi') return { several: raw === undefined ? [] : optionsOf(raw) };
  if (raw === undefined) return {};
  if (question.type !== 'date') return { one: raw };
  const [year, month, day] = raw.split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
}

const two = (text: string): string => text.padStart(2, '0');

/** The answer that the fields hold, empty if nothing was filled in. Whether it is valid, `faultOf` decides. */
export function rawOf(question: Question, values: Values): string {
  if (question.type === 'choice' || question.type === 'country') return values.one ?? '';
  if (question.type === 'number') return (values.one ?? '').trim();
  if (question.type === 'multi') {
    const chosen = values.several ?? [];
    return question.options.filter((o) => chosen.includes(o)).join(',');
  }
  const [day = '', month = '', year = ''] = [values.day, values.month, values.year].map((x) => x?.trim());
  return day + month + year === '' ? '' : `${year}-${two(month)}-${two(day)}`;
}

/** Keeping what was filled in on the device: only when the reader asks for it, and gone as soon as she no longer does. */
import type { LetterAnswers } from '../../model/index.ts';

const isObject = (v: unknown): v is object => typeof v === 'object' && v !== null && !Array.isArray(v);
const isText = (v: unknown): v is string => typeof v === 'string' && v.length <= 20_000;
const isRow = (v: unknown): v is Record<string, string> => isObject(v) && Object.values(v).every(isText);
/**
 * What may come back from the device. Whoever else writes there is not trusted. Without zod: what this page alone would
 * need of it stands in a chunk that every wizard loads.
 */
const isKept = (v: unknown): v is LetterAnswers =>
  isObject(v) &&
  Object.values(v).every((x) => isText(x) || (Array.isArray(x) && x.length <= 50 && x.every(isRow)));

const keyOf = (guide: string, letter: string): string => `${guide}/letter/${letter}`;

/** What was kept, or undefined. Never throws: a browser may forbid storage. */
export function readKept(guide: string, letter: string): LetterAnswers | undefined {
  try {
    const raw = localStorage.getItem(keyOf(guide, letter));
    const read: unknown = raw === null ? undefined : JSON.parse(raw);
    return isKept(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the answers; false where the browser forbids it. */
export function writeKept(guide: string, letter: string, answers: LetterAnswers): boolean {
  try {
    localStorage.setItem(keyOf(guide, letter), JSON.stringify(answers));
    return true;
  } catch {
    return false;
  }
}

/** Forgets what was kept. */
export function eraseKept(guide: string, letter: string): void {
  try {
    localStorage.removeItem(keyOf(guide, letter));
  } catch {
    // Where storage is forbidden there is nothing to forget.
  }
}

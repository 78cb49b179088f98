/** Keeping what was filled in on the device: only when the reader asks for it, and gone as soon as she no longer does. */
import type { LetterAnswers } from '../../model/index.ts';

const isObject = (v: unknown): v is object => typeof v === 'object' && v !== null && !Array.isArray(v);
const isText = (v: unknown): v is string => typeof v === 'string' && v.length <= 20_000;
const isRow = (v: unknown): v is Record<string, string> => isObject(v) && Object.values(v).every(isText);
const isAnswer = (x: unknown): x is LetterAnswers[string] =>
  isText(x) || (Array.isArray(x) && x.length <= 50 && x.every(isRow));

/** What came back from the device. */
export interface Kept {
  answers: LetterAnswers;
  /** True where a part of it could not be read. */
  damaged: boolean;
}

/**
 * Reads what an older edition, a broken write or another program may have left; keeps what can be used. Never throws.
 * Without zod: what this page alone would need of it stands in a chunk that every wizard loads.
 */
export function readAnswers(text: string): Kept {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    read = undefined;
  }
  const all = isObject(read) ? Object.entries(read) : [];
  const good = all.filter((x): x is [string, LetterAnswers[string]] => isAnswer(x[1]));
  return { answers: Object.fromEntries(good), damaged: !isObject(read) || good.length < all.length };
}

const keyOf = (guide: string, letter: string): string => `${guide}/letter/${letter}`;

/** What was kept, or undefined if nothing was. Never throws: a browser may forbid storage. */
export function readKept(guide: string, letter: string): Kept | undefined {
  try {
    const text = localStorage.getItem(keyOf(guide, letter));
    return text === null ? undefined : readAnswers(text);
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

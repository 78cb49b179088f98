/** Keeping what was filled in on the device: only when the reader asks for it, and gone as soon as she no longer does. */
import * as z from 'zod/mini';
import type { LetterAnswers } from '../../model/index.ts';

const text = z.string().check(z.maxLength(20_000));
/** What may come back from the device. Whoever else writes there is not trusted. */
const Kept = z.record(
  z.string(),
  z.union([text, z.array(z.record(z.string(), text)).check(z.maxLength(50))]),
);

const keyOf = (guide: string, letter: string): string => `${guide}/letter/${letter}`;

/** What was kept, or undefined. Never throws: a browser may forbid storage. */
export function readKept(guide: string, letter: string): LetterAnswers | undefined {
  try {
    const raw = localStorage.getItem(keyOf(guide, letter));
    const read = raw === null ? undefined : Kept.safeParse(JSON.parse(raw));
    return read?.success ? read.data : undefined;
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

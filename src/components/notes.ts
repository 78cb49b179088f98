/** Order of the kinds of notes, and which of them stand on the second page of a procedure. */
import type { Note } from '../model/index.ts';

export const noteKinds = [
  'warning',
  'condition',
  'meanwhile',
  'next',
  'refused',
  'silence',
  'unknown',
  'tip',
] as const satisfies Note['kind'][];

/** A procedure has three pages: what to bring and pay, what to do and what comes after, and the law behind it. */
export const pageKinds: Record<'first' | 'steps' | 'more', Note['kind'][]> = {
  first: ['warning'],
  steps: ['meanwhile', 'next', 'refused', 'silence'],
  more: ['condition', 'unknown', 'tip'],
};

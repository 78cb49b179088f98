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

/** What a person needs before she goes; the rest is for later and stands on the second page. */
export const firstKinds: Note['kind'][] = ['warning', 'meanwhile'];
export const laterKinds: Note['kind'][] = noteKinds.filter((k) => !firstKinds.includes(k));

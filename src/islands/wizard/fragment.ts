/** Answers in the address: reading and writing the fragment. Pure; trusts nothing that it reads. */
import type { Answers, ResolvedProcedure } from '../../model/index.ts';
import { faultOf } from '../../rules/answers.ts';

/** Characters of a fragment that are read; no procedure needs a tenth of it. */
export const longestFragment = 4000;

export interface Fragment {
  /** Usable answers by question id. */
  answers: Answers;
  /** The question whose screen is shown; none for the first open question or the result. */
  at?: string;
  /** True where something in it could not be used. */
  faulty: boolean;
}

/** Whether a fragment names a place on the page (`#main`), or nothing, and so says nothing about answers. */
export const isAnchor = (hash: string): boolean => /^#?[\w-]*$/.test(hash);

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Reads `#basis=work&expires-on=2027-01-15&at=expires-on`. Whatever is broken or unknown is left out; never throws. */
export function readFragment(procedure: ResolvedProcedure, hash: string): Fragment {
  const found: Fragment = { answers: {}, faulty: false };
  if (isAnchor(hash)) return found;
  let text = hash.replace(/^#/, '');
  if (text.length > longestFragment) {
    // The pair at the cut is torn; it goes with the rest.
    text = text.slice(0, longestFragment).replace(/&?[^&]*$/, '');
    found.faulty = true;
  }
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const cut = pair.indexOf('=');
    const key = cut < 0 ? undefined : decode(pair.slice(0, cut));
    const value = cut < 0 ? undefined : decode(pair.slice(cut + 1));
    const question = procedure.questions.find((q) => q.id === (key === 'at' ? value : key));
    if (!question || value === undefined) found.faulty = true;
    else if (key === 'at') found.at = question.id;
    else if (Object.hasOwn(found.answers, question.id) || faultOf(question, value) !== null)
      found.faulty = true;
    else found.answers[question.id] = value;
  }
  return found;
}

/** The fragment for these answers, in the order of the questions, with `#`; empty when there is nothing to say. */
export function writeFragment(procedure: ResolvedProcedure, answers: Answers, at?: string): string {
  const pairs = procedure.questions.flatMap((q) =>
    Object.hasOwn(answers, q.id) ? [[q.id, answers[q.id] as string]] : [],
  );
  if (at !== undefined) pairs.push(['at', at]);
  const text = pairs.map(([k, v]) => `${k}=${encodeURIComponent(v as string).replaceAll('%2C', ',')}`);
  return text.length > 0 ? `#${text.join('&')}` : '';
}

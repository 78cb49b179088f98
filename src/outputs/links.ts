/** Every address outside the guide that its content leads to: for a program that sees whether they are still there. */
import type { Site } from '../content/guide.ts';
import { allTexts } from '../content/texts.ts';

export interface OutsideLink {
  url: string;
  /** Files of the content that name it. */
  in: string[];
}

/** Every address inside a value, in texts too. A bracket, mark or full stop after an address is no part of it. */
function addresses(value: unknown): string[] {
  if (typeof value === 'string')
    return [...value.matchAll(/https:\/\/[^\s"'<>[\]]+/g)].map((m) => m[0].replace(/[).,;:*]+$/, ''));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(addresses) : [];
}

/** All of them, in the order of the alphabet. */
export function outsideLinks({ content: c }: Site): OutsideLink[] {
  const found = new Map<string, Set<string>>();
  const add = (file: string, value: unknown): void => {
    for (const url of addresses(value)) found.set(url, (found.get(url) ?? new Set()).add(file));
  };
  add('content/guide.yaml', c.guide);
  for (const [topic, { sources }] of c.law)
    for (const id of sources) add(`content/law/${topic}/sources.yaml`, c.sources.get(id));
  for (const e of [
    ...c.authorities.values(),
    ...c.procedures.values(),
    ...c.letters.values(),
    ...c.offices.values(),
  ])
    add(e.dir, e.data);
  for (const text of allTexts(c)) add(text.file, text.value);
  return [...found]
    .map(([url, files]) => ({ url, in: [...files].sort() }))
    .sort((a, b) => (a.url < b.url ? -1 : 1));
}

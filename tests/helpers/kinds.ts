/** The kinds of page of a built guide. */
import { pagesOf } from './built.ts';

/** One page of every kind: the first page below each folder pattern. */
export function kinds(dist: string, lang: string): string[] {
  const paths = pagesOf(dist)
    .filter((p) => p.startsWith(`${lang}/`))
    .map((p) => p.slice(lang.length + 1).replace(/index\.html$/, ''));
  const pattern = (p: string): string =>
    p.replace(
      /^(procedures|questions|authorities|letters|embed|living|succession|sources|glossary|changes)\/[^/]+\//,
      '$1/*/',
    );
  return [...new Map([...paths].reverse().map((p) => [pattern(p), p])).values()];
}

/** The header rules in `public/_headers`: the one place that says which headers an address has. */
import { readFileSync } from 'node:fs';

/** A path pattern (`*` stands for anything, `:name` for one folder) and its headers in order; "! Name" takes one back. */
export type HeaderRules = { pattern: string; headers: [string, string][] }[];

/** Reads a `_headers` file as CDN hosts understand it. */
export function parseHeaders(text: string): HeaderRules {
  const rules: HeaderRules = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (!line.startsWith(' ')) rules.push({ pattern: line.trim(), headers: [] });
    else {
      const [name = '', ...value] = line.trim().split(':');
      rules.at(-1)?.headers.push([name.trim(), value.join(':').trim()]);
    }
  }
  return rules;
}

/** The project's own rules. */
export const projectRules = (): HeaderRules => parseHeaders(readFileSync('public/_headers', 'utf8'));

/** The name of a header that a line takes back, else nothing. */
export const takenBack = (name: string): string | undefined =>
  name.startsWith('!') ? name.slice(1).trim() : undefined;

/** A pattern as a regular expression that JavaScript, nginx and Apache read alike. @param base without a slash at the end */
export function regexOf(pattern: string, base = ''): string {
  const literal = (s: string): string => s.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return `^${literal(base)}${literal(pattern).replace(/:\w+/g, '[^/]+').replaceAll('*', '.*')}$`;
}

/** The headers for a path: later rules win. */
export function headersFor(rules: HeaderRules, path: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { pattern, headers } of rules) {
    if (!new RegExp(regexOf(pattern)).test(path)) continue;
    for (const [name, value] of headers) {
      const gone = takenBack(name);
      if (gone) found.delete(gone);
      else found.set(name, value);
    }
  }
  return found;
}

/** A path prefix such as "/help/papers" without its last slash; the root is empty. */
export const prefixOf = (base: string): string => base.replace(/\/+$/, '');

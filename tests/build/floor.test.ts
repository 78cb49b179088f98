/** What is built runs in the browsers that the guide promises: no newer syntax in scripts, none in styles. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { syntax } from '../../src/outputs/floor.ts';
import { filesOf, pagesOf } from '../helpers/built.ts';
import { sites } from '../helpers/sites.ts';

/** What an engine of that edition would say about a script; undefined if it can read it. */
function unreadable(code: string, sourceType: 'module' | 'script'): string | undefined {
  try {
    parse(code, { ecmaVersion: syntax, sourceType });
    // Of that edition and older ones, Safari learned these two a year after the rest.
    const late = /\(\?<[=!]|\bstatic\s*\{/.exec(code);
    return late ? `Safari knew ${late[0]} later` : undefined;
  } catch (e) {
    return (e as Error).message;
  }
}

/** Rules of styles that browsers of the floor drop: nested ones, and ranges in media queries. */
const newStyle = /[{;}]\s*&|@media[^{]*[<>]=?|@container|@scope/;

it('knows newer syntax when it sees it', () => {
  expect(unreadable('class A { #b = 1; static c; has(x) { return #b in x; } }', 'module')).toBeUndefined();
  expect(unreadable('class A { static { this.b ??= 1; } }', 'module')).toMatch(/static/);
  expect(unreadable('const x = /(?<!a)b/;', 'script')).toMatch(/later/);
  expect(unreadable('export const x = /[a--b]/v;', 'module')).toMatch(/flag/);
  expect(unreadable('using x = y();', 'module')).toBeDefined();
  expect(unreadable('import data from "./a.json" with { type: "json" };', 'module')).toBeDefined();
  expect('a{b:c;& d{e:f}}').toMatch(newStyle);
  expect('@media (width>=60rem){a{b:c}}').toMatch(newStyle);
  expect('@media (min-width:60rem){a>b{c:d}}').not.toMatch(newStyle);
});

describe.each([sites.guide, sites.country])('$name', ({ dist }) => {
  it('has no script that needs a newer engine', () => {
    const files = filesOf(dist).filter((f) => f.endsWith('.js'));
    expect(files.length).toBeGreaterThan(20);
    const faults = files.flatMap((f) => unreadable(readFileSync(join(dist, f), 'utf8'), 'module') ?? []);
    expect(faults).toEqual([]);
  });

  it('has no script inside a page that needs one', () => {
    const seen = new Set<string>();
    for (const page of pagesOf(dist))
      for (const m of readFileSync(join(dist, page), 'utf8').matchAll(
        /<script(?![^>]*(?:\ssrc=|json))[^>]*>([\s\S]*?)<\/script>/g,
      ))
        seen.add(m[1] as string);
    expect(seen.size).toBeGreaterThan(1);
    expect([...seen].flatMap((code) => unreadable(code, 'script') ?? [])).toEqual([]);
  });

  it('has no style that only newer browsers know', () => {
    const files = filesOf(dist).filter((f) => f.startsWith('assets/') && f.endsWith('.css'));
    expect(files.length).toBeGreaterThan(3);
    for (const f of files) expect(readFileSync(join(dist, f), 'utf8'), f).not.toMatch(newStyle);
  });
});

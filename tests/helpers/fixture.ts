/** The made-up country, ready to be checked, built or broken: a copy in a folder of its own. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pseudoTree } from './pseudo.ts';

/** The project's folder. */
export const project = join(import.meta.dirname, '../..');
/** Where tests put copies of content and of built guides. */
export const temporary = join(project, 'tests/.tmp');

/**
 * Copies the made-up country to a folder below tests/.tmp and writes its interface strings: English as it is,
 * Arabic as a pseudo-language made from it. With a name the folder is always the same and made anew;
 * without one it is a new folder each time.
 */
export function fixtureRoot(name?: string): string {
  mkdirSync(temporary, { recursive: true });
  const root = name ? join(temporary, name) : mkdtempSync(join(temporary, 'guide-'));
  if (name) rmSync(root, { recursive: true, force: true });
  cpSync(join(project, 'tests/fixtures/marland'), root, { recursive: true });
  const english = join(project, 'locales/en');
  cpSync(english, join(root, 'locales/en'), { recursive: true });
  mkdirSync(join(root, 'locales/ar'));
  for (const file of readdirSync(english).filter((f) => f.endsWith('.json')))
    writeFileSync(
      join(root, 'locales/ar', file),
      JSON.stringify(pseudoTree(JSON.parse(readFileSync(join(english, file), 'utf8'))), null, 2),
    );
  return root;
}

/** Runs a test on a fresh copy and removes the copy. */
export function withFixture<T>(test: (root: string) => T): T {
  const root = fixtureRoot();
  try {
    return test(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Replaces a piece of a file; throws if the piece is not there, so that a planted fault is really planted. */
export function edit(root: string, file: string, from: string | RegExp, to: string): void {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, () => to);
  if (changed === text) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(path, changed);
}

/** Adds to the end of a file, or creates it. */
export function append(root: string, file: string, text: string): void {
  writeFileSync(join(root, file), text, { flag: 'a' });
}

if (import.meta.main) console.log(fixtureRoot('fixture'));

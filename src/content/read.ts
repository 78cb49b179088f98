/** Reading content files. Nothing here throws: what is wrong with a file becomes a fault. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, LineCounter, parseDocument, visit } from 'yaml';
import { type ZodType, z } from 'zod';
import type { Fault } from './faults.ts';
import { shapeFaults } from './shape.ts';

export interface Reader {
  /** Folder that holds `content/` and `locales/`. */
  root: string;
  faults: Fault[];
  /** Ids of entries that are there but could not be read. */
  broken: Set<string>;
}

/** Names of the folders in a folder, sorted; none if it is missing. */
export const folders = (r: Reader, path: string): string[] => entries(r, path, true);
/** Names of the files in a folder, sorted; none if it is missing. */
export const files = (r: Reader, path: string): string[] => entries(r, path, false);

function entries(r: Reader, path: string, directory: boolean): string[] {
  const full = join(r.root, path);
  if (!existsSync(full)) return [];
  return readdirSync(full, { withFileTypes: true })
    .filter((e) => e.isDirectory() === directory && !e.name.startsWith('.'))
    .map((e) => e.name)
    .sort();
}

function parseYaml(r: Reader, file: string, text: string, firstLine = 0): unknown {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  // One slip makes many errors after it; the first is the one to mend.
  const [first] = [...doc.errors, ...danglingAliases(doc), ...doc.warnings];
  if (!first) return doc.toJS();
  r.faults.push({
    file,
    key: `line ${lines.linePos(first.pos[0]).line + firstLine}`,
    problem: `not valid YAML: ${first.message}`,
    mend: 'put the text of this line in quotes, or check colons and indentation near it',
  });
  return undefined;
}

/** Texts that begin with * without quotes: YAML takes them for references to an anchor. */
function danglingAliases(doc: Document.Parsed): { message: string; pos: [number, number] }[] {
  const found: { message: string; pos: [number, number] }[] = [];
  visit(doc, {
    Alias(_, node) {
      if (node.resolve(doc)) return;
      const [start = 0, end = 0] = node.range ?? [];
      found.push({ message: `a text may not begin with * ("*${node.source}")`, pos: [start, end] });
    },
  });
  return found;
}

function text(r: Reader, file: string): string | undefined {
  const full = join(r.root, file);
  if (existsSync(full)) return readFileSync(full, 'utf8');
  r.faults.push({
    file,
    key: '',
    problem: 'this file is missing',
    mend: 'add it; every entry has its data file and one text file per language',
  });
  return undefined;
}

function check<T>(r: Reader, file: string, data: unknown, schema: ZodType<T>): T | undefined {
  if (data === undefined) return undefined;
  const result = schema.safeParse(data ?? {}, { reportInput: true });
  if (result.success) return result.data;
  r.faults.push(...shapeFaults(file, result.error, data));
  return undefined;
}

/** Reads and checks a YAML file; undefined (and faults) if anything is wrong. */
export function yaml<T>(r: Reader, file: string, schema: ZodType<T>): T | undefined {
  const raw = text(r, file);
  return raw === undefined ? undefined : check(r, file, parseYaml(r, file, raw), schema);
}

/** Reads and checks a YAML file that holds a list of entries; those with faults are left out, their ids noted as broken. */
export function yamlList<T>(r: Reader, file: string, schema: ZodType<T>): T[] {
  const raw = text(r, file);
  const data = raw === undefined ? undefined : parseYaml(r, file, raw);
  if (data === undefined) {
    for (const m of (raw ?? '').matchAll(/\bid:\s*([a-z][a-z0-9-]*)/g)) r.broken.add(m[1] as string);
    return [];
  }
  const list = check(r, file, data ?? [], z.array(z.unknown())) ?? [];
  return list.flatMap((item, i) => {
    const result = schema.safeParse(item, { reportInput: true });
    if (result.success) return [result.data];
    const id = (item as { id?: unknown } | null)?.id;
    if (typeof id === 'string') r.broken.add(id);
    r.faults.push(...shapeFaults(file, result.error, item, typeof id === 'string' ? id : String(i)));
    return [];
  });
}

/** Reads a Markdown file with YAML front matter. */
export function markdown<T>(r: Reader, file: string, schema: ZodType<T>): (T & { body: string }) | undefined {
  const raw = text(r, file);
  if (raw === undefined) return undefined;
  const m = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(raw.replaceAll('\r\n', '\n'));
  if (!m) {
    r.faults.push({
      file,
      key: '',
      problem: 'no front matter',
      mend: 'begin the file with a line ---, the keys, and a line ---',
    });
    return undefined;
  }
  const front = check(r, file, parseYaml(r, file, m[1] as string, 1), schema);
  const body = (m[2] as string).trim();
  if (body === '')
    r.faults.push({
      file,
      key: 'body',
      problem: 'the text is empty',
      mend: 'write the text below the front matter',
    });
  return front && { ...front, body };
}

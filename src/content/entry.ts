/** What every kind of entry shares when it is read: ids, words by language, files that nothing reads. */
import type { z } from 'zod';
import { Id } from '../model/index.ts';
import type { Fault } from './faults.ts';
import { files, folders, type Reader, yaml, yamlList } from './read.ts';

/** One entry and its words in every language that could be read. */
export interface Entry<D, T> {
  id: string;
  /** Folder of the entry, for reports. */
  dir: string;
  data: D;
  text: Record<string, T>;
}

export function put<T>(r: Reader, map: Map<string, T>, id: string, file: string, value: T): void {
  if (map.has(id))
    r.faults.push({
      file,
      key: id,
      problem: `the id "${id}" is used twice`,
      mend: 'give one of the two another id',
    });
  else map.set(id, value);
}

/** Reads one text file per language. */
export function texts<T>(langs: string[], read: (lang: string) => T | undefined): Record<string, T> {
  return Object.fromEntries(
    langs.flatMap((lang) => {
      const t = read(lang);
      return t === undefined ? [] : [[lang, t]];
    }),
  );
}

export const withId = <T extends object>(data: T, id: string): T & { id: string } => ({ ...data, id });

/** Folders whose names are ids; a name that cannot be one is reported. */
export function idFolders(r: Reader, path: string): string[] {
  const names = folders(r, path);
  for (const name of names) {
    const id = Id.safeParse(name);
    if (!id.success)
      r.faults.push({
        file: `${path}/${name}`,
        key: '',
        problem: `the folder's name is no id: ${id.error.issues[0]?.message}`,
        mend: 'rename the folder',
      });
  }
  return names;
}

/** Files that nothing reads: a misspelt name would be left out in silence. */
export function strayFaults(r: Reader, dir: string, known: string[]): void {
  for (const name of files(r, dir))
    if (!known.includes(name))
      r.faults.push({
        file: `${dir}/${name}`,
        key: '',
        problem: 'nothing reads this file',
        mend: `correct its name or remove it; this folder may hold ${known.join(', ')}`,
      });
}

export const idProblems = {
  missing: 'the text is missing in this language',
  surplus: 'there is no such id in the data file',
};

/** Reports ids without a text and texts without an id. */
export function idFaults(
  r: { faults: Fault[] },
  file: string,
  section: string,
  ids: string[],
  have: string[],
): void {
  const at = (id: string): string => (section === '' ? id : `${section}.${id}`);
  for (const id of ids)
    if (!have.includes(id))
      r.faults.push({
        file,
        key: at(id),
        problem: idProblems.missing,
        mend: `write ${at(id)} here as in the other languages`,
      });
  for (const id of have)
    if (!ids.includes(id))
      r.faults.push({
        file,
        key: at(id),
        problem: idProblems.surplus,
        mend: 'correct the id or remove the text',
      });
}

/** A folder with one list and one file of words for each language, both by id. */
export function loadList<D extends { id: string }, W>(
  r: Reader,
  langs: string[],
  map: Map<string, Entry<D, W>>,
  dir: string,
  file: string,
  schema: z.ZodType<D>,
  wordSchema: z.ZodType<Record<string, W>>,
): void {
  if (!folders(r, 'content').includes(dir.slice('content/'.length))) return;
  strayFaults(r, dir, [file, ...langs.map((l) => `${l}.yaml`)]);
  const list = yamlList(r, `${dir}/${file}`, schema);
  const words = texts(langs, (l) => yaml(r, `${dir}/${l}.yaml`, wordSchema));
  for (const data of list)
    put(r, map, data.id, `${dir}/${file}`, {
      id: data.id,
      dir,
      data,
      text: texts(langs, (l) => words[l]?.[data.id]),
    });
  for (const lang of langs) {
    const text = words[lang];
    if (text)
      idFaults(
        r,
        `${dir}/${lang}.yaml`,
        '',
        list.map((x) => x.id),
        Object.keys(text),
      );
  }
}

/** Faults of content: every one names the file, the key, what is wrong and how to mend it; all are reported at once. */

export interface Fault {
  /** Path below the content folder's parent, such as content/law/residence/fees.yaml. */
  file: string;
  /** Path of the key inside the file, such as values.0.from; empty for the whole file. */
  key: string;
  /** What is wrong. */
  problem: string;
  /** What to do about it. */
  mend: string;
}

export class ContentError extends Error {
  readonly faults: Fault[];
  constructor(faults: Fault[]) {
    super(report(faults));
    this.name = 'ContentError';
    this.faults = faults;
  }
}

/** One paragraph a file, one line a fault. */
export function report(faults: Fault[]): string {
  const byFile = Map.groupBy(faults, (f) => f.file);
  const files = [...byFile].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = files.map(([file, list]) =>
    [file, ...list.map((f) => `  ${f.key || '(file)'}: ${f.problem}\n    → ${f.mend}`)].join('\n'),
  );
  return `${faults.length} fault${faults.length === 1 ? '' : 's'} in the content:\n\n${lines.join('\n\n')}`;
}

/** Takes one fault: file, key, problem and mend. */
export type Say = (file: string, key: string, problem: string, mend: string) => void;

/** Reports an id that nothing has. */
export function refer(
  say: Say,
  file: string,
  key: string,
  id: string | undefined,
  known: { has(id: string): boolean },
  what: string,
  where: string,
): void {
  if (id !== undefined && !known.has(id))
    say(file, key, `there is no ${what} "${id}"`, `correct the id, or add it to ${where}`);
}

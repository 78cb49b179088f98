/** Faults of content: every one names the file, the key, what is wrong and how to mend it; all are reported at once. */
import type { ZodError } from 'zod';

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

type Issue = ZodError['issues'][number];

/** What to do about a fault of shape. */
function mendOf(issue: Issue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `remove ${issue.keys.join(', ')} or correct the spelling; src/model lists the allowed keys`;
    case 'invalid_type':
      return 'input' in issue && issue.input !== undefined
        ? `write a ${issue.expected} here`
        : `add the key, or write a ${issue.expected} here`;
    case 'invalid_value':
      return `use one of: ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return 'write more here, or leave the key out if it is optional';
    case 'invalid_union':
      return 'compare with the examples in content/README.md';
    default:
      return 'correct the value as described';
  }
}

/** Faults of shape in one file. */
export const shapeFaults = (file: string, error: ZodError): Fault[] =>
  error.issues.map((issue) => ({
    file,
    key: issue.path.map(String).join('.'),
    problem: issue.message,
    mend: mendOf(issue),
  }));

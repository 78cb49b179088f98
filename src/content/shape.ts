/** Faults of shape, from zod's issues, in words an editor of YAML understands. */
import type { ZodError } from 'zod';
import type { Fault } from './faults.ts';

type Issue = ZodError['issues'][number];

/** Kinds of values as an editor of YAML knows them. */
const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
  tuple: 'a pair',
};
const kind = (name: string): string => kinds[name] ?? name;
const kindOf = (value: unknown): string =>
  value === null ? 'nothing' : kind(Array.isArray(value) ? 'array' : typeof value);

/** The issues that say most about a value that fits none of several shapes: those of the nearest shape. */
function nearest(branches: Issue[][]): Issue[] {
  const depth = (issues: Issue[]): number => Math.max(...issues.map((i) => i.path.length));
  const rank = (a: Issue[], b: Issue[]): number => depth(b) - depth(a) || a.length - b.length;
  const fitting = branches.filter((issues) =>
    issues.some((i) => i.code !== 'invalid_type' || i.path.length > 0),
  );
  const best = fitting.sort(rank)[0] ?? [];
  const equal = fitting.filter((b) => depth(b) === depth(best) && b.length === best.length);
  // Two simple shapes, such as a day or an id: both may have been meant.
  return depth(best) === 0 ? equal.flat() : best;
}

type Told = Pick<Fault, 'problem' | 'mend'>;

/** What is wrong with a value of the wrong shape, and what to do about it. */
function tell(issue: Issue): Told {
  const { input } = issue;
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        problem: `there is no key ${issue.keys.map((k) => `"${k}"`).join(', ')} here`,
        mend: 'correct the spelling or remove it; src/model lists the allowed keys',
      };
    case 'invalid_type':
      return input === undefined
        ? { problem: 'this key is missing', mend: `add it: ${kind(issue.expected)}` }
        : {
            problem: `here stands ${kindOf(input)} where ${kind(issue.expected)} belongs`,
            mend: `write ${kind(issue.expected)}${issue.expected === 'string' ? '; in quotes if it begins with a bracket or digit' : ''}`,
          };
    case 'invalid_value':
      return {
        problem: input === undefined ? 'this key is missing' : `"${input}" is not allowed here`,
        mend: `use one of: ${issue.values.map(String).join(', ')}`,
      };
    case 'too_small':
      return {
        problem: issue.message.startsWith('Too small')
          ? `${kindOf(input)} of less than ${issue.minimum}`
          : issue.message,
        mend: 'write more here, or leave the key out if it is optional',
      };
    case 'invalid_union': {
      const named =
        'discriminator' in issue
          ? (input as Record<string, unknown>)[issue.discriminator as string]
          : undefined;
      return 'options' in issue
        ? {
            problem: named === undefined ? 'this key is missing' : `"${named}" is not allowed here`,
            mend: `use one of: ${(issue.options as unknown[]).join(', ')}`,
          }
        : {
            problem: `${kindOf(input)} does not fit here`,
            mend: 'compare with the examples in content/README.md',
          };
    }
    case 'invalid_key':
      return {
        problem: issue.issues.map((i) => i.message).join('; '),
        mend: 'write the id as in the data file',
      };
    default:
      return { problem: issue.message, mend: 'correct the value as described' };
  }
}

/** Faults of one issue; of a value that fits none of several shapes, the faults of the nearest. */
function issueFaults(issue: Issue, path: PropertyKey[] = []): { path: PropertyKey[]; told: Told }[] {
  const here = [...path, ...issue.path];
  const inner = issue.code === 'invalid_union' ? nearest(issue.errors as Issue[][]) : [];
  if (inner.length === 0) return [{ path: here, told: tell(issue) }];
  if (inner.some((i) => i.path.length > 0)) return inner.flatMap((i) => issueFaults(i, here));
  const told = inner.flatMap((i) => issueFaults(i)).map((f) => f.told);
  return [
    {
      path: here,
      told: {
        problem: [...new Set(told.map((t) => t.problem))].join('; or '),
        mend: told[0]?.mend as string,
      },
    },
  ];
}

/** A path in words: an entry of a list goes by its id, if it has one. */
function keyOf(path: PropertyKey[], data: unknown): string {
  let at = data;
  return path
    .map((step) => {
      const list = Array.isArray(at);
      at = (at as Record<PropertyKey, unknown> | undefined)?.[step];
      const id = list && (at as { id?: unknown } | null | undefined)?.id;
      return typeof id === 'string' ? id : String(step);
    })
    .join('.');
}

/** Faults of shape of `data`, which stands in a file, below the key `at` if that is given. */
export const shapeFaults = (file: string, error: ZodError, data: unknown, at = ''): Fault[] =>
  error.issues.flatMap((issue) =>
    issueFaults(issue).map(({ path, told }) => ({
      file,
      key: [at, keyOf(path, data)].filter((x) => x !== '').join('.'),
      ...told,
    })),
  );

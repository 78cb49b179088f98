/** Slips of an editor, made at random but the same every time: a key deleted, doubled, of another type, an id renamed … */

/** Random numbers from 0 to 1 that follow from a seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Tree = Record<string, unknown> | unknown[];
/** A value inside a file: what holds it, and under which key. */
interface Place {
  holder: Tree;
  key: string;
  path: string;
}

const isTree = (x: unknown): x is Tree => typeof x === 'object' && x !== null;

function places(tree: Tree, above = ''): Place[] {
  return Object.keys(tree).flatMap((key) => {
    const path = above ? `${above}.${key}` : key;
    const value = (tree as Record<string, unknown>)[key];
    return [{ holder: tree, key, path }, ...(isTree(value) ? places(value, path) : [])];
  });
}

const get = ({ holder, key }: Place): unknown => (holder as Record<string, unknown>)[key];
const set = ({ holder, key }: Place, value: unknown): void => {
  (holder as Record<string, unknown>)[key] = value;
};
const remove = ({ holder, key }: Place): void => {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
};
/** Another type than the value has. */
const retyped = (value: unknown): unknown =>
  typeof value === 'string'
    ? 7
    : typeof value === 'number'
      ? 'seven'
      : Array.isArray(value)
        ? { a: 1 }
        : [null];
const isDate = (x: unknown): x is string => typeof x === 'string' && /^\d{4}-\d\d-\d\d$/.test(x);
const isName = (x: unknown): x is string => typeof x === 'string' && /^[a-z]+(-[a-z]+)*$/.test(x);

/** A slip: where it can be made, and how. */
const slips: Record<string, [fits: (x: unknown, p: Place) => boolean, make: (p: Place, x: unknown) => void]> =
  {
    'deleted a key': [() => true, (p) => remove(p)],
    'changed the type of': [() => true, (p, x) => set(p, retyped(x))],
    emptied: [() => true, (p, x) => set(p, Array.isArray(x) ? [] : isTree(x) ? {} : null)],
    'doubled an entry': [
      (_, p) => Array.isArray(p.holder),
      (p, x) => void (p.holder as unknown[]).push(structuredClone(x)),
    ],
    'renamed the id': [isName, (p, x) => set(p, `${x}-x`)],
    'renamed the key': [
      (_, p) => !Array.isArray(p.holder),
      (p, x) => {
        remove(p);
        (p.holder as Record<string, unknown>)[`${p.key}x`] = x;
      },
    ],
    'changed the number': [(x) => typeof x === 'number', (p, x) => set(p, -3 * (x as number) - 1)],
    'moved the day': [
      isDate,
      (p, x) => set(p, `${Number((x as string).slice(0, 4)) + 3}${(x as string).slice(4)}`),
    ],
    'made no day of': [isDate, (p, x) => set(p, `${(x as string).slice(0, 5)}02-31`)],
    'cut short': [
      (x) => typeof x === 'string' && x.length > 8,
      (p, x) => set(p, (x as string).slice(0, (x as string).length / 2)),
    ],
    'swapped with its neighbour': [
      (_, p) => Array.isArray(p.holder) && Number(p.key) > 0,
      (p, x) => {
        const list = p.holder as unknown[];
        list[Number(p.key)] = list[Number(p.key) - 1];
        list[Number(p.key) - 1] = x;
      },
    ],
  };
export const slipNames = Object.keys(slips);

/** Makes one slip of a kind in a file's tree, in place. Gives where, or undefined where none of this kind can be made. */
export function slip(tree: Tree, name: string, next: () => number): string | undefined {
  const [fits, make] = slips[name] as (typeof slips)[string];
  const found = places(tree).filter((p) => fits(get(p), p));
  const place = found[Math.floor(next() * found.length)];
  if (!place) return undefined;
  make(place, get(place));
  return place.path;
}

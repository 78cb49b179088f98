/** A made-up translation of the interface: every string visibly replaced, longer, right-to-left, plurals complete. */

type Tree = { [key: string]: string | Tree };

/** Arabic letters for a to z; what they spell means nothing. */
const letters = [...'ابسدعفغهيجكلمنوبقرستوفوخيز'];

/** Plural forms of Arabic, the language with all six. */
const forms = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/** One string: Latin letters become Arabic ones, 40 % is added, {{variables}} stay as they are. */
export function pseudo(text: string): string {
  const parts = text.split(/(\{\{[^}]*\}\})/);
  const turned = parts.map((part) =>
    part.startsWith('{{')
      ? part
      : part.replace(/[a-z]/gi, (c) => letters[c.toLowerCase().charCodeAt(0) - 97] as string),
  );
  const length = parts.filter((p) => !p.startsWith('{{')).join('').length;
  return `${turned.join('')} ${'طويل '.repeat(length).slice(0, Math.ceil(length * 0.4))}`.trim();
}

/** A whole file of interface strings. A plural key gets all six forms, each of its own nearest source form. */
export function pseudoTree(tree: Tree): Tree {
  const out: Tree = {};
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value !== 'string') out[key] = pseudoTree(value);
    else if (key.endsWith('_other'))
      for (const form of forms) {
        const base = key.slice(0, -'_other'.length);
        const own = tree[`${base}_${form}`];
        out[`${base}_${form}`] = pseudo(typeof own === 'string' ? own : value);
      }
    else if (!/_(zero|one|two|few|many)$/.test(key)) out[key] = pseudo(value);
  }
  return out;
}

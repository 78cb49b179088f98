/** The words of a compiled text, without its marks. */
import type { Block, Inline, Rich } from './rich.ts';

/** The words of a tree, for search, data, calendar and comparison. */
export function plain(node: Rich | Block | Inline): string {
  if (typeof node === 'string') return node;
  if (Array.isArray(node)) return node.map((b) => plain(b)).join('\n');
  if ('items' in node) return node.items.map((i) => `- ${i.map((b) => plain(b)).join('\n')}`).join('\n');
  return typeof node.c === 'string' ? node.c : node.c.map((c) => plain(c)).join('');
}

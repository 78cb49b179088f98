/** Reading a finished PDF the way a reader's program does. */
import { inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { View } from '../../src/i18n/view.ts';
import type { Block, Inline, Rich } from '../../src/model/index.ts';

/** A node of the structure tree. */
export interface Tag {
  role: string;
  lang?: string;
  alt?: string;
  children: Tag[];
}

export interface ReadPdf {
  pages: number;
  text: string;
  info: Record<string, unknown>;
  outline: string[];
  tags: Tag[];
  /** Addresses that links lead to. */
  links: string[];
  /** Distance of the first line from the left edge, in points. */
  firstX: number;
}

interface RawTag {
  role?: string;
  lang?: string;
  alt?: string;
  children?: RawTag[];
}
const flat = (node: RawTag): Tag[] => {
  const below = (node.children ?? []).flatMap(flat);
  if (!node.role) return below;
  return [{ ...node, role: node.role, children: below } as Tag, ...below];
};

/** Opens a PDF; throws if it cannot be read. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const doc = await task.promise;
  const { info } = await doc.getMetadata();
  const out: ReadPdf = {
    pages: doc.numPages,
    text: '',
    info: info as never,
    outline: [],
    tags: [],
    links: [],
    firstX: 0,
  };
  const collect = (items: { title: string; items: never[] }[]): void => {
    for (const item of items) {
      out.outline.push(item.title);
      collect(item.items);
    }
  };
  collect(((await doc.getOutline()) ?? []) as never[]);
  for (let n = 1; n <= doc.numPages; n++) {
    const page = await doc.getPage(n);
    const { items } = await page.getTextContent();
    for (const item of items) if ('str' in item) out.text += item.str + (item.hasEOL ? '\n' : '');
    if (n === 1)
      out.firstX = (items.find((i) => 'str' in i) as { transform: number[] }).transform[4] as number;
    const tree = await page.getStructTree();
    if (tree) out.tags.push(...flat(tree as RawTag));
    for (const a of await page.getAnnotations()) if (a.url) out.links.push(a.url);
  }
  await task.destroy();
  return out;
}

/** Everything that is compressed in a PDF, unpacked, as one text. */
export function unpacked(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  const parts: string[] = [];
  for (const m of text.matchAll(
    /\/Length (\d+)[^\n]*?>>\nstream\n|\/Length (\d+)[\s\S]{0,200}?>>\nstream\n/g,
  )) {
    const at = m.index + m[0].length;
    const data = bytes.slice(at, at + Number(m[1] ?? m[2]));
    if (data[0] === 0x78) parts.push(inflateSync(data).toString('latin1'));
  }
  return parts.join('\n');
}

/** Text without what line breaks change: white space, and the hyphen that some languages repeat at the end of a line. */
export const squash = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u00ad\u200b]+/g, '')
    .replace(/-+/g, '-');

/** The strings of a text, without what marks them. */
export function leaves(node: Rich | Block | Inline | undefined): string[] {
  if (node === undefined) return [];
  if (typeof node === 'string') return [node];
  if (Array.isArray(node)) return node.flatMap((x) => leaves(x));
  if ('items' in node) return node.items.flatMap((x) => leaves(x));
  return typeof node.c === 'string' ? [node.c] : node.c.flatMap((x) => leaves(x));
}

/** Every phrase that a procedure's page shows from its view. */
export function phrases(v: View): string[] {
  return [
    v.title,
    v.official,
    ...v.groups.flatMap((g) => [
      g.title ?? '',
      ...g.items.flatMap((x) => [x.official, ...x.forms, x.validity ?? '']),
    ]),
    ...v.fees.flatMap((x) => x.prices.map((p) => p.text)),
    ...v.totals.map((x) => x.label),
    ...v.limits.flatMap((x) => [x.rule, ...leaves(x.missed)]),
    ...v.channels.flatMap((x) => [
      x.kindLabel,
      x.authority.name,
      x.authority.official,
      x.contact?.name ?? '',
      x.contact?.value.replace(/^https:\/\/|\/$/g, '') ?? '',
    ]),
    ...v.steps.flatMap((x) => [x.group ?? '', x.to?.title ?? '']),
    ...v.notes.flatMap((x) => [x.kindLabel, ...leaves(x.body)]),
    ...v.stops.flatMap((x) => [...leaves(x.body), x.to?.title ?? '']),
    ...[
      ...v.groups.flatMap((g) => g.items),
      ...v.fees,
      ...v.amounts,
      ...v.limits,
      ...v.channels,
      ...v.steps,
      ...v.notes,
      ...v.stops,
    ].flatMap((x) => [x.name, x.condition ?? '', ...leaves(x.note), ...(x.proof?.law ?? [])]),
  ].filter((p) => p.trim() !== '');
}

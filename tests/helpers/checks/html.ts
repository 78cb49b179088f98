/** Reading the HTML of a built page: its elements, and the addresses that it leads to. */

import { createHash } from 'node:crypto';

/** The security policy that a page states, if it does. */
export const policyOf = (html: string): string | undefined =>
  /<meta http-equiv="content-security-policy" content="([^"]+)"/.exec(html)?.[1]?.replaceAll('&#39;', "'");

/** Scripts and styles that stand in a page, as they are written, with their attributes and the hash that a policy needs. */
export const inlineCode = (html: string): { attributes: string; code: string; hash: string }[] =>
  [...html.matchAll(/<(script|style)(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/\1>/g)].map((m) => ({
    attributes: m[2] as string,
    code: m[3] as string,
    hash: createHash('sha256')
      .update(m[3] as string)
      .digest('base64'),
  }));

/** An opening tag with its attributes. */
export interface Tag {
  name: string;
  attributes: Map<string, string>;
}

/** Character references that a built page writes in attributes. */
const named: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', apos: "'" };
const decode = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, dec, hex, word) =>
    dec
      ? String.fromCodePoint(Number(dec))
      : hex
        ? String.fromCodePoint(Number.parseInt(hex, 16))
        : (named[word] ?? all),
  );

/** Every opening tag of a page, in order. Code inside scripts and styles is no HTML and is left out. */
export function tagsOf(html: string): Tag[] {
  const code = html.replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, '$1').replace(/<!--[\s\S]*?-->/g, '');
  return [
    ...code.matchAll(/<([a-z][\w-]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*\/?>/gi),
  ].map((m) => ({
    name: (m[1] as string).toLowerCase(),
    attributes: new Map(
      [...(m[2] as string).matchAll(/([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g)].map(
        (a) => [(a[1] as string).toLowerCase(), decode(a[2] ?? a[3] ?? a[4] ?? '')],
      ),
    ),
  }));
}

/** Attributes that hold one address. */
const addresses = [
  'href',
  'src',
  'action',
  'formaction',
  'poster',
  'data',
  'component-url',
  'renderer-url',
  'xlink:href',
];

/** The addresses of a tag as they are written: links, what is loaded, where a form goes, where a page sends its readers on. */
export function addressesOf({ name, attributes }: Tag): string[] {
  const get = (key: string): string => attributes.get(key) ?? '';
  const own = addresses.flatMap((key) => attributes.get(key) ?? []);
  const set = ['srcset', 'imagesrcset'].flatMap((key) =>
    get(key)
      .split(',')
      .flatMap((x) => x.trim().split(/\s+/)[0] || []),
  );
  const onward =
    get('http-equiv').toLowerCase() === 'refresh' ? /url=(.+)$/i.exec(get('content'))?.[1] : undefined;
  const card = name === 'meta' && /^og:(url|image)$/.test(get('property')) ? get('content') : undefined;
  return [...own, ...set, ...(onward ? [onward] : []), ...(card ? [card] : [])];
}

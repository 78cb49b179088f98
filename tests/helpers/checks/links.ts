/** Where a built site leads: every link inside it must end at a file and a place that are there, every link outside be sound. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, pagesOf } from '../built.ts';
import { unpacked } from '../pdf.ts';
import type { TestSite } from '../sites.ts';
import { addressesOf, tagsOf } from './html.ts';
import { addressOf, isWizard, prefixOf } from './pages.ts';

/** An address, and the file that names it. */
export interface Link {
  file: string;
  href: string;
  url: URL;
}

/** Links that can't be read as an address at all come back as faults. */
export interface Links {
  links: Link[];
  unreadable: string[];
}

const text = (site: TestSite, file: string): string => readFileSync(join(site.dist, file), 'utf8');

/** Addresses in files that are no pages: feeds, calendars, sitemaps, manifests. Full ones only. */
const plain = /\.(xml|ics|webmanifest|txt)$/;

/** Every address that a file of the site leads to. */
function hrefsOf(site: TestSite, file: string): string[] {
  if (file.endsWith('.html')) return tagsOf(text(site, file)).flatMap(addressesOf);
  // A folded line of a calendar goes on after its break; an address ends at a quote, a bracket or a blank.
  if (plain.test(file))
    return (
      text(site, file)
        .replace(/\r\n |\sxmlns(:\w+)?="[^"]*"/g, '')
        .match(/https?:\/\/[^\s"'<>\\,;)]+/g) ?? []
    );
  // A link of a PDF is an action with an address, in brackets in which brackets are escaped.
  return [...unpacked(readFileSync(join(site.dist, file))).matchAll(/\/URI\s*\(((?:\\.|[^\\)])*)\)/g)].map(
    (m) => (m[1] as string).replace(/\\(.)/g, '$1'),
  );
}

/** Every address that these files lead to, each file's once. */
export function linksOf(site: TestSite, files: string[]): Links {
  const found: Links = { links: [], unreadable: [] };
  for (const file of files)
    for (const href of new Set(hrefsOf(site, file))) {
      const url = URL.parse(href, addressOf(site, file));
      if (url) found.links.push({ file, href, url });
      else found.unreadable.push(`${file}: ${href} is no address`);
    }
  return found;
}

/** Everything that can lead somewhere: pages, feeds, calendars, sitemaps, manifests. */
export const leading = (site: TestSite): string[] => [
  ...pagesOf(site.dist),
  ...filesOf(site.dist).filter((f) => plain.test(f)),
];
export const pdfsOf = (site: TestSite): string[] => filesOf(site.dist).filter((f) => f.endsWith('.pdf'));

/** Links inside the site that end nowhere. */
export function brokenLinks(site: TestSite, { links, unreadable }: Links): string[] {
  const prefix = prefixOf(site);
  const places = new Map<string, Set<string>>();
  const placesOf = (file: string): Set<string> => {
    let ids = places.get(file);
    if (!ids) {
      ids = new Set(tagsOf(text(site, file)).flatMap((t) => t.attributes.get('id') ?? []));
      places.set(file, ids);
    }
    return ids;
  };
  return [
    ...unreadable,
    ...links.flatMap(({ file: from, href, url }) => {
      if (url.origin !== site.origin) return [];
      if (url.pathname !== prefix && !url.pathname.startsWith(`${prefix}/`))
        return [`${from}: ${href} leaves the base path`];
      const path = decodeURIComponent(url.pathname.slice(prefix.length + 1));
      const file = path.endsWith('/') || path === '' ? `${path}index.html` : path;
      // A folder of files, such as the one of the search index, is no page but is there.
      if (!existsSync(join(site.dist, file)) && !existsSync(join(site.dist, path || '.', 'pagefind.js')))
        return [`${from}: ${href}`];
      const place = decodeURIComponent(url.hash.slice(1));
      // In the address of a wizard the fragment holds answers; #x=y is no place.
      if (place === '' || !file.endsWith('.html') || (isWizard(file) && place.includes('='))) return [];
      return placesOf(file).has(place) ? [] : [`${from}: ${href} (no such place)`];
    }),
  ];
}

/** Parameters that tell a site who sent a reader, or follow her. */
const tracking =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_ga|_hs\w+|ref|ref_src|trk|spm)$/i;

/** What is wrong with a link to elsewhere; undefined if nothing. */
export function outsideFault(href: string): string | undefined {
  const url = URL.parse(href);
  if (!url) return 'is no address';
  if (url.protocol === 'tel:') return /^tel:\+?[\d-]+$/.test(href) ? undefined : 'is no telephone number';
  if (url.protocol === 'mailto:')
    return /^mailto:[^\s@?]+@[^\s@?]+\.[a-z]{2,}(\?.*)?$/i.test(href) ? undefined : 'is no e-mail address';
  if (url.protocol !== 'https:') return `is ${url.protocol}, not https:`;
  if (url.username || url.password || url.port) return 'has a name, password or port';
  if (!/^([a-z\d](-*[a-z\d])*\.)+[a-z]{2,}$/.test(url.hostname)) return `has an odd host: ${url.hostname}`;
  if (/\s|[<>"{}|\\^`]/.test(href)) return 'holds characters that no address may hold';
  const follows = [...url.searchParams.keys()].find((key) => tracking.test(key));
  return follows ? `follows its readers by "${follows}"` : undefined;
}

/** Links to elsewhere that are not sound. */
export const unsoundLinks = (site: TestSite, { links }: Links): string[] =>
  links
    .filter((l) => l.url.origin !== site.origin && l.url.protocol !== 'data:')
    .flatMap((l) => {
      const fault = outsideFault(l.href);
      return fault ? [`${l.file}: ${l.href} ${fault}`] : [];
    });

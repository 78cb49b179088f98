/** Addresses and messages that the kit hands out. Pure. */
import { smallT } from '../../i18n/small.ts';
import type { KitEntry, KitLanguage } from './types.ts';

/** A path in a language, answers behind it. A section of a page keeps its own place. */
export const pathIn = (path: string, lang: string, fragment: string): string => {
  const own = path.replace('{lang}', lang);
  return own.includes('#') ? own : own + fragment;
};

/** The one address for these languages: straight to the page, or for several the one that lets people choose. */
export const linkOf = (entry: KitEntry, langs: string[], fragment: string): string =>
  langs.length === 1
    ? pathIn(entry.path, langs[0] as string, fragment)
    : `/go/${entry.id}/${entry.embed ? fragment : ''}`;

/** The message in each language, one below the other, each with its own link. `full` completes an address. */
export const messageOf = (
  entry: KitEntry,
  languages: KitLanguage[],
  fragment: string,
  full: (path: string) => string,
): string =>
  languages
    .map(({ code, locale, message }) =>
      smallT({ message }, locale)('message', {
        title: entry.titles[code] ?? entry.id,
        link: full(pathIn(entry.path, code, fragment)),
      }),
    )
    .join('\n\n');

/** Opens WhatsApp with the text ready; the person chooses whom to send it to. */
export const whatsappLink = (text: string): string => `https://wa.me/?text=${encodeURIComponent(text)}`;

/** Opens the person's own e-mail program. Line breaks are CRLF there (RFC 6068). */
export const mailLink = (subject: string, text: string): string =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;

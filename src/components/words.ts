/** Official words explained where they first stand on a page: each becomes a button that opens its explanation. */
import type { Content } from '../content/load.ts';
import { Term } from '../model/index.ts';

/** Elements in which a button may not stand, or would get in the way. */
const closed = 'a|button|summary|label|h[1-6]|legend|th';
/**
 * Every tag that opens or closes such an element, and every marked word: `<span class="official" … data-term="id">`,
 * with the brackets and points that touch it.
 */
const step = new RegExp(
  `<(/?)(?:${closed})\\b[^>]*>|([(\\["„“«]?)<span class="official"( lang="[^"]*")? data-term="([^"]*)">([^<]*)</span>([)\\].,;:!?"”»]*)`,
  'g',
);

/**
 * Turns the first mark of each word into a button for its explanation (`#word-<id>`), and takes the marks off the others.
 * @param html what `Inline.astro` and others rendered: their marks are the only ones with `data-term`
 * @returns the HTML and the ids of the explained words, in the order of the page
 */
export function explainWords(html: string): { html: string; words: string[] } {
  const words: string[] = [];
  let depth = 0;
  const done = html.replace(step, (found, close, before, lang = '', id, text, after) => {
    if (id === undefined) {
      depth += close ? -1 : 1;
      return found;
    }
    if (depth > 0 || words.includes(id))
      return `${before}<span class="official"${lang}>${text}</span>${after}`;
    words.push(id);
    const button = `<button type="button" class="official"${lang} popovertarget="word-${id}">${text}</button>`;
    // A line may break beside a button: what touches it goes with it.
    return before || after ? `<span class="whole">${before}${button}${after}</span>` : button;
  });
  return { html: done, words };
}

/** The glossary by kind, in the order of the model; within a kind by the official word, as the country sorts it. */
export function kindsOfWords(
  c: Content,
): [Term['kind'], Content['terms'] extends Map<string, infer E> ? E[] : never][] {
  const { compare } = new Intl.Collator(c.guide.officialLanguage);
  const all = [...c.terms.values()].sort((a, b) => compare(a.data.official, b.data.official));
  return Term.shape.kind.options
    .map((kind): ReturnType<typeof kindsOfWords>[number] => [kind, all.filter((w) => w.data.kind === kind)])
    .filter(([, list]) => list.length > 0);
}

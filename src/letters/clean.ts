/** What was typed, without what no letter can hold: control characters, and marks that turn the text around them. Pure. */

/**
 * Text as typed, in any script, but for control characters and direction overrides. Joiners stay: some scripts need them.
 * @param lines whether line breaks stay; otherwise they become spaces
 */
export function clean(text: string, lines = false): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(lines ? /\t/g : /[\t\n]+/g, ' ')
    .replace(/[^\P{Cc}\n]|[\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gu, '')
    .trim();
}

/** A translation function for the browser: strings arrive as data, so no library is needed there. */
import type { T } from './format.ts';

/** Interface strings of one language, flat, plural forms as key_one, key_few, key_other. */
export type Strings = Record<string, string>;

/** Fills in {{variables}} and picks the plural form by `count`. An unknown key shows itself. */
export function smallT(strings: Strings, locale: string): T {
  const plural = new Intl.PluralRules(locale);
  return (key, vars = {}) => {
    const form = vars.count === undefined ? undefined : `${key}_${plural.select(Number(vars.count))}`;
    const text = (form && strings[form]) ?? strings[`${key}_other`] ?? strings[key] ?? key;
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(vars[name] ?? ''));
  };
}

/** Interface strings at build time, through i18next. A missing key stops the build. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import type { T } from './format.ts';
import type { Strings } from './small.ts';

type Tree = { [key: string]: string | Tree };

/** Keys joined by dots. */
export function flatten(tree: Tree, prefix = ''): Strings {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([k, v]) =>
      typeof v === 'string' ? [[prefix + k, v]] : Object.entries(flatten(v, `${prefix}${k}.`)),
    ),
  );
}

/** All interface strings of a language: every JSON file of `locales/<lang>/`, by its name. */
export function readStrings(root: string, lang: string): Strings {
  const dir = join(root, 'locales', lang);
  const tree: Tree = {};
  for (const file of readdirSync(dir).sort())
    if (file.endsWith('.json'))
      for (const [key, value] of Object.entries(JSON.parse(readFileSync(join(dir, file), 'utf8')) as Tree)) {
        if (Object.hasOwn(tree, key)) throw new Error(`${file}: the key "${key}" stands in another file too`);
        tree[key] = value;
      }
  return flatten(tree);
}

/** A translation function for one locale, whose plural rules it follows. Throws on a key that does not exist. */
export function translator(locale: string, strings: Strings): T {
  const instance = i18next.createInstance();
  instance.init({
    lng: locale,
    resources: { [locale]: { translation: strings } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
    parseMissingKeyHandler: (key: string) => {
      throw new Error(`locales (${locale}): the key "${key}" is missing; add it to every language`);
    },
  });
  return (key, vars) => instance.t(key, vars ?? {});
}

/** Plural forms that the whole numbers of a guide, 0 to 1000, really take: some forms are only for millions or fractions. */
export function pluralForms(locale: string): string[] {
  const rules = new Intl.PluralRules(locale);
  return [...new Set(Array.from({ length: 1001 }, (_, n) => rules.select(n)))];
}

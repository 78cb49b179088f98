/** Interface strings: keys, variables and plural forms of every language. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { smallT } from '../../src/i18n/small.ts';
import { pluralForms, readStrings, translator } from '../../src/i18n/translate.ts';
import { add, faultsAfter, type Plant, plantTests, remove, write } from '../helpers/faults.ts';
import { withFixture } from '../helpers/fixture.ts';

/** Changes the strings of one file, as parsed JSON. */
const strings =
  (file: string, change: (tree: Record<string, Record<string, string>>) => void): Plant =>
  (root) => {
    const path = join(root, 'locales', file);
    const tree = JSON.parse(readFileSync(path, 'utf8'));
    change(tree);
    writeFileSync(path, JSON.stringify(tree));
  };

const at = (tree: Record<string, Record<string, string>>, key: string): Record<string, string> =>
  tree[key] as Record<string, string>;

describe('faults', () =>
  plantTests([
    {
      name: 'a key that one language lacks',
      plant: strings('ar/common.json', (t) => void delete at(t, 'value').range),
      file: 'locales/ar',
      key: 'value.range',
      problem: /missing in this language/,
      mend: /translate "\{\{from\}\} to \{\{to\}\}"/,
    },
    {
      name: 'a whole plural that one language lacks: one fault, not one for each form',
      plant: strings('ar/common.json', (t) => {
        for (const form of Object.keys(at(t, 'unit')))
          if (form.startsWith('hours_')) delete at(t, 'unit')[form];
      }),
      file: 'locales/ar',
      key: 'unit.hours',
      problem: /missing in this language/,
      mend: /translate "\{\{count\}\} hours"/,
    },
    {
      name: 'a key that only one language has',
      plant: strings('ar/common.json', (t) => {
        at(t, 'value').old = 'x';
      }),
      file: 'locales/ar',
      key: 'value.old',
      problem: /no such key in "en"/,
      mend: /correct or remove/,
    },
    {
      name: 'a plural form that the language needs',
      plant: strings('ar/common.json', (t) => void delete at(t, 'unit').days_two),
      file: 'locales/ar',
      key: 'unit.days_two',
      problem: /plural form is missing/,
      mend: /unit\.days_zero, unit\.days_one, unit\.days_two/,
    },
    {
      name: 'a plural form of the first language',
      plant: strings('en/common.json', (t) => void delete at(t, 'unit').days_one),
      file: 'locales/en',
      key: 'unit.days_one',
      problem: /plural form is missing/,
      mend: /unit\.days_one/,
    },
    {
      name: 'a misspelt variable',
      plant: strings('ar/common.json', (t) => {
        at(t, 'value').range = '{{from}} {{until}}';
      }),
      file: 'locales/ar',
      key: 'value.range',
      problem: /variables differ from "en": here from, until; there from, to/,
      mend: /same \{\{variables\}\}/,
    },
    {
      name: 'a misspelt variable in a plural form',
      plant: strings('ar/common.json', (t) => {
        at(t, 'unit').days_few = '{{number}} x';
      }),
      file: 'locales/ar',
      key: 'unit.days_few',
      problem: /here number; there none/,
      mend: /same \{\{variables\}\}/,
    },
    {
      name: 'a file that is no JSON',
      plant: write('locales/ar/common.json', '{ "unit": '),
      file: 'locales/ar',
      key: '',
      problem: /cannot be read: .*JSON/,
      mend: /JSON files/,
    },
    {
      name: 'a language without a folder',
      plant: remove('locales/ar'),
      file: 'locales/ar',
      key: '',
      problem: /cannot be read: ENOENT/,
      mend: /add/,
    },
    {
      name: 'the same key in two files',
      plant: add('locales/ar/more.json', '{ "unit": { "days_other": "x" } }'),
      file: 'locales/ar',
      key: '',
      problem: /more\.json: the key "unit" stands in another file too/,
      mend: /correct/,
    },
  ]));

describe('what is no fault', () => {
  it('a plural form may leave out the number', () => {
    const plant = strings('ar/common.json', (t) => {
      at(t, 'unit').days_one = 'x';
    });
    expect(faultsAfter(plant)).toEqual([]);
  });
});

describe('plural forms', () => {
  it.each([
    ['en-GB', ['one', 'other']],
    ['es-ES', ['one', 'other']],
    ['pt-PT', ['one', 'other']],
    ['ro-RO', ['few', 'one', 'other']],
    ['ar-EG', ['few', 'many', 'one', 'other', 'two', 'zero']],
    ['pl', ['few', 'many', 'one']],
    ['mt', ['few', 'many', 'one', 'other', 'two']],
    ['ga', ['few', 'many', 'one', 'other', 'two']],
    ['ja', ['other']],
  ])('%s needs %j for the numbers of a guide', (locale, forms) => {
    expect(pluralForms(locale).sort()).toEqual(forms);
  });

  it('the library at build and the few lines in the browser choose the same words', () =>
    withFixture((root) => {
      for (const [lang, locale] of [
        ['en', 'en-GB'],
        ['ar', 'ar-EG'],
      ] as const) {
        const own = readStrings(root, lang);
        const build = translator(locale, own);
        const browser = smallT(own, locale);
        for (let count = 0; count <= 130; count++)
          for (const key of ['unit.days', 'limit.daysAgo'])
            expect(browser(key, { count }), `${lang} ${key} ${count}`).toBe(build(key, { count }));
      }
    }));

  it('a key that does not exist stops the build', () => {
    expect(() => translator('en-GB', { a: 'A' })('b')).toThrow(/"b" is missing/);
  });
});

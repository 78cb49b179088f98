/** The words: references inside texts, figures typed into prose, letters, differences between languages. */
import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import {
  all,
  arrival,
  both,
  office,
  type Plant,
  plantTests,
  put,
  register,
  renew,
  town,
} from '../helpers/faults.ts';

/** Makes the second language Romanian, whatever its words are. */
const romanian: Plant = (root) => {
  put(
    'content/guide.yaml',
    'code: ar, name: العربية, locale: ar-EG, dir: rtl',
    'code: ro, name: Română, locale: ro-RO, dir: ltr',
  )(root);
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const to = entry.name.replace(/^ar(\.|$)/, 'ro$1');
    if (to !== entry.name) renameSync(join(entry.parentPath, entry.name), join(entry.parentPath, to));
  }
};

describe('references', () =>
  plantTests([
    {
      name: 'a term that is not in the glossary',
      plant: both(office, '[[stay-card]]', '[[stay-crad]]'),
      file: `${office}/en.yaml`,
      key: 'does.0',
      problem: /\[\[stay-crad\]\] is not in the glossary/,
      mend: /content\/glossary.*\[\[=/,
      count: 2,
    },
    {
      name: 'a figure that is no fact',
      plant: both(renew, '{{monthly-means}}', '{{means}}'),
      file: `${renew}/ar.yaml`,
      key: 'documents.bank-statement.note',
      problem: /\{\{means\}\} is not a dated fact/,
      mend: /content\/law/,
      count: 2,
    },
    {
      name: 'a fee that needs a channel',
      plant: both(renew, '{{stay-card:online}}', '{{stay-card}}'),
      file: `${renew}/en.yaml`,
      key: 'channels.website.note',
      problem: /\{\{stay-card\}\} has no value on 2026-11-23/,
      mend: /name the channel, such as \{\{id:online\}\}/,
      count: 2,
    },
    {
      name: 'a channel that the fee does not have',
      plant: both(renew, '{{stay-card:online}}', '{{stay-card:post}}'),
      file: `${renew}/en.yaml`,
      key: 'channels.website.note',
      problem: /\{\{stay-card:post\}\} has no value/,
      mend: /a channel that the fact has/,
      count: 2,
    },
    {
      name: 'a figure of a fact that has ended',
      plant: both(renew, '{{monthly-means}}', '{{address-stamp}}'),
      file: `${renew}/en.yaml`,
      key: 'documents.bank-statement.note',
      problem: /\{\{address-stamp\}\} has no value on 2026-11-23/,
      mend: /add a value for that day/,
      count: 2,
    },
    {
      name: 'a time limit that does not hold yet',
      plant: put(
        'content/law/stay/time-limits.yaml',
        /(id: decision[\s\S]*?from: )"2020-01-01"/,
        'id: decision\n  kind: authority\n  counting: calendar\n  roll: none\n  values:\n    - from: "2028-01-01"',
      ),
      file: 'content/questions/work/may-i-work/en.md',
      key: 'body',
      problem: /\{\{decision\}\} has no value on 2026-11-23/,
      mend: /add a value/,
      count: 2,
    },
    {
      name: 'a link to nowhere',
      plant: both(office, '(authority:town-hall)', '(authority:town)'),
      file: `${office}/en.yaml`,
      key: 'doesNot.0',
      problem: /"authority:town" leads nowhere/,
      mend: /procedure:, checklist:, question:, authority:, page:/,
      count: 2,
    },
    {
      name: 'a link of an unknown kind',
      plant: both(office, '(authority:town-hall)', '(constructor:town-hall)'),
      file: `${office}/en.yaml`,
      key: 'doesNot.0',
      problem: /leads nowhere/,
      mend: /authority:/,
      count: 2,
    },
    {
      name: 'a link that is not secure',
      plant: both(office, '(https://office.marland.example/complaints)', '(http://office.marland.example)'),
      file: `${office}/ar.yaml`,
      key: 'complaints',
      problem: /leads nowhere/,
      mend: /https:\/\//,
      count: 2,
    },
    {
      name: 'references that differ between languages',
      plant: put(`${renew}/ar.yaml`, '{{grace}}', '{{decision}}'),
      file: `${renew}/ar.yaml`,
      key: 'stops.too-late.body',
      problem: /differ from "en": here .*\{\{decision\}\}.*; there .*\{\{grace\}\}/,
      mend: /same figures, terms and links/,
    },
    {
      name: 'links that differ between languages',
      plant: put(
        `${renew}/ar.yaml`,
        /(انتهت بطاقتك[^[]*)\[المكتب\]\([^)]*\)/,
        'انتهت بطاقتك قبل أكثر من {{grace}}. اسأل المكتب',
      ),
      file: `${renew}/ar.yaml`,
      key: 'stops.too-late.body',
      problem: /there authority:residence-office/,
      mend: /same figures/,
    },
    {
      name: 'a reference with spaces, which would be shown as it is',
      plant: both(renew, '{{grace}}', '{{ grace }}'),
      file: `${renew}/en.yaml`,
      key: 'stops.too-late.body',
      problem: /the reader would see "\{\{"/,
      mend: /\{\{fact-id\}\}/,
      count: 2,
    },
    {
      name: 'a reference in a title, where none works',
      plant: both(renew, /title: (You are late|لقد تأخرت)/, 'title: "Late: {{late-fine}}"'),
      file: `${renew}/en.yaml`,
      key: 'notes.late.title',
      problem: /the reader would see "\{\{"/,
      mend: /only in longer texts/,
      count: 2,
    },
    {
      name: 'bold that does not end',
      plant: put(`${renew}/en.yaml`, '**Go now.**', '**Go now.'),
      file: `${renew}/en.yaml`,
      key: 'notes.late.body',
      problem: /the reader would see "\*\*"/,
      mend: /\*\*bold\*\*/,
    },
  ]));

describe('figures and letters', () =>
  plantTests([
    ...(
      [
        ['CHF 20', 'body: You can ask today.', 'body: It costs CHF 20.'],
        ['20.50 CHF', 'body: You can ask today.', 'body: It costs 20.50 CHF today.'],
        ['20 Swiss francs', 'body: You can ask today.', 'body: It costs 20 Swiss francs.'],
        ['30 days', 'body: You can ask today.', 'body: Ask within 30 days.'],
        ['10 working days', 'body: You can ask today.', 'body: Ask within 10 working days.'],
        ['6 months', 'body: You can ask today.', 'body: Ask within 6 months.'],
      ] as const
    ).map(([figure, from, to]) => ({
      name: `"${figure}" typed into prose`,
      plant: put(`${renew}/en.yaml`, from, to),
      file: `${renew}/en.yaml`,
      key: 'notes.in-time.body',
      problem: new RegExp(`the figure "${figure}" is typed`),
      mend: /content\/law and write \{\{its-id\}\}/,
    })),
    ...['30 يومًا', '٣٠ يوما', '٦ أشهر', '٢٠ CHF'].map((figure) => ({
      name: `"${figure}" typed into prose`,
      plant: put(`${renew}/ar.yaml`, 'body: يمكنك الطلب اليوم.', `body: المهلة ${figure} فقط.`),
      file: `${renew}/ar.yaml`,
      key: 'notes.in-time.body',
      problem: /is typed into the text/,
      mend: /content\/law/,
    })),
    {
      name: 'a space at the beginning',
      plant: put(`${town}/en.yaml`, 'name: Town hall', 'name: " Town hall"'),
      file: `${town}/en.yaml`,
      key: 'name',
      problem: /begins or ends with a space/,
      mend: /remove/,
    },
    {
      name: 'a space at the end',
      plant: put(`${arrival}/first-days/en.md`, /question: (.*)/, 'question: "What must I do first? "'),
      file: `${arrival}/first-days/en.md`,
      key: 'question',
      problem: /begins or ends with a space/,
      mend: /remove/,
    },
    {
      name: 'Romanian letters with cedilla',
      plant: all(romanian, put(`${register}/ro.yaml`, 'احتفظ بنسخة.', 'Păstraţi o copie.')),
      file: `${register}/ro.yaml`,
      key: 'steps.send.body',
      problem: /cedilla/,
      mend: /comma below/,
    },
    {
      name: 'Romanian letters with cedilla in the interface',
      plant: all(romanian, put('locales/ro/common.json', /"today": "[^"]+"/, '"today": "astăşi"')),
      file: 'locales/ro',
      key: 'limit.today',
      problem: /cedilla/,
      mend: /comma below/,
    },
  ]));

describe('parity', () =>
  plantTests([
    {
      name: 'a note that the translation lacks',
      plant: put(`${renew}/ar.yaml`, ', note: في المصرف فقط.', ''),
      file: `${renew}/ar.yaml`,
      key: 'timeLimits.pay.note',
      problem: /missing in this language/,
      mend: /translate "Only at a bank\."/,
    },
    {
      name: 'a note that only the translation has',
      plant: put(`${renew}/en.yaml`, ', note: Only at a bank.', ''),
      file: `${renew}/ar.yaml`,
      key: 'timeLimits.pay.note',
      problem: /no such text in "en"/,
      mend: /add it.*or remove it/,
    },
    {
      name: 'one list entry more in the translation',
      plant: put(`${town}/ar.yaml`, '  - تسجل عنوانك.', '  - تسجل عنوانك.\n  - وأكثر.'),
      file: `${town}/ar.yaml`,
      key: 'does.1',
      problem: /no such text in "en"/,
      mend: /remove it/,
    },
  ]));

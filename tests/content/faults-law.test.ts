/** Dated facts, sources, notices, authorities, questions: periods, references, days. */
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import {
  add,
  all,
  arrival,
  both,
  law,
  office,
  plantTests,
  put,
  renew,
  town,
  write,
} from '../helpers/faults.ts';

/** A second topic of law with one fee. */
const secondTopic = (id: string) =>
  all(
    (root) => void mkdirSync(join(root, 'content/law/town')),
    write(
      'content/law/town/fees.yaml',
      `- { id: ${id}, kind: fee, values: [{ from: "2024-01-01", amount: 1, grade: B, sources: [office-fees], checkedOn: "2026-11-20" }] }\n`,
    ),
    write('content/law/town/en.yaml', `fees: { ${id}: One fee }\n`),
    write('content/law/town/ar.yaml', `fees: { ${id}: رسم واحد }\n`),
    both('content/guide', 'law:\n', 'law:\n  town: Town\n'),
  );

/** Words of a second notice; notices are the last part of the file. */
const appendNotice = (lang: string, title: string) =>
  add(
    `${law}/${lang}.yaml`,
    `  work-bill: { title: ${JSON.stringify(title)}, reported: ${lang === 'ar' ? 'خبر' : 'News.'}, meanwhile: ${lang === 'ar' ? 'انتظر' : 'Wait.'} }\n`,
  );

describe('periods', () =>
  plantTests([
    {
      name: 'a gap',
      plant: put(`${law}/amounts.yaml`, 'until: "2025-12-31"', 'until: "2025-11-30"'),
      file: `${law}/amounts.yaml`,
      key: 'monthly-means.values.0',
      problem: /leaves a gap between 2025-11-30 and 2026-01-01/,
      mend: /end it on 2025-12-31 or begin the next one on 2025-12-01/,
    },
    {
      name: 'an overlap of one day',
      plant: put(`${law}/amounts.yaml`, 'until: "2025-12-31"', 'until: "2026-01-01"'),
      file: `${law}/amounts.yaml`,
      key: 'monthly-means.values.0',
      problem: /overlaps the period from 2026-01-01/,
      mend: /end it on 2025-12-31/,
    },
    {
      name: 'an open period before another',
      plant: put(`${law}/amounts.yaml`, '\n      until: "2025-12-31"', ''),
      file: `${law}/amounts.yaml`,
      key: 'monthly-means.values.0',
      problem: /overlaps/,
      mend: /end it on 2025-12-31/,
      // A worked example comes out with the older figure.
      count: 2,
    },
    {
      name: 'a gap in one channel only',
      plant: put(
        `${law}/fees.yaml`,
        /(- channel: online\n {6}from: )"2027-03-01"/,
        '- channel: online\n      from: "2027-04-01"',
      ),
      file: `${law}/fees.yaml`,
      key: 'stay-card.values.2',
      problem: /gap between 2027-02-28 and 2027-04-01/,
      mend: /2027-03-31/,
      // The worked case that states the price of that day says so as well.
      count: 2,
    },
    {
      name: 'an end without a successor',
      plant: put(`${law}/fees.yaml`, 'ended: true', 'ended: false'),
      file: `${law}/fees.yaml`,
      key: 'address-stamp.values.0',
      problem: /ends on 2025-12-31 without a successor/,
      mend: /next value, or ended: true/,
    },
    {
      name: 'ended, but open',
      plant: put(`${law}/fees.yaml`, '\n      until: "2025-12-31"', ''),
      file: `${law}/fees.yaml`,
      key: 'address-stamp.values.0',
      problem: /ended: true but its last period is open/,
      mend: /until, or remove ended/,
    },
    {
      name: 'a period backwards',
      plant: put(`${law}/fees.yaml`, 'until: "2025-12-31"', 'until: "2019-12-31"'),
      file: `${law}/fees.yaml`,
      key: 'address-stamp.values.0',
      problem: /ends \(2019-12-31\) before it begins \(2020-01-01\)/,
      mend: /correct from or until/,
    },
  ]));

describe('facts', () =>
  plantTests([
    {
      name: 'the same id in two topics',
      plant: secondTopic('stay-card'),
      file: 'content/law/town/fees.yaml',
      key: 'stay-card',
      problem: /"stay-card" is used twice/,
      mend: /another id/,
    },
    {
      name: 'a topic of law without a name',
      plant: both('content/guide', / {2}stay: .*\n/, '  town: Town\n'),
      file: 'content/guide/en.yaml',
      key: 'law.stay',
      problem: /missing in this language/,
      mend: /law\.stay/,
      // In both languages, and a name without a topic.
      count: 4,
    },
    {
      name: 'a source that does not exist',
      plant: put(`${law}/fees.yaml`, 'sources: [harbour-news]', 'sources: [harbor-news]'),
      file: `${law}/fees.yaml`,
      key: 'photo-service.values.0.sources',
      problem: /no source "harbor-news"/,
      mend: /sources\.yaml/,
    },
    {
      name: 'a law reference to something that is no act',
      plant: put(`${law}/fees.yaml`, 'law: [stay-act#20/1/b]', 'law: [office-fees#20]'),
      file: `${law}/fees.yaml`,
      key: 'late-fine.values.0.law',
      problem: /"office-fees" is not an act/,
      mend: /kind: act/,
    },
    {
      name: 'a share of nothing',
      plant: put(`${law}/fees.yaml`, 'of: stay-card,', 'of: stay-crad,'),
      file: `${law}/fees.yaml`,
      key: 'stay-card-child.share.of',
      problem: /no fact "stay-crad"/,
      mend: /content\/law/,
    },
    {
      name: 'a share of itself in the end',
      plant: put(`${law}/amounts.yaml`, /amount: 1150\n/, 'share: { of: means-child, percent: 300 }\n'),
      file: `${law}/amounts.yaml`,
      key: 'monthly-means.share.of',
      problem: /a share of itself in the end/,
      mend: /the fact that has the figure/,
      // The other half of the circle, and three places in two languages that show a figure of it.
      count: 8,
    },
    {
      name: 'a payee that does not exist',
      plant: put(`${law}/fees.yaml`, 'payee: town-hall', 'payee: town'),
      file: `${law}/fees.yaml`,
      key: 'address-stamp.payee',
      problem: /no authority "town"/,
      mend: /content\/authorities/,
    },
    {
      name: 'a limit counted backwards that moves to a later day',
      plant: put(
        `${law}/time-limits.yaml`,
        /(id: renewal-last-day\n {2}kind: latest\n {2}counting: calendar\n {2}roll: )none/,
        'id: renewal-last-day\n  kind: latest\n  counting: calendar\n  roll: next-working-day',
      ),
      file: `${law}/time-limits.yaml`,
      key: 'renewal-last-day.roll',
      problem: /never moves to a later day/,
      mend: /roll: none/,
    },
    {
      name: 'the end of a right that moves to a later day',
      plant: put(
        `${law}/time-limits.yaml`,
        /(id: grace\n {2}kind: end\n {2}counting: calendar\n {2}roll: )none/,
        'id: grace\n  kind: end\n  counting: calendar\n  roll: next-working-day',
      ),
      file: `${law}/time-limits.yaml`,
      key: 'grace.roll',
      problem: /never moves to a later day/,
      mend: /roll: none/,
    },
    {
      name: 'a check date in the future',
      plant: put(`${law}/amounts.yaml`, 'checkedOn: "2026-11-20"', 'checkedOn: "2026-12-20"'),
      file: `${law}/amounts.yaml`,
      key: 'old-cards-end.values.0.checkedOn',
      problem: /2026-12-20 lies in the future/,
      mend: /really checked/,
    },
    {
      name: 'a fact without a name in one language',
      plant: put(`${law}/ar.yaml`, /\n {2}late-fine: .*/, ''),
      file: `${law}/ar.yaml`,
      key: 'fees.late-fine',
      problem: /missing in this language/,
      mend: /./,
    },
    {
      name: 'a name without a fact',
      plant: both(law, 'fees:\n', 'fees:\n  old-fee: Fee\n'),
      file: `${law}/en.yaml`,
      key: 'fees.old-fee',
      problem: /no such id in the data file/,
      mend: /correct the id or remove/,
      count: 2,
    },
  ]));

const changes = 'content/changes/changes.yaml';
describe('changes and the lists of the home page', () =>
  plantTests([
    {
      name: 'a change names a procedure that does not exist',
      plant: put(changes, 'procedures: [renew-stay-card]', 'procedures: [renew]'),
      file: changes,
      key: 'card-two-years.procedures',
      problem: /there is no procedure "renew"/,
      mend: /content\/procedures/,
    },
    {
      name: 'a change names a question that does not exist',
      plant: put(changes, 'questions: [may-i-work]', 'questions: [work]'),
      file: changes,
      key: 'bill-announced.questions',
      problem: /there is no question "work"/,
      mend: /content\/questions/,
    },
    {
      name: 'a change rests on a source that does not exist',
      plant: put(changes, 'sources: [harbour-news]', 'sources: [news]'),
      file: changes,
      key: 'bill-announced.sources',
      problem: /there is no source "news"/,
      mend: /sources\.yaml/,
    },
    {
      name: 'a change has no words in one language',
      plant: put('content/changes/ar.yaml', /bill-announced: .*/, ''),
      file: 'content/changes/ar.yaml',
      key: 'bill-announced',
      problem: /missing in this language/,
      mend: /as in the other languages/,
    },
    {
      name: 'the home page lists a question that does not exist',
      plant: put('content/guide.yaml', 'mostAsked: [may-i-work]', 'mostAsked: [work]'),
      file: 'content/guide.yaml',
      key: 'mostAsked',
      problem: /there is no question "work"/,
      mend: /content\/questions/,
    },
  ]));

describe('notices', () =>
  plantTests([
    {
      name: 'two have one title in one language',
      plant: all(
        add(
          `${law}/notices.yaml`,
          '- { id: work-bill, since: "2026-10-01", grade: D, sources: [harbour-news], checkedOn: "2026-11-20", touches: { questions: [may-i-work] } }\n',
        ),
        (root) => {
          const title = /title: (.*)/.exec(readFileSync(join(root, law, 'en.yaml'), 'utf8'))?.[1] ?? '';
          appendNotice('en', title)(root);
          appendNotice('ar', 'قانون العمل')(root);
        },
      ),
      file: `${law}/en.yaml`,
      key: 'notices.work-bill.title',
      problem: /also the title of stay-bill/,
      mend: /what this notice is about/,
      count: 2,
    },
    {
      name: 'it touches nothing',
      plant: put(`${law}/notices.yaml`, /procedures: .*\n {4}questions: .*\n {4}facts: .*/, 'procedures: []'),
      file: `${law}/notices.yaml`,
      key: 'stay-bill.touches',
      problem: /touches nothing/,
      mend: /name the procedures/,
    },
    ...(
      [
        ['procedures: [renew-stay-card]', 'procedures: [renew]', 'procedures', 'procedure "renew"'],
        ['questions: [may-i-work]', 'questions: [work]', 'questions', 'question "work"'],
        ['facts: [renewal-last-day]', 'facts: [last-day]', 'facts', 'fact "last-day"'],
      ] as const
    ).map(([from, to, list, what]) => ({
      name: `it touches ${list} that do not exist`,
      plant: put(`${law}/notices.yaml`, from, to),
      file: `${law}/notices.yaml`,
      key: `stay-bill.touches.${list}`,
      problem: new RegExp(`there is no ${what}`),
      mend: /correct the id/,
    })),
    {
      name: 'it has no words in one language',
      plant: put(`${law}/ar.yaml`, /notices:[\s\S]*/, ''),
      file: `${law}/ar.yaml`,
      key: 'notices.stay-bill',
      problem: /missing in this language/,
      mend: /notices\.stay-bill/,
    },
  ]));

describe('authorities', () =>
  plantTests([
    {
      name: 'a telephone number without country code',
      plant: put(`${office}/authority.yaml`, '"+9990123456"', '"012 3456"'),
      file: `${office}/authority.yaml`,
      key: 'contacts.line.value',
      problem: /"012 3456" is no phone/,
      mend: /country code/,
    },
    {
      name: 'an e-mail address without a host',
      plant: put(`${town}/authority.yaml`, '"town@marland.example"', '"town"'),
      file: `${town}/authority.yaml`,
      key: 'contacts.mail.value',
      problem: /"town" is no email/,
      mend: /name@host/,
    },
    {
      name: 'a website that is no address',
      plant: put(`${office}/authority.yaml`, '"https://office.marland.example"', '"office.marland.example"'),
      file: `${office}/authority.yaml`,
      key: 'contacts.website.value',
      problem: /is no web/,
      mend: /https:\/\//,
    },
    {
      name: 'a successor that does not exist',
      plant: put(`${town}/authority.yaml`, 'kind: local', 'kind: local\nsuccessors: [city]'),
      file: `${town}/authority.yaml`,
      key: 'successors',
      problem: /no authority "city"/,
      mend: /content\/authorities/,
    },
    {
      name: 'a contact without a name',
      plant: put(`${town}/ar.yaml`, /\n {2}mail: .*/, ''),
      file: `${town}/ar.yaml`,
      key: 'contacts.mail',
      problem: /missing in this language/,
      mend: /contacts\.mail/,
    },
    {
      name: 'a check date of a contact in the future',
      plant: put(`${town}/authority.yaml`, 'kind: post,', 'kind: post, checkedOn: "2027-01-01",'),
      file: `${town}/authority.yaml`,
      key: 'contacts.post.checkedOn',
      problem: /future/,
      mend: /really checked/,
    },
  ]));

describe('questions and answers, glossary, guide', () =>
  plantTests([
    {
      name: 'a topic with the id of a procedure: one short address for two',
      plant: all(
        put('content/guide.yaml', 'topics: [arrival, work]', 'topics: [arrival, register-address]'),
        put('content/guide/en.yaml', '  work:\n', '  register-address:\n'),
        put('content/guide/ar.yaml', '  work:\n', '  register-address:\n'),
        (root) =>
          renameSync(join(root, 'content/questions/work'), join(root, 'content/questions/register-address')),
      ),
      file: 'content/guide.yaml',
      key: 'topics.register-address',
      problem: /also the id of a procedure/,
      mend: /another id/,
    },
    {
      name: 'the same question in two topics',
      plant: all(
        (root) => void mkdirSync(join(root, 'content/questions/work/first-days')),
        write(
          'content/questions/work/first-days/question.yaml',
          'grade: A\nsources: [stay-act]\ncheckedOn: "2026-11-20"\n',
        ),
        write('content/questions/work/first-days/en.md', '---\nquestion: Again?\n---\nYes.\n'),
        write('content/questions/work/first-days/ar.md', '---\nquestion: مرة أخرى؟\n---\nنعم.\n'),
      ),
      file: 'content/questions/work/first-days/question.yaml',
      key: 'first-days',
      problem: /"first-days" is used twice/,
      mend: /another id/,
    },
    {
      name: 'a topic that the guide does not have',
      plant: all(
        put('content/guide.yaml', 'topics: [arrival, work]', 'topics: [arrival]'),
        both('content/guide', / {2}work:\n.*\n.*\n/, ''),
      ),
      file: 'content/questions/work/may-i-work/question.yaml',
      key: '(folder)',
      problem: /no topic "work"/,
      mend: /content\/guide\.yaml/,
    },
    {
      name: 'a topic without words',
      plant: put('content/guide.yaml', 'topics: [arrival, work]', 'topics: [arrival, work, tax]'),
      file: 'content/guide/ar.yaml',
      key: 'topics.tax',
      problem: /missing in this language/,
      mend: /topics\.tax/,
      count: 2,
    },
    ...(
      [
        ['authority: town-hall', 'authority: town', 'authority', 'authority "town"'],
        ['procedures: [register-address]', 'procedures: [register]', 'procedures', 'procedure "register"'],
        ['related: [may-i-work]', 'related: [work]', 'related', 'question "work"'],
      ] as const
    ).map(([from, to, key, what]) => ({
      name: `${key} of a question that does not exist`,
      plant: put(`${arrival}/first-days/question.yaml`, from, to),
      file: `${arrival}/first-days/question.yaml`,
      key,
      problem: new RegExp(`there is no ${what}`),
      mend: /correct the id/,
    })),
    {
      name: 'an old rule changed by an unknown act',
      plant: put(`${arrival}/old-visa-slip/question.yaml`, 'stay-act#31', 'old-act#31'),
      file: `${arrival}/old-visa-slip/question.yaml`,
      key: 'then.changedBy',
      problem: /no source "old-act"/,
      mend: /sources\.yaml/,
    },
    {
      name: 'an old rule without words',
      plant: put(`${arrival}/old-visa-slip/ar.md`, /then: .*\n/, ''),
      file: `${arrival}/old-visa-slip/ar.md`,
      key: 'then',
      problem: /words of the old rule are missing/,
      mend: /every language/,
    },
    {
      name: 'an old rule without a year',
      plant: put(`${arrival}/old-visa-slip/question.yaml`, /then: .*\n/, ''),
      file: `${arrival}/old-visa-slip/en.md`,
      key: 'then',
      problem: /no year/,
      mend: /question\.yaml/,
      count: 2,
    },
    {
      name: 'a term without a translation',
      plant: put('content/glossary/ar.yaml', /address-form: .*\n/, ''),
      file: 'content/glossary/ar.yaml',
      key: 'address-form',
      problem: /missing in this language/,
      mend: /address-form/,
    },
    {
      name: 'a translation without a term',
      plant: add('content/glossary/en.yaml', 'slip: { term: slip, plain: A paper. }\n'),
      file: 'content/glossary/en.yaml',
      key: 'slip',
      problem: /no such id/,
      mend: /remove/,
    },
    {
      name: 'a most needed procedure that does not exist',
      plant: put('content/guide.yaml', 'mostNeeded: [renew-stay-card]', 'mostNeeded: [renew]'),
      file: 'content/guide.yaml',
      key: 'mostNeeded',
      problem: /no procedure "renew"/,
      mend: /content\/procedures/,
    },
    {
      name: 'an area that the guide does not have',
      plant: put(`${renew}/procedure.yaml`, 'area: residence', 'area: stay'),
      file: `${renew}/procedure.yaml`,
      key: 'area',
      problem: /no area "stay"/,
      mend: /content\/guide\.yaml/,
    },
  ]));

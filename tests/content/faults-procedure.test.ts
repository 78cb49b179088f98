/** Procedures: ids, references, conditions, static analysis of the rules, worked examples. */
import { describe } from 'vitest';
import { all, both, type Plant, plantTests, put, register, renew } from '../helpers/faults.ts';

const file = `${renew}/procedure.yaml`;
const examples = `${renew}/examples.yaml`;

/** Gives the tip "in time" another condition. */
const when = (condition: string): Plant =>
  put(file, 'when: { all: [{ reached: opens }, { not: { passed: last-day } }] }', `when: ${condition}`);
/** Adds a last question with its words. */
const question = (yaml: string, words: string): Plant =>
  all(
    put(file, 'min: 0, max: 9 }', `min: 0, max: 9 }\n  - ${yaml}`),
    both(renew, 'groups:\n', `  extra: { ask: Which?, label: Which${words} }\ngroups:\n`),
  );

describe('ids', () =>
  plantTests([
    {
      name: 'a document twice',
      plant: put(file, '  - id: passport\n', '  - id: old-card\n'),
      file,
      key: 'documents.old-card',
      problem: /used twice/,
      mend: /another id/,
      // The words of the passport now belong to nothing, in two languages.
      count: 3,
    },
    {
      name: 'a question with a word that means something else',
      plant: all(
        put(`${register}/procedure.yaml`, /moved-on/g, 'reached'),
        both(register, 'moved-on', 'reached'),
        put(`${register}/examples.yaml`, /moved-on/g, 'reached'),
      ),
      file: `${register}/procedure.yaml`,
      key: 'questions.reached',
      problem: /meaning of its own/,
      mend: /another id/,
    },
    {
      name: 'an option twice',
      plant: put(file, 'options: [work, study, visit]', 'options: [work, study, visit, work]'),
      file,
      key: 'questions.basis.options',
      problem: /"work" is listed twice/,
      mend: /remove one/,
    },
    {
      name: 'several choices without their "none"',
      plant: put(file, 'none: none', 'none: nothing'),
      file,
      key: 'questions.changes.none',
      problem: /"nothing" is not among the options/,
      mend: /add it/,
    },
    {
      name: 'a smallest number above the largest',
      plant: put(file, 'min: 0, max: 9', 'min: 9, max: 0'),
      file,
      key: 'questions.children.min',
      problem: /9 is more than max \(0\)/,
      mend: /correct min or max/,
    },
    {
      name: 'an earliest day after the last',
      plant: put(file, 'min: "2015-01-01"', 'min: "2015-01-01", max: "2014-01-01"'),
      file,
      key: 'questions.expires-on.min',
      problem: /2015-01-01 is more than max/,
      mend: /correct/,
    },
    ...(
      [
        'documents.passport',
        'fees.photo',
        'timeLimits.grace',
        'channels.desk',
        'steps.pay',
        'notes.in-time',
        'stops.visitor',
      ] as const
    ).map((key) => ({
      name: `${key} without words`,
      plant: put(
        `${renew}/ar.yaml`,
        new RegExp(`(?<=\n${key.split('.')[0]}:\n(?: .*\n)*?) {2}${key.split('.')[1]}: .*\n`),
        '',
      ),
      file: `${renew}/ar.yaml`,
      key,
      problem: /missing in this language/,
      mend: new RegExp(`write ${key} here`),
    })),
    {
      name: 'words without an item',
      plant: put(`${register}/ar.yaml`, 'documents:\n', 'documents:\n  photo: { name: صورة }\n'),
      file: `${register}/ar.yaml`,
      key: 'documents.photo',
      problem: /no such id in the data file/,
      mend: /correct the id or remove/,
    },
    {
      name: 'an option without words',
      plant: put(`${renew}/ar.yaml`, /\n {6}visit: .*/, ''),
      file: `${renew}/ar.yaml`,
      key: 'questions.basis.options.visit',
      problem: /missing in this language/,
      mend: /visit/,
    },
    {
      name: 'a group of countries without words',
      plant: put(`${renew}/ar.yaml`, /\n {6}visa-free: .*/, ''),
      file: `${renew}/ar.yaml`,
      key: 'questions.nationality.options.visa-free',
      problem: /missing in this language/,
      mend: /visa-free/,
    },
    {
      name: 'a group without a heading',
      plant: put(`${renew}/en.yaml`, /\n {2}means: What.*/, ''),
      file: `${renew}/en.yaml`,
      key: 'groups.means',
      problem: /missing in this language/,
      mend: /groups\.means/,
      count: 2,
    },
    {
      name: 'an event without words',
      plant: put(`${renew}/ar.yaml`, /\n {2}request-sent: .*/, ''),
      file: `${renew}/ar.yaml`,
      key: 'events.request-sent',
      problem: /missing in this language/,
      mend: /events\.request-sent/,
    },
  ]));

describe('references', () =>
  plantTests([
    ...(
      [
        [
          'authority: residence-office\nofficial',
          'authority: office\nofficial',
          'authority',
          'authority "office"',
        ],
        ['related: [register-address]', 'related: [register]', 'related', 'procedure "register"'],
        ['fee: stay-card }', 'fee: card }', 'fees.card.fee', 'fee "card"'],
        ['fee: stay-card }', 'fee: monthly-means }', 'fees.card.fee', 'fee "monthly-means"'],
        ['limit: grace,', 'limit: gracious,', 'timeLimits.grace.limit', 'time limit "gracious"'],
        ['limit: grace,', 'limit: stay-card,', 'timeLimits.grace.limit', 'time limit "stay-card"'],
        ['validity: certificate-age', 'validity: age', 'documents.enrolment.validity', 'fact "age"'],
        ['    to: register-address', '    to: register', 'stops.visitor.to', 'procedure "register"'],
        ['to: register-address, when', 'to: register, when', 'steps.address.to', 'procedure "register"'],
        ['amount: means-child,', 'amount: stay-card,', 'amounts.means.terms', 'amount of money "stay-card"'],
      ] as const
    ).map(([from, to, key, what]) => ({
      name: `${key}: there is no ${what}`,
      plant: put(file, from, to),
      file,
      key,
      problem: new RegExp(`there is no ${what}`),
      mend: /correct the id/,
    })),
    {
      name: 'a contact that the authority does not have',
      plant: put(file, 'contact: desk', 'contact: counter'),
      file,
      key: 'channels.desk.contact',
      problem: /"residence-office" has no contact "counter"/,
      mend: /content\/authorities\/residence-office\/authority\.yaml/,
    },
    {
      name: 'the authority of a channel',
      plant: put(file, /authority: residence-office\n {4}contact: desk/, 'authority: office'),
      file,
      key: 'channels.desk.authority',
      problem: /no authority "office"/,
      mend: /content\/authorities/,
    },
    {
      name: 'a fine that everybody would pay',
      plant: put(file, 'extra: true, when: { passed', 'when: { passed'),
      file,
      key: 'fees.fine',
      problem: /"late-fine" is a fine/,
      mend: /extra: true/,
    },
    {
      name: 'a fee that counts a choice',
      plant: put(file, 'stay-card-child, times: children', 'stay-card-child, times: basis'),
      file,
      key: 'fees.child-card.times',
      problem: /"basis" is not a number question/,
      mend: /number question/,
    },
    {
      name: 'a time limit that counts from a choice',
      plant: put(file, 'limit: grace, from: expires-on', 'limit: grace, from: basis'),
      file,
      key: 'timeLimits.grace.from',
      problem: /"basis" is not a date question/,
      mend: /date question of this procedure, today, or/,
    },
    {
      name: 'a source of a document',
      plant: put(file, 'sources: [harbour-news]', 'sources: [news]'),
      file,
      key: 'documents.birth-certificates.sources',
      problem: /no source "news"/,
      mend: /sources\.yaml/,
    },
    {
      name: 'a law reference of a note to something that is no act',
      plant: put(file, 'law: [stay-act#12/2]', 'law: [harbour-news#12/2]'),
      file,
      key: 'notes.while-you-wait.law',
      problem: /"harbour-news" is not an act/,
      mend: /kind: act/,
    },
    {
      name: 'a check date of the entry in the future',
      plant: put(file, 'checkedOn: "2026-11-20"', 'checkedOn: "2026-11-24"'),
      file,
      key: '(entry).checkedOn',
      problem: /2026-11-24 lies in the future/,
      mend: /really checked/,
    },
    {
      name: 'a check date of a note in the future',
      plant: put(file, 'kind: tip\n', 'kind: tip\n    checkedOn: "2026-11-24"\n'),
      file,
      key: 'notes.in-time.checkedOn',
      problem: /future/,
      mend: /really checked/,
    },
  ]));

const condition = 'notes.in-time.when';

describe('the finder and the places', () =>
  plantTests([
    {
      name: 'the finder leads to a procedure that does not exist',
      plant: put('content/start/procedure.yaml', 'to: renew-stay-card', 'to: renew'),
      file: 'content/start/procedure.yaml',
      key: 'steps.renew.to',
      problem: /there is no procedure "renew"/,
      mend: /content\/procedures/,
    },
    {
      name: 'the finder has an option that leads nowhere',
      plant: put('content/start/procedure.yaml', ', when: { need: other }', ', when: { need: nothing }'),
      file: 'content/start/procedure.yaml',
      key: 'steps.ask.when',
      problem: /no option "nothing"/,
      mend: /card, home, other/,
    },
    {
      name: 'a procedure without a place to go',
      plant: all(
        put(`${register}/procedure.yaml`, /channels:\n(?: .*\n)+/, 'channels: []\n'),
        both(register, /channels:\n.*\n/, ''),
        put(`${register}/examples.yaml`, /\n {2}channels: .*/, ''),
      ),
      file: `${register}/procedure.yaml`,
      key: 'channels',
      problem: /nobody learns where to go/,
      mend: /at least one channel/,
    },
  ]));

describe('conditions', () =>
  plantTests([
    ...(
      [
        ['a question that does not exist', '{ reason: work }', /no question "reason"/, /add the question/],
        [
          'an option that does not exist',
          '{ basis: [work, tourism] }',
          /no option "tourism"/,
          /work, study, visit/,
        ],
        [
          'an option inside any and not',
          '{ any: [{ basis: work }, { not: { changes: divorced } }] }',
          /no option "divorced"/,
          /moved, married, none/,
        ],
        [
          'a group of countries that does not exist',
          '{ nationality: treaty }',
          /no group of countries "treaty"/,
          /treaty-states, visa-free/,
        ],
        [
          'a time limit that does not exist',
          '{ passed: deadline }',
          /no time limit "deadline" in this procedure/,
          /timeLimits/,
        ],
        [
          'a time limit that counts from an event',
          '{ passed: decision }',
          /an event that the wizard cannot know/,
          /date question/,
        ],
        [
          'a day compared with a choice',
          '{ expires-on: work }',
          /"expires-on" is a date, not a choice/,
          /before, onOrBefore/,
        ],
        [
          'a choice compared with a day',
          '{ basis: { before: "2027-01-01" } }',
          /"basis" is a choice, not a day/,
          /work, study, visit/,
        ],
        [
          'a country compared with a number',
          '{ nationality: { atLeast: 1 } }',
          /"nationality" is a country/,
          /treaty-states/,
        ],
        [
          'a day compared as a number',
          '{ expires-on: { atLeast: 3 } }',
          /"expires-on" is a date, so "atLeast" does not fit/,
          /onOrAfter/,
        ],
        [
          'a number compared as a day',
          '{ children: { before: "2027-01-01" } }',
          /"children" is a number, so "before"/,
          /atLeast, atMost/,
        ],
        [
          'a bound that does not exist',
          '{ expires-on: { before: cards-end } }',
          /no fact "cards-end"/,
          /content\/law/,
        ],
        [
          'a number as bound of a day',
          '{ expires-on: { before: monthly-means } }',
          /"monthly-means" does not hold a day on 2026-11-23/,
          /holds a day/,
        ],
        [
          'a day as bound of a number',
          '{ children: { atLeast: old-cards-end } }',
          /"old-cards-end" does not hold a number/,
          /holds a number/,
        ],
        [
          'a range as bound of a number',
          '{ children: { atLeast: late-fine } }',
          /"late-fine" does not hold a number/,
          /holds a number/,
        ],
        [
          'a time limit as bound of a day',
          '{ expires-on: { before: grace } }',
          /"grace" does not hold a day/,
          /holds a day/,
        ],
      ] as const
    ).map(([name, yaml, problem, mend]) => ({
      name,
      plant: when(yaml),
      file,
      key: condition,
      problem,
      mend,
    })),
    {
      name: 'a time limit in hours',
      plant: all(
        put(
          file,
          'limit: slip-payment, from: { event: slip-received }',
          'limit: slip-payment, from: expires-on',
        ),
        both(renew, /\n {2}slip-received: .*/, ''),
        when('{ passed: pay }'),
      ),
      file,
      key: condition,
      problem: /"pay" is counted in hours/,
      mend: /days, months or years/,
    },
  ]));

describe('rules', () =>
  plantTests([
    {
      name: 'a question that depends on a later one',
      plant: put(
        file,
        'type: choice, options: ["yes", "no"], when: { basis: study }',
        'type: choice, options: ["yes", "no"], when: { changes: moved }',
      ),
      file,
      key: 'questions.scholarship.when',
      problem: /depends on "changes", which is not asked before it/,
      mend: /move "changes" above "scholarship"/,
    },
    {
      name: 'a question that depends on itself',
      plant: put(file, 'when: { basis: study } }', 'when: { scholarship: "yes" } }'),
      file,
      key: 'questions.scholarship.when',
      problem: /depends on "scholarship"/,
      mend: /change the condition/,
    },
    {
      name: 'two questions that depend on each other',
      plant: all(
        put(file, 'when: { basis: study } }', 'when: { changes: moved } }'),
        put(file, 'none: none }', 'none: none, when: { scholarship: "yes" } }'),
      ),
      file,
      key: 'questions.scholarship.when',
      problem: /depends on "changes"/,
      mend: /move/,
    },
    {
      name: 'a condition that contradicts itself',
      plant: when('{ all: [{ basis: work }, { basis: study }] }'),
      file,
      key: condition,
      problem: /can never hold/,
      mend: /correct the condition or remove the item/,
      // And no example visits it.
      count: 3,
    },
    {
      name: 'a condition that contradicts a question before it',
      plant: when('{ basis: work, scholarship: "yes" }'),
      file,
      key: condition,
      problem: /can never hold/,
      mend: /correct/,
      count: 3,
    },
    {
      name: 'days that contradict each other',
      plant: when('{ expires-on: { before: "2026-01-01", after: "2026-06-01" } }'),
      file,
      key: condition,
      problem: /can never hold/,
      mend: /correct/,
      count: 3,
    },
    {
      name: 'a number that the question does not allow',
      plant: when('{ children: { atLeast: 10 } }'),
      file,
      key: condition,
      problem: /can never hold/,
      mend: /correct/,
      count: 3,
    },
    {
      name: 'a condition that always holds',
      plant: when('{ basis: [work, study, visit] }'),
      file,
      key: condition,
      problem: /always holds/,
      mend: /leave `when` out/,
      // And two worked cases say that it does not.
      count: 3,
    },
    {
      name: 'an item behind a stop',
      plant: when('{ basis: visit }'),
      file,
      key: condition,
      problem: /a stop always comes before this item/,
      mend: /correct the condition or the stop/,
      count: 3,
    },
    {
      name: 'a question that changes nothing',
      plant: question('{ id: extra, type: number, min: 0, max: 9 }', ''),
      file,
      key: 'questions.extra',
      problem: /no answer to this question changes anything/,
      mend: /remove the question/,
      // And three worked cases leave it open.
      count: 4,
    },
    {
      name: 'a choice whose options all lead to the same list',
      plant: all(
        question(
          '{ id: extra, type: choice, options: [one, two] }',
          ', options: { one: { label: One }, two: { label: Two } }',
        ),
        when('{ not: { extra: [one, two] } }'),
      ),
      file,
      key: 'questions.extra',
      problem: /all options lead to the same list/,
      mend: /use the options/,
      // Its condition can never hold either; three worked cases leave it open, and no case visits the options and the tip.
      count: 8,
    },
  ]));

/** Names of the worked cases. */
const worker = 'A worker without changes, in time';
const late = 'A student without a scholarship, three children, married, moved, too late, after the fees rose';
const early = 'A student with a scholarship and one child, too early';
const visitor = 'A visitor is in the wrong place';

describe('examples', () =>
  plantTests([
    ...(
      [
        [worker, 'a wrong total', 'online: 90.25,', 'online: 91,', /totals\.online: expected 91; got 90\.25/],
        [
          worker,
          'a wrong day',
          'grace: "2027-03-10"',
          'grace: "2027-03-12"',
          /dates\.grace: expected 2027-03-12; got 2027-03-10/,
        ],
        [
          worker,
          'a day of a limit that is not there',
          'grace: "2027-03-10"',
          'grace: null',
          /expected not to appear; got 2027-03-10/,
        ],
        [
          late,
          'a wrong range of a fine',
          'late-fine: [40, 160]',
          'late-fine: [40, 161]',
          /prices\.late-fine: expected 40 to 161; got 40 to 160/,
        ],
        [
          late,
          'a wrong price of one channel',
          'counter: 131.50, online: 99',
          'counter: 131.50, online: 98',
          /prices\.stay-card\.online: expected 98; got 99/,
        ],
        [
          late,
          'a price without the channel on which it hangs',
          'stay-card: { counter: 131.50, online: 99 }',
          'stay-card: 131.50',
          /prices\.stay-card: expected 131\.5; got none/,
        ],
        [
          late,
          'a price of a fee that does not exist',
          'late-fine: [40, 160]',
          'later-fine: [40, 160]',
          /prices: the law has no fee "later-fine"/,
        ],
        [
          late,
          'a price of a time limit',
          'late-fine: [40, 160]',
          'renewal-opens: 40',
          /prices: the law has no fee "renewal-opens"/,
        ],
        [late, 'a wrong sum', 'means: 26220', 'means: 1', /amounts\.means: expected 1; got 26220/],
        [
          worker,
          'a missing document',
          'work-contract, treaty-letter]',
          'work-contract, enrolment]',
          /documents: missing enrolment/,
        ],
        [
          worker,
          'a document that must not appear',
          '[enrolment, scholarship-letter,',
          '[passport, scholarship-letter,',
          /notDocuments: must not appear but does: passport/,
        ],
        [
          worker,
          'a forbidden document that does not exist',
          '[enrolment, scholarship-letter,',
          '[enrolement, scholarship-letter,',
          /documents: the procedure has no "enrolement"/,
        ],
        [
          worker,
          'a day of a limit that does not exist',
          'grace: "2027-03-10"',
          'grace: "2027-03-10", end: null',
          /timeLimits: the procedure has no "end"/,
        ],
        [
          worker,
          'a wrong order',
          'asked: [basis, nationality, expires-on, changes, children]',
          'asked: [basis, expires-on, nationality, changes, children]',
          /asked: expected basis, expires-on/,
        ],
        [
          visitor,
          'a wrong stop',
          'stops: [visitor]',
          'stops: [too-late]',
          /stops: expected too-late; got visitor/,
        ],
        [
          visitor,
          'an answer to a question that is not asked',
          'answers: { basis: visit }',
          'answers: { basis: visit, children: 1 }',
          /not asked in this case: children/,
        ],
        [
          visitor,
          'an answer to a question that does not exist',
          'answers: { basis: visit }',
          'answers: { basis: visit, kids: 1 }',
          /answers\.kids: there is no such question/,
        ],
        [
          worker,
          'an answer that is not valid',
          'changes: none, children: 0',
          'changes: none, children: 12',
          /answers\.children: "12" is no valid answer \(too-large\)/,
        ],
        [early, 'a question left open', '      children: 1,\n', '', /"children" is still open/],
      ] as const
    ).map(([key, name, from, to, problem]) => ({
      name,
      plant: put(examples, from, to),
      file: examples,
      key,
      problem,
      mend: /compare with the sources/,
    })),
    {
      name: 'an item that no example visits',
      plant: all(
        put(
          file,
          '  - id: old-series\n',
          '  - id: rare\n    kind: tip\n    when: { children: 9 }\n    grade: A\n    sources: [stay-act]\n  - id: old-series\n',
        ),
        put(file, 'when: { children: 9 }', 'when: { children: { atLeast: 9 } }'),
        both(
          renew,
          '  large-family: { title',
          '  rare: { title: Rare, body: Rare. }\n  large-family: { title',
        ),
      ),
      file: examples,
      key: 'notes.rare',
      problem: /no example visits this item/,
      mend: /worked case/,
    },
    {
      name: 'an option that no example visits',
      plant: all(
        put(file, 'options: [moved, married, none]', 'options: [moved, married, born, none]'),
        both(renew, '      married: {', '      born: { label: Born }\n      married: {'),
      ),
      file: examples,
      key: 'questions.changes.born',
      problem: /no example visits this option/,
      mend: /worked case/,
    },
  ]));

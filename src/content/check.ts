/** Cross-checks of the loaded content: references, periods, conditions, examples, words. */
import {
  type Condition,
  type Day,
  type Procedure,
  type ProcedureText,
  type ResolvedProcedure,
  reserved,
} from '../model/index.ts';
import { analyse, disorder } from '../rules/index.ts';
import { whoFaults } from './check-who.ts';
import { conditionFaults } from './conditions.ts';
import { compare, unvisited } from './examples.ts';
import { type Fault, refer, type Say } from './faults.ts';
import { evidenceFaults, holds, lawFaults, noticeFaults } from './law.ts';
import { letterFaults, sharedLetterFaults } from './letter-check.ts';
import { asEntry } from './letters.ts';
import { type Content, idFaults, type ProcedureEntry, wizards } from './load.ts';
import { conditionsOf, factIds, groundedOf, resolve } from './resolve.ts';
import { doubleShorts } from './short.ts';
import { checkTexts } from './texts.ts';

function twice(ids: string[]): string[] {
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
}

/** Sources, law and days of a procedure and of its items. They do not hinder the rules. */
function groundFaults(say: Say, c: Content, e: ProcedureEntry, today: Day): void {
  const p = e.data;
  const file = `${e.dir}/procedure.yaml`;
  evidenceFaults(say, c, file, '(entry)', p, today);
  for (const [name, items] of Object.entries(groundedOf(p)))
    for (const i of items) evidenceFaults(say, c, file, `${name}.${i.id}`, i, today);
}

function structureFaults(say: Say, c: Content, e: ProcedureEntry, today: Day): void {
  const p = e.data;
  const file = `${e.dir}/procedure.yaml`;
  if (!c.guide.areas.includes(p.area))
    say(file, 'area', `there is no area "${p.area}"`, 'use an area of content/guide.yaml');
  refer(say, file, 'authority', p.authority, c.authorities, 'authority', 'content/authorities');
  for (const r of p.related) refer(say, file, 'related', r, c.procedures, 'procedure', 'content/procedures');
  const lists = {
    questions: p.questions,
    documents: p.documents,
    fees: p.fees,
    amounts: p.amounts,
    timeLimits: p.timeLimits,
    channels: p.channels,
    steps: p.steps,
    notes: p.notes,
    stops: p.stops,
  };
  for (const [name, items] of Object.entries(lists)) {
    for (const id of twice(items.map((i) => i.id)))
      say(file, `${name}.${id}`, 'this id is used twice', 'give one of the two another id');
  }
  for (const q of p.questions) {
    if ((reserved as readonly string[]).includes(q.id) || q.id === 'at' || q.id === 'today')
      say(file, `questions.${q.id}`, 'this word has a meaning of its own', 'choose another id');
    if ('options' in q)
      for (const o of twice(q.options))
        say(file, `questions.${q.id}.options`, `"${o}" is listed twice`, 'remove one');
    if ('min' in q && q.min !== undefined && q.max !== undefined && q.min > q.max)
      say(file, `questions.${q.id}.min`, `${q.min} is more than max (${q.max})`, 'correct min or max');
    if (q.type === 'multi' && !q.options.includes(q.none))
      say(file, `questions.${q.id}.none`, `"${q.none}" is not among the options`, 'add it to the options');
  }
  for (const f of p.fees) {
    const fact = c.factTable[f.fee];
    if (!fact || !('kind' in fact) || 'counting' in fact)
      say(
        file,
        `fees.${f.id}.fee`,
        `there is no fee "${f.fee}"`,
        'correct the id, or add it to content/law/<topic>/fees.yaml',
      );
    else if (!f.extra && fact.kind !== 'fee')
      say(
        file,
        `fees.${f.id}`,
        `"${f.fee}" is a ${fact.kind}, not a fee that everybody pays`,
        'add extra: true',
      );
    if (f.times && p.questions.find((q) => q.id === f.times)?.type !== 'number')
      say(
        file,
        `fees.${f.id}.times`,
        `"${f.times}" is not a number question`,
        'name a number question of this procedure',
      );
  }
  for (const t of p.timeLimits) {
    const fact = c.factTable[t.limit];
    if (!fact || !('counting' in fact))
      say(
        file,
        `timeLimits.${t.id}.limit`,
        `there is no time limit "${t.limit}"`,
        'correct the id, or add it to content/law/<topic>/time-limits.yaml',
      );
    if (
      typeof t.from === 'string' &&
      t.from !== 'today' &&
      p.questions.find((q) => q.id === t.from)?.type !== 'date'
    )
      say(
        file,
        `timeLimits.${t.id}.from`,
        `"${t.from}" is not a date question`,
        'name a date question of this procedure, today, or { event: … }',
      );
  }
  for (const a of p.amounts)
    for (const term of a.terms) {
      const fact = c.factTable[term.amount];
      if (!fact || !('unit' in fact) || fact.unit !== 'currency')
        say(
          file,
          `amounts.${a.id}.terms`,
          `there is no amount of money "${term.amount}"`,
          'correct the id, or add it to content/law/<topic>/amounts.yaml',
        );
      if (term.times && p.questions.find((q) => q.id === term.times)?.type !== 'number')
        say(
          file,
          `amounts.${a.id}.terms`,
          `"${term.times}" is not a number question`,
          'name a number question of this procedure',
        );
    }
  for (const s of p.steps)
    refer(say, file, `steps.${s.id}.to`, s.to, c.procedures, 'procedure', 'content/procedures');
  for (const d of p.documents)
    refer(say, file, `documents.${d.id}.validity`, d.validity, c.facts, 'fact', 'content/law');
  if (p.channels.length === 0 && e !== c.finder)
    say(file, 'channels', 'nobody learns where to go', 'name at least one channel with its authority');
  for (const ch of p.channels) {
    refer(
      say,
      file,
      `channels.${ch.id}.authority`,
      ch.authority,
      c.authorities,
      'authority',
      'content/authorities',
    );
    const contacts = c.authorities.get(ch.authority)?.data.contacts ?? [];
    if (ch.contact && !contacts.some((x) => x.id === ch.contact))
      say(
        file,
        `channels.${ch.id}.contact`,
        `"${ch.authority}" has no contact "${ch.contact}"`,
        `add it to content/authorities/${ch.authority}/authority.yaml`,
      );
  }
  for (const s of p.stops)
    refer(say, file, `stops.${s.id}.to`, s.to, c.procedures, 'procedure', 'content/procedures');
  for (const { key, when } of conditionsOf(p))
    conditionFaults({ say, content: c, procedure: p, file, key, today }, when);
}

/** Ids under which the words of a question's options stand; for a country, the groups that conditions name. */
function optionIds(c: Content, p: Procedure, q: Procedure['questions'][number]): string[] {
  if ('options' in q) return q.options;
  if (q.type !== 'country') return [];
  const named = conditionsOf(p).flatMap(({ when }) => valuesOf(when, q.id));
  return Object.keys(c.countries ?? {}).filter((group) => named.includes(group));
}

/** Every option or group that a condition names for a question. */
function valuesOf(condition: Condition, id: string): string[] {
  return Object.entries(condition).flatMap(([key, value]) => {
    if (key === 'all' || key === 'any') return (value as Condition[]).flatMap((c) => valuesOf(c, id));
    if (key === 'not') return valuesOf(value as Condition, id);
    return key !== id ? [] : Array.isArray(value) ? (value as string[]) : [value as string];
  });
}

function textIdFaults(faults: Fault[], c: Content, e: ProcedureEntry, langs: string[]): void {
  const p = e.data;
  for (const lang of langs) {
    const text = e.text[lang];
    if (!text) continue;
    const file = `${e.dir}/${lang}.yaml`;
    const same = (section: keyof ProcedureText, ids: string[]): void =>
      idFaults({ faults }, file, section, ids, Object.keys(text[section] as object));
    for (const name of [
      'questions',
      'documents',
      'fees',
      'amounts',
      'timeLimits',
      'channels',
      'steps',
      'notes',
      'stops',
    ] as const)
      same(
        name,
        p[name].map((i) => i.id),
      );
    same('groups', [...new Set([...p.documents, ...p.steps].flatMap((d) => d.group ?? []))]);
    same('events', [
      ...new Set(p.timeLimits.flatMap((t) => (typeof t.from === 'string' ? [] : t.from.event))),
    ]);
    // Groups of countries that could not be read were reported already.
    for (const q of p.questions.filter((x) => x.type !== 'country' || c.countries))
      idFaults(
        { faults },
        file,
        `questions.${q.id}.options`,
        optionIds(c, p, q),
        Object.keys(text.questions[q.id]?.options ?? {}),
      );
  }
}

function exampleFaults(say: Say, p: ResolvedProcedure, e: ProcedureEntry): void {
  const file = `${e.dir}/examples.yaml`;
  for (const example of e.examples)
    for (const wrong of compare(p, example))
      say(
        file,
        example.name,
        wrong,
        'compare with the sources: correct the example or the rule, whichever is wrong',
      );
  for (const { key, what } of unvisited(p, e.examples))
    say(file, key, `no example visits this ${what}`, 'add a worked case in which it applies');
}

function entryFaults(say: Say, c: Content, today: Day): void {
  for (const a of c.authorities.values()) {
    const file = `${a.dir}/authority.yaml`;
    evidenceFaults(say, c, file, '(entry)', a.data, today);
    for (const s of a.data.successors)
      refer(say, file, 'successors', s, c.authorities, 'authority', 'content/authorities');
    for (const x of a.data.contacts) {
      evidenceFaults(say, c, file, `contacts.${x.id}`, x, today);
      const forms = {
        web: /^https:\/\//,
        form: /^https:\/\//,
        phone: /^\+[1-9]\d{6,14}$/,
        email: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
        post: /./,
        counter: /./,
      };
      // A short number such as 112 is dialled as it is.
      if (!forms[x.kind].test(x.value) && !(x.kind === 'phone' && /^\d{3,6}$/.test(x.value)))
        say(
          file,
          `contacts.${x.id}.value`,
          `"${x.value}" is no ${x.kind}`,
          'write https://…, + with country code and number, or name@host',
        );
    }
  }
  for (const q of c.questions.values()) {
    const file = `${q.dir}/question.yaml`;
    if (!c.guide.topics.includes(q.data.topic))
      say(
        file,
        '(folder)',
        `there is no topic "${q.data.topic}"`,
        'use a topic of content/guide.yaml as folder name',
      );
    evidenceFaults(say, c, file, '(entry)', q.data, today);
    refer(say, file, 'authority', q.data.authority, c.authorities, 'authority', 'content/authorities');
    for (const p of q.data.procedures)
      refer(say, file, 'procedures', p, c.procedures, 'procedure', 'content/procedures');
    for (const r of q.data.related)
      refer(say, file, 'related', r, c.questions, 'question', 'content/questions');
    for (const ref of q.data.then?.changedBy ?? [])
      refer(
        say,
        file,
        'then.changedBy',
        ref.split('#')[0],
        c.sources,
        'source',
        'content/law/<topic>/sources.yaml',
      );
    for (const [lang, text] of Object.entries(q.text))
      if ((text.then === undefined) !== (q.data.then === undefined))
        say(
          `${q.dir}/${lang}.md`,
          'then',
          text.then === undefined
            ? 'the words of the old rule are missing'
            : 'the old rule has no year in question.yaml',
          'give the old rule a year and changedBy in question.yaml and its words in every language, or neither',
        );
  }
  for (const { id, data } of c.changes.values()) {
    const file = 'content/changes/changes.yaml';
    evidenceFaults(say, c, file, id, data, today);
    for (const p of data.procedures)
      refer(say, file, `${id}.procedures`, p, c.procedures, 'procedure', 'content/procedures');
    for (const q of data.questions)
      refer(say, file, `${id}.questions`, q, c.questions, 'question', 'content/questions');
  }
  for (const id of c.guide.mostAsked)
    refer(say, 'content/guide.yaml', 'mostAsked', id, c.questions, 'question', 'content/questions');
  for (const id of c.guide.mostNeeded)
    refer(say, 'content/guide.yaml', 'mostNeeded', id, c.procedures, 'procedure', 'content/procedures');
}

function parityFaults(faults: Fault[], c: Content, langs: string[]): void {
  if (!langs.includes(c.guide.sourceLanguage))
    faults.push({
      file: 'content/guide.yaml',
      key: 'sourceLanguage',
      problem: `"${c.guide.sourceLanguage}" is not among the languages`,
      mend: `use one of: ${langs.join(', ')}`,
    });
  for (const lang of langs) {
    const file = `content/guide/${lang}.yaml`;
    const text = c.guideText[lang];
    if (!text) continue;
    idFaults({ faults }, file, 'law', [...c.law.keys()], Object.keys(text.law));
    idFaults({ faults }, file, 'areas', c.guide.areas, Object.keys(text.areas));
    idFaults({ faults }, file, 'topics', c.guide.topics, Object.keys(text.topics));
    for (const a of c.authorities.values())
      if (a.text[lang])
        idFaults(
          { faults },
          `${a.dir}/${lang}.yaml`,
          'contacts',
          a.data.contacts.map((x) => x.id),
          Object.keys(a.text[lang].contacts),
        );
  }
}

/** Every fault that the files show together, as of a day. Facts and rules are tried only where all references resolve. */
export function check(c: Content, today: Day): Fault[] {
  const faults: Fault[] = [];
  const say: Say = (file, key, problem, mend) => void faults.push({ file, key, problem, mend });
  const langs = c.guide.languages.map((l) => l.code);
  lawFaults(say, c, today);
  noticeFaults(say, c, today);
  entryFaults(say, c, today);
  whoFaults(say, c, today);
  parityFaults(faults, c, langs);
  for (const id of doubleShorts(c))
    say(
      'content/guide.yaml',
      `topics.${id}`,
      `"${id}" is also the id of a procedure, and /go/${id}/ can lead to one place only`,
      'give the topic another id',
    );
  for (const e of wizards(c)) {
    groundFaults(say, c, e, today);
    const before = faults.length;
    structureFaults(say, c, e, today);
    const sound = faults.length === before && c.countries && factIds(e.data).every((id) => holds(c, id));
    textIdFaults(faults, c, e, langs);
    if (!sound) continue;
    const resolved = resolve(c, e.data);
    const mixed = disorder(resolved);
    for (const f of mixed.length > 0 ? mixed : analyse(resolved, today))
      say(`${e.dir}/procedure.yaml`, f.key, f.problem, f.mend);
    if (mixed.length === 0) exampleFaults(say, resolved, e);
  }
  for (const e of c.letters.values()) {
    // Its papers, fees, time limits, channels and notes are checked as those of a procedure.
    const here: Say = (file, key, problem, mend) =>
      say(
        file.replace('procedure.yaml', 'letter.yaml'),
        key.replace(/^documents/, 'attach').replace(/^questions/, 'fields'),
        problem,
        mend,
      );
    const entry = asEntry(c, e);
    groundFaults(here, c, entry, today);
    structureFaults(here, c, entry, today);
    letterFaults(say, faults, c, e, today);
  }
  sharedLetterFaults(say, faults, c);
  return [...faults, ...checkTexts(c, today)];
}

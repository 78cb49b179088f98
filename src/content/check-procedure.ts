/** Checks of one procedure: evidence, structure, words, examples, and what the rules say about it. */
import {
  type Condition,
  type Day,
  type Procedure,
  type ProcedureText,
  type ResolvedProcedure,
  reserved,
} from '../model/index.ts';
import { analyse, disorder } from '../rules/index.ts';
import { conditionFaults } from './conditions.ts';
import { compare, unvisited } from './examples.ts';
import { type Fault, refer, type Say } from './faults.ts';
import { evidenceFaults, holds } from './law.ts';
import { type Content, idFaults, type ProcedureEntry } from './load.ts';
import { conditionsOf, factIds, groundedOf, partsOf, resolve } from './resolve.ts';

function twice(ids: string[]): string[] {
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
}

/** Sources, law and days of a procedure and of its items. They do not hinder the rules. */
export function groundFaults(say: Say, c: Content, e: ProcedureEntry, today: Day): void {
  const p = e.data;
  const file = `${e.dir}/procedure.yaml`;
  evidenceFaults(say, c, file, '(entry)', p, today);
  for (const [name, items] of Object.entries(groundedOf(p)))
    for (const i of items) evidenceFaults(say, c, file, `${name}.${i.id}`, i, today);
}

/** References, conditions and order of a procedure's parts. */
export function structureFaults(say: Say, c: Content, e: ProcedureEntry, today: Day): void {
  const p = e.data;
  const file = `${e.dir}/procedure.yaml`;
  if (!c.guide.areas.includes(p.area))
    say(file, 'area', `there is no area "${p.area}"`, 'use an area of content/guide.yaml');
  refer(say, file, 'authority', p.authority, c.authorities, 'authority', 'content/authorities');
  for (const r of p.related) refer(say, file, 'related', r, c.procedures, 'procedure', 'content/procedures');
  for (const [name, items] of Object.entries(partsOf(p))) {
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
    for (const [name, items] of Object.entries(partsOf(p)))
      same(
        name as keyof ProcedureText,
        items.map((i) => i.id),
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

function exampleFaults(say: Say, c: Content, p: ResolvedProcedure, e: ProcedureEntry): void {
  const file = `${e.dir}/examples.yaml`;
  for (const example of e.examples)
    for (const wrong of compare(p, example, c.factTable))
      say(
        file,
        example.name,
        wrong,
        'compare with the sources: correct the example or the rule, whichever is wrong',
      );
  for (const { key, what } of unvisited(p, e.examples))
    say(file, key, `no example visits this ${what}`, 'add a worked case in which it applies');
}

/** Everything about one procedure. Facts and rules are tried only where all references resolve. */
export function procedureFaults(say: Say, faults: Fault[], c: Content, e: ProcedureEntry, today: Day): void {
  groundFaults(say, c, e, today);
  const before = faults.length;
  structureFaults(say, c, e, today);
  const sound = faults.length === before && c.countries && factIds(e.data).every((id) => holds(c, id));
  textIdFaults(
    faults,
    c,
    e,
    c.guide.languages.map((l) => l.code),
  );
  if (!sound) return;
  const resolved = resolve(c, e.data);
  const mixed = disorder(resolved);
  for (const f of mixed.length > 0 ? mixed : analyse(resolved, today))
    say(`${e.dir}/procedure.yaml`, f.key, f.problem, f.mend);
  if (mixed.length === 0) exampleFaults(say, c, resolved, e);
}

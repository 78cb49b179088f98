/** Puts into a procedure every fact it refers to, so that the rules need nothing else. */
import type { Condition, Evidence, Fact, Procedure, ResolvedProcedure } from '../model/index.ts';
import type { Content } from './load.ts';

/** Everything in a procedure that has an id, by the key under which it stands. */
export const partsOf = (p: Procedure) => ({
  questions: p.questions,
  documents: p.documents,
  fees: p.fees,
  amounts: p.amounts,
  timeLimits: p.timeLimits,
  channels: p.channels,
  steps: p.steps,
  notes: p.notes,
  stops: p.stops,
});

/** Every condition of a procedure, with the key under which it stands. */
export function conditionsOf(p: Procedure): { key: string; when: Condition }[] {
  return Object.entries(partsOf(p)).flatMap(([key, items]) =>
    items.flatMap((i) => (i.when ? [{ key: `${key}.${i.id}.when`, when: i.when as Condition }] : [])),
  );
}

/** The items of a procedure that rest on sources of their own, by list. */
export const groundedOf = (p: Procedure): Record<string, (Evidence & { id: string })[]> => ({
  documents: p.documents,
  amounts: p.amounts,
  channels: p.channels,
  notes: p.notes,
  stops: p.stops,
});

/** Ids of facts named as bounds in a condition. */
export function factsIn(condition: Condition): string[] {
  return Object.entries(condition).flatMap(([key, value]) => {
    if (key === 'all' || key === 'any') return (value as Condition[]).flatMap(factsIn);
    if (key === 'not') return factsIn(value as Condition);
    if (typeof value !== 'object' || Array.isArray(value) || value === null) return [];
    return Object.values(value).filter((b): b is string => typeof b === 'string' && !/^\d{4}-/.test(b));
  });
}

/** Ids of every fact that a procedure refers to directly. */
export const factIds = (p: Procedure): string[] => [
  ...new Set([
    ...p.fees.map((f) => f.fee),
    ...p.amounts.flatMap((a) => a.terms.map((t) => t.amount)),
    ...p.timeLimits.map((t) => t.limit),
    ...p.documents.flatMap((d) => d.validity ?? []),
    ...conditionsOf(p).flatMap((c) => factsIn(c.when)),
  ]),
];

/** Ids of the facts that this fact is a share of. */
export const sharesOf = (fact: Fact): string[] =>
  fact.values.flatMap((v) => ('share' in v && v.share ? [v.share.of] : []));

/** The procedure with its facts and the country's holidays. References must have been checked. */
export function resolve(content: Content, p: Procedure): ResolvedProcedure {
  const facts: Record<string, Fact> = {};
  const add = (id: string): void => {
    const entry = content.facts.get(id);
    if (!entry || facts[id]) return;
    facts[id] = entry.fact;
    for (const of of sharesOf(entry.fact)) add(of);
  };
  for (const id of factIds(p).sort()) add(id);
  const asksCountry = p.questions.some((q) => q.type === 'country');
  return {
    ...p,
    facts,
    holidays: content.guide.holidays,
    ...(asksCountry && { countries: content.countries }),
  };
}

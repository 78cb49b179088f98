/** Worked cases as tests: what an example promises against what the rules give, and what no example visits. */
import type { Channel, Example, Fact, Price, ResolvedProcedure } from '../model/index.ts';
import { type Checklist, checklist, faultOf, optionsOf, worth } from '../rules/index.ts';

const ids = (list: { item: { id: string }; condition?: unknown }[]): string[] =>
  list.filter((x) => x.condition === undefined).map((x) => x.item.id);

/** Every way in which the rules and the facts of the law differ from the example; empty when they agree. */
export function compare(p: ResolvedProcedure, e: Example, law: Record<string, Fact>): string[] {
  const wrong: string[] = [];
  for (const [id, raw] of Object.entries(e.answers)) {
    const q = p.questions.find((x) => x.id === id);
    if (!q) wrong.push(`answers.${id}: there is no such question`);
    else if (faultOf(q, raw)) wrong.push(`answers.${id}: "${raw}" is no valid answer (${faultOf(q, raw)})`);
  }
  // With wrong or missing answers everything else would differ too.
  if (wrong.length > 0) return wrong;
  const got = checklist(p, e.answers, e.day);
  if (got.walk.next) return [`the question "${got.walk.next.id}" is still open: answer it`];
  const surplus = Object.keys(e.answers).filter((id) => !got.walk.path.some((s) => s.question.id === id));
  if (surplus.length > 0) wrong.push(`these questions are not asked in this case: ${surplus.join(', ')}`);
  if (e.asked) {
    const path = got.walk.path.map((s) => s.question.id).join(', ');
    if (path !== e.asked.join(', ')) wrong.push(`asked: expected ${e.asked.join(', ')}; got ${path}`);
  }
  return [
    ...wrong,
    ...unknownIds(p, e),
    ...compareLists(e, got),
    ...compareFigures(e, got),
    ...comparePrices(e, law),
  ];
}

/** Ids that the procedure does not have: "must not appear" would be true of them for ever. */
function unknownIds(p: ResolvedProcedure, e: Example): string[] {
  const named = {
    documents: [...e.documents, ...e.notDocuments],
    notes: [...e.notes, ...e.notNotes],
    steps: [...e.steps, ...e.notSteps],
    channels: e.channels,
    fees: e.fees,
    amounts: Object.keys(e.amounts),
    timeLimits: Object.keys(e.dates),
    stops: e.stops,
    questions: e.asked ?? [],
  };
  return Object.entries(named).flatMap(([name, list]) =>
    list
      .filter((id) => !p[name as keyof typeof named].some((item) => item.id === id))
      .map((id) => `${name}: the procedure has no "${id}"`),
  );
}

function compareLists(e: Example, got: Checklist): string[] {
  const wrong: string[] = [];
  const stops = got.stop ? [got.stop.id] : [];
  if (stops.join() !== e.stops.join())
    wrong.push(`stops: expected ${e.stops.join(', ') || 'none'}; got ${stops.join(', ') || 'none'}`);
  const lists = {
    documents: ids(got.documents),
    notes: ids(got.notes),
    steps: ids(got.steps),
    channels: ids(got.channels),
    fees: ids(got.fees),
  };
  for (const [name, have] of Object.entries(lists)) {
    const missing = e[name as keyof typeof lists].filter((id) => !have.includes(id));
    if (missing.length > 0) wrong.push(`${name}: missing ${missing.join(', ')}`);
  }
  const forbidden = { notDocuments: lists.documents, notNotes: lists.notes, notSteps: lists.steps };
  for (const [name, have] of Object.entries(forbidden)) {
    const there = e[name as keyof typeof forbidden].filter((id) => have.includes(id));
    if (there.length > 0) wrong.push(`${name}: must not appear but does: ${there.join(', ')}`);
  }
  return wrong;
}

function compareFigures(e: Example, got: Checklist): string[] {
  const wrong: string[] = [];
  for (const [channel, sum] of Object.entries(e.totals)) {
    const total = got.totals.find((t) => t.channel === channel);
    if (total?.amount !== sum)
      wrong.push(`totals.${channel}: expected ${sum}; got ${total?.amount ?? 'none'}`);
  }
  for (const [id, sum] of Object.entries(e.amounts)) {
    const value = got.amounts.find((a) => a.item.id === id)?.value;
    if (value?.amount !== sum) wrong.push(`amounts.${id}: expected ${sum}; got ${value?.amount ?? 'none'}`);
  }
  for (const [id, day] of Object.entries(e.dates)) {
    const limit = got.timeLimits.find((t) => t.item.id === id);
    if (day === null ? limit !== undefined : limit?.day !== day)
      wrong.push(
        `dates.${id}: expected ${day ?? 'not to appear'}; got ${limit ? (limit.day ?? 'no day') : 'nothing'}`,
      );
  }
  return wrong;
}

const isFee = (fact: Fact | undefined): boolean =>
  fact !== undefined && 'kind' in fact && !('counting' in fact);
const priceText = (price: Price | undefined): string =>
  price === undefined ? 'none' : [price].flat().join(' to ');

/** Fees that no total counts: what each costs on the day of the case. */
function comparePrices(e: Example, law: Record<string, Fact>): string[] {
  return Object.entries(e.prices).flatMap(([id, price]) => {
    if (!isFee(law[id])) return [`prices: the law has no fee "${id}"`];
    const byChannel: [Channel | undefined, Price][] =
      typeof price === 'number' || Array.isArray(price)
        ? [[undefined, price]]
        : (Object.entries(price) as [Channel, Price][]);
    return byChannel.flatMap(([channel, expected]) => {
      const value = worth(law, id, e.day, channel);
      const got = priceText(value?.range ?? value?.amount);
      const key = ['prices', id, ...(channel ? [channel] : [])].join('.');
      return got === priceText(expected) ? [] : [`${key}: expected ${priceText(expected)}; got ${got}`];
    });
  });
}

/** Items and options that no example visits: list name and id. */
export function unvisited(p: ResolvedProcedure, examples: Example[]): { key: string; what: string }[] {
  const seen = new Set<string>();
  for (const e of examples) {
    const got = checklist(p, e.answers, e.day);
    if (got.stop) seen.add(`stops.${got.stop.id}`);
    for (const s of got.walk.path)
      for (const o of s.answer && 'options' in s.question ? optionsOf(s.answer) : [])
        seen.add(`questions.${s.question.id}.${o}`);
    for (const name of ['documents', 'fees', 'amounts', 'timeLimits', 'channels', 'steps', 'notes'] as const)
      for (const id of ids(got[name])) seen.add(`${name}.${id}`);
  }
  const wanted = [
    ...(
      ['documents', 'fees', 'amounts', 'timeLimits', 'channels', 'steps', 'notes', 'stops'] as const
    ).flatMap((name) => p[name].map((i) => `${name}.${i.id}`)),
    ...p.questions.flatMap((q) => ('options' in q ? q.options.map((o) => `questions.${q.id}.${o}`) : [])),
  ];
  return wanted
    .filter((k) => !seen.has(k))
    .map((key) => ({ key, what: key.startsWith('questions') ? 'option' : 'item' }));
}

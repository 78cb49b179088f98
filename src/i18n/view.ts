/**
 * A checklist in words: what page, wizard and PDF show, ready to print. One function, so that they can never differ.
 * Runs in Node and in the browser.
 */
import type { Answers, Day, Document, Evidence, ProcedureText } from '../model/index.ts';

import type { Checklist, FeeLine, Listed, Total } from '../rules/checklist.ts';
import { checklist } from '../rules/checklist.ts';
import { valueOn } from '../rules/facts.ts';
import { fullDate, limitText, longDate, type T, valueText } from './format.ts';
import type {
  AuthorityCard,
  Kit,
  Proof,
  View,
  ViewDocument,
  ViewFee,
  ViewLimit,
  ViewStop,
  ViewTotal,
} from './view-types.ts';
import { conditionWords, ruleWords, type Speech } from './words.ts';

export type * from './view-types.ts';

/** "Lei n.º 23/2007, art. 78.º, n.º 2, al. d)", in the country's language. */
export function citeLaw(kit: Pick<Kit, 'sources' | 'citation'>, ref: string): string {
  const [act = '', place = ''] = ref.split('#');
  const [article, ...rest] = place.split('/');
  const letter = rest.find((x) => /^[a-z]+$/.test(x));
  const paragraph = rest.find((x) => /^\d/.test(x));
  const put = (pattern: string, n: string): string => pattern.replace('{n}', n);
  return [
    kit.sources[act]?.citation ?? act,
    put(kit.citation.article, article ?? ''),
    ...(paragraph ? [put(kit.citation.paragraph, paragraph)] : []),
    ...(letter ? [put(kit.citation.letter, letter)] : []),
  ].join(', ');
}

function proofOf(
  kit: Kit,
  e: { grade: Evidence['grade']; law?: string[] | undefined; sources: string[]; checkedOn?: Day | undefined },
): Proof {
  return {
    weak: e.grade === 'D',
    grade: e.grade,
    checkedOn: e.checkedOn ?? kit.procedure.checkedOn,
    law: (e.law ?? []).map((ref) => citeLaw(kit, ref)),
    sources: e.sources,
  };
}

/** "in 12 days", "today", "3 days ago". */
export function leftWords(t: T, days: number): string {
  if (days === 0) return t('limit.isToday');
  return days > 0 ? t('limit.daysLeft', { count: days }) : t('limit.daysAgo', { count: -days });
}

function documentView(kit: Kit, s: Speech, x: Listed<Document>): ViewDocument {
  const words = kit.text.documents[x.item.id];
  const limit = x.item.validity ? kit.procedure.facts[x.item.validity] : undefined;
  return {
    id: x.item.id,
    name: words?.name ?? x.item.id,
    official: x.item.official,
    note: words?.note,
    condition: x.condition && conditionWords(s, x.condition),
    forms: [
      ...x.item.form.map((f) => kit.t(`form.${f}`)),
      ...(x.item.foreign ?? []).map((f) => kit.t(`foreign.${f}`)),
    ],
    validity:
      limit && 'counting' in limit
        ? kit.t('document.notOlder', { duration: limitText(kit.t, limit, s.day) })
        : undefined,
    proof: proofOf(kit, x.item),
  };
}

function feeView(kit: Kit, s: Speech, x: FeeLine): ViewFee {
  const words = kit.text.fees[x.item.id];
  const fact = kit.procedure.facts[x.item.fee];
  const values = (fact?.values ?? []) as ({ from: Day; until?: Day } & Parameters<typeof proofOf>[1])[];
  const now = valueOn(values, s.day) ?? values[values.length - 1];
  const prices = x.prices.map((p) => ({
    channel: p.channel,
    label: kit.t(`channel.${p.channel}`),
    text: valueText(kit.l, kit.t, p.value, 'currency'),
    weak: p.value?.grade === 'D',
  }));
  const same = prices.length > 0 && prices.every((p) => p.text === prices[0]?.text);
  return {
    id: x.item.id,
    name: words?.name ?? x.item.id,
    note: words?.note,
    condition: x.condition && conditionWords(s, x.condition),
    count: x.count,
    extra: x.item.extra ?? false,
    prices: same ? prices.slice(0, 1).map((p) => ({ ...p, label: '' })) : prices,
    ...(now && { proof: proofOf(kit, now) }),
  };
}

const totalView = (kit: Kit, x: Total): ViewTotal => ({
  channel: x.channel,
  label: kit.t(`channel.${x.channel}`),
  text:
    x.amount === undefined
      ? kit.t('value.unknown')
      : valueText(kit.l, kit.t, { amount: x.amount, grade: 'A', from: '' }, 'currency'),
  atLeast: x.atLeast && x.amount !== undefined,
  weak: x.weak,
  table: x.tableFrom && kit.t('fee.table', { date: longDate(kit.l, x.tableFrom) }),
});

function limitView(kit: Kit, s: Speech, x: Checklist['timeLimits'][number]): ViewLimit {
  const words = kit.text.timeLimits[x.item.id];
  const fact = kit.procedure.facts[x.item.limit];
  const kind = fact && 'counting' in fact ? fact.kind : 'latest';
  const values = (fact?.values ?? []) as ({ from: Day; until?: Day } & Parameters<typeof proofOf>[1])[];
  return {
    id: x.item.id,
    name: words?.name ?? x.item.id,
    note: words?.note,
    missed: words?.missed,
    condition: x.condition && conditionWords(s, x.condition),
    kind,
    rule: ruleWords(s, x.item.id),
    day: x.day,
    dayText: x.day && fullDate(kit.l, x.day),
    daysLeft: x.daysLeft,
    left: x.daysLeft === undefined ? undefined : leftWords(kit.t, x.daysLeft),
    proof: proofOf(kit, valueOn(values, s.day) ?? (values[0] as Parameters<typeof proofOf>[1])),
  };
}

function stopView(kit: Kit, s: Speech, x: Checklist['stops'][number]): ViewStop {
  const words = kit.text.stops[x.item.id];
  return {
    id: x.item.id,
    name: words?.title ?? x.item.id,
    body: words?.body ?? [],
    condition: x.condition && conditionWords(s, x.condition),
    to: x.item.to ? { id: x.item.to, title: kit.titles[x.item.to] ?? x.item.to } : undefined,
    proof: proofOf(kit, x.item),
  };
}

/** Answers and day → everything to show, in the kit's language. Time limits with a day come first, by day. */
export function view(kit: Kit, answers: Answers, day: Day): View {
  const { procedure, text, t } = kit;
  const list = checklist(procedure, answers, day);
  const s: Speech = { l: kit.l, t, procedure, text: text as unknown as ProcedureText, day };
  const when = <X>(x: Listed<X>): string | undefined => x.condition && conditionWords(s, x.condition);
  const documents = list.documents.map((x) => documentView(kit, s, x));
  const groupOf = (id: string): string => procedure.documents.find((d) => d.id === id)?.group ?? '';
  const limits = list.timeLimits.map((x) => limitView(kit, s, x));
  const view: View = {
    title: text.title,
    official: procedure.official,
    day,
    dayText: longDate(kit.l, day),
    complete: list.walk.next === undefined,
    stop: list.stop && stopView(kit, s, { item: list.stop }),
    stops: list.stops.map((x) => stopView(kit, s, x)),
    groups: [...new Set(documents.map((d) => groupOf(d.id)))].map((id) => ({
      id,
      title: id ? text.groups[id] : undefined,
      items: documents.filter((d) => groupOf(d.id) === id),
    })),
    fees: list.fees.map((x) => feeView(kit, s, x)),
    // Where every fee depends on an answer there is nothing to add up yet.
    totals: list.totals.filter((x) => x.amount !== undefined || x.unknown).map((x) => totalView(kit, x)),
    amounts: list.amounts.map((x) => ({
      id: x.item.id,
      name: text.amounts[x.item.id]?.name ?? x.item.id,
      note: text.amounts[x.item.id]?.note,
      condition: when(x),
      text: x.value && valueText(kit.l, t, x.value, 'currency'),
      proof: { ...proofOf(kit, x.item), weak: (x.value?.grade ?? x.item.grade) === 'D' },
    })),
    limits: [
      ...limits.filter((x) => x.day).sort((a, b) => ((a.day as Day) < (b.day as Day) ? -1 : 1)),
      ...limits.filter((x) => !x.day),
    ],
    channels: list.channels.map((x) => {
      const authority = kit.authorities[x.item.authority] as AuthorityCard;
      return {
        id: x.item.id,
        name: text.channels[x.item.id]?.name ?? x.item.id,
        note: text.channels[x.item.id]?.note,
        condition: when(x),
        kind: x.item.kind,
        kindLabel: t(`channel.${x.item.kind}`),
        authority,
        contact: x.item.contact ? authority?.contacts[x.item.contact] : undefined,
        proof: proofOf(kit, x.item),
      };
    }),
    steps: list.steps.map((x) => ({
      id: x.item.id,
      name: text.steps[x.item.id]?.title ?? x.item.id,
      note: text.steps[x.item.id]?.body,
      condition: when(x),
      group: x.item.group && text.groups[x.item.group],
      to: x.item.to ? { id: x.item.to, title: kit.titles[x.item.to] ?? x.item.to } : undefined,
    })),
    notes: list.notes.map((x) => ({
      id: x.item.id,
      name: text.notes[x.item.id]?.title ?? x.item.id,
      body: text.notes[x.item.id]?.body ?? [],
      condition: when(x),
      kind: x.item.kind,
      kindLabel: t(`note.${x.item.kind}`),
      proof: proofOf(kit, x.item),
    })),
    checkedText: t('evidence.checkedOn', { date: longDate(kit.l, procedure.checkedOn) }),
    weak: false,
  };
  view.weak = [...documents, ...view.fees, ...view.amounts, ...view.limits, ...view.notes].some(
    (x) => x.proof?.weak,
  );
  return view;
}

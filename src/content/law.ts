/** Checks of `content/law`: dated facts, what they rest on, and notices. */
import type { Day, Fact } from '../model/index.ts';
import { addDays } from '../rules/index.ts';
import { refer, type Say } from './faults.ts';
import type { Content } from './load.ts';
import { sharesOf } from './resolve.ts';

interface Grounded {
  law?: string[] | undefined;
  sources: string[];
  checkedOn?: Day | undefined;
}

/** Sources, acts and check day that a fact, item or entry rests on. */
export function evidenceFaults(
  say: Say,
  c: Content,
  file: string,
  key: string,
  e: Grounded,
  today: Day,
): void {
  for (const s of e.sources)
    refer(say, file, `${key}.sources`, s, c.sources, 'source', 'content/law/<topic>/sources.yaml');
  for (const ref of e.law ?? []) {
    const act = ref.split('#')[0] as string;
    if (c.sources.get(act)?.kind !== 'act')
      say(
        file,
        `${key}.law`,
        `"${act}" is not an act among the sources`,
        'add it to sources.yaml with kind: act and a citation',
      );
  }
  if (e.checkedOn && e.checkedOn > today)
    say(
      file,
      `${key}.checkedOn`,
      `${e.checkedOn} lies in the future`,
      'write the day on which it was really checked',
    );
}

/** Periods of one dated fact: for each channel no gap, no overlap, and no end without `ended`. */
export function periodFaults(fact: Fact): { key: string; problem: string; mend: string }[] {
  const found: { key: string; problem: string; mend: string }[] = [];
  const values = fact.values as { from: Day; until?: Day; channel?: string }[];
  const byChannel = Map.groupBy(
    values.map((v, i) => ({ ...v, i })),
    (v) => v.channel ?? '',
  );
  for (const list of byChannel.values()) {
    list.sort((a, b) => (a.from < b.from ? -1 : 1));
    for (const [n, v] of list.entries()) {
      const key = `${fact.id}.values.${v.i}`;
      if (v.until && v.until < v.from)
        found.push({
          key,
          problem: `ends (${v.until}) before it begins (${v.from})`,
          mend: 'correct from or until',
        });
      const next = list[n + 1];
      if (!next) {
        if (v.until && !fact.ended)
          found.push({
            key,
            problem: `ends on ${v.until} without a successor`,
            mend: 'add the next value, or ended: true if the fact is gone for good',
          });
        if (!v.until && fact.ended)
          found.push({
            key,
            problem: 'the fact says ended: true but its last period is open',
            mend: 'give the last period an until, or remove ended',
          });
      } else if (!v.until || v.until >= next.from)
        found.push({
          key,
          problem: `overlaps the period from ${next.from}`,
          mend: `end it on ${addDays(next.from, -1)}`,
        });
      else if (addDays(v.until, 1) !== next.from)
        found.push({
          key,
          problem: `leaves a gap between ${v.until} and ${next.from}`,
          mend: `end it on ${addDays(next.from, -1)} or begin the next one on ${addDays(v.until, 1)}`,
        });
    }
  }
  return found;
}

/** Dated facts: their periods, evidence and references. */
export function lawFaults(say: Say, c: Content, today: Day): void {
  for (const [id, { fact, file }] of c.facts) {
    for (const f of periodFaults(fact)) say(file, f.key, f.problem, f.mend);
    for (const [i, v] of fact.values.entries()) evidenceFaults(say, c, file, `${id}.values.${i}`, v, today);
    for (const of of sharesOf(fact)) {
      refer(say, file, `${id}.share.of`, of, c.facts, 'fact', 'content/law');
      if (circular(c, of, [id]))
        say(file, `${id}.share.of`, 'is a share of itself in the end', 'name the fact that has the figure');
    }
    if ('payee' in fact)
      refer(say, file, `${id}.payee`, fact.payee, c.authorities, 'authority', 'content/authorities');
    if ('counting' in fact)
      for (const v of fact.values)
        if (fact.roll !== 'none' && (v.offset.startsWith('-') || fact.kind !== 'latest'))
          say(
            file,
            `${id}.roll`,
            'a limit counted backwards, or the end of a right, never moves to a later day',
            'write roll: none',
          );
  }
}

/** Notices: evidence, what they touch, and titles that tell them apart. */
export function noticeFaults(say: Say, c: Content, today: Day): void {
  for (const [id, n] of c.notices) {
    evidenceFaults(say, c, n.dir, id, n.data, today);
    for (const p of n.data.touches.procedures)
      refer(say, n.dir, `${id}.touches.procedures`, p, c.procedures, 'procedure', 'content/procedures');
    for (const q of n.data.touches.questions)
      refer(say, n.dir, `${id}.touches.questions`, q, c.questions, 'question', 'content/questions');
    for (const f of n.data.touches.facts)
      refer(say, n.dir, `${id}.touches.facts`, f, c.facts, 'fact', 'content/law');
    const t = n.data.touches;
    if (t.procedures.length + t.questions.length + t.facts.length === 0)
      say(
        n.dir,
        `${id}.touches`,
        'the notice touches nothing, so nobody sees it',
        'name the procedures, questions or facts',
      );
  }
  for (const lang of c.guide.languages.map((l) => l.code)) {
    const byTitle = Map.groupBy(c.notices.values(), (n) => n.text[lang]?.title);
    for (const [title, same] of byTitle)
      if (title && same.length > 1)
        for (const n of same)
          say(
            n.dir.replace('notices.yaml', `${lang}.yaml`),
            `notices.${n.id}.title`,
            `"${title}" is also the title of ${same
              .filter((o) => o !== n)
              .map((o) => o.id)
              .join(', ')}`,
            'say in the title what this notice is about: two may stand on one page',
          );
  }
}

/** Whether a fact and all that it is a share of exist, without a circle. */
export const holds = (c: Content, id: string, seen: string[] = []): boolean => {
  const fact = c.factTable[id];
  return fact !== undefined && !seen.includes(id) && sharesOf(fact).every((x) => holds(c, x, [...seen, id]));
};

const circular = (c: Content, id: string, seen: string[]): boolean =>
  seen.includes(id) ||
  (c.factTable[id] ? sharesOf(c.factTable[id]).some((x) => circular(c, x, [...seen, id])) : false);

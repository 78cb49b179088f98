/**
 * The wizard's only state is the fragment of the address. Every step first writes its answer into its own history
 * entry and then adds the next one, so the browser's back, forward and reload need no code of ours.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answers, Day, ResolvedProcedure } from '../../model/index.ts';
import { dayIn } from '../../rules/dates.ts';
import { isAnchor, readFragment, writeFragment } from './fragment.ts';
import { recall } from './remember.ts';
import { type Screen, screenOf } from './screen.ts';
import { tickThese } from './Tick.tsx';

/** What we put into our own history entries: that they are ours, and the question from which we came. */
interface Mark {
  wizard: true;
  from?: string | undefined;
}

/** Answers seen during this visit. A step back shows an older address; the later answers come from here. */
let memory: Answers = {};

interface Place {
  answers: Answers;
  at?: string | undefined;
  faulty: boolean;
  day: Day;
  /** Steps taken since the page opened; 0 until the first. */
  steps: number;
  /** False until the address was read. */
  ready: boolean;
}

export interface Trip extends Place {
  screen: Screen;
  /** Takes a valid answer to a question and goes on to the next open one, or to the result. */
  answer(id: string, raw: string): void;
  /** Shows a question again; the answers stay. */
  show(id: string): void;
  /** The address of that step, for links. */
  addressOf(id: string): string;
  /** Forgets every answer, in the address and in memory. */
  restart(): void;
}

const ownMark = (): Mark | undefined => {
  const state = history.state as Mark | null;
  return state?.wizard ? state : undefined;
};

/** Follows the address. `firstDay` is used until the browser's own day is known, so that both render the same. */
export function useTrip(procedure: ResolvedProcedure, timeZone: string, firstDay: Day): Trip {
  const [place, setPlace] = useState<Place>({
    answers: {},
    faulty: false,
    day: firstDay,
    steps: 0,
    ready: false,
  });
  const now = useRef(place);
  const put = useCallback((next: Omit<Place, 'ready' | 'steps'>, opening = false): void => {
    now.current = { ...next, ready: true, steps: opening ? 0 : now.current.steps + 1 };
    setPlace(now.current);
  }, []);
  const write = useCallback(
    (how: 'pushState' | 'replaceState', mark: Mark, answers: Answers, at?: string): void => {
      const address = location.pathname + location.search + writeFragment(procedure, answers, at);
      history[how](mark, '', address);
    },
    [procedure],
  );

  useEffect(() => {
    const today = (): Day => dayIn(timeZone, new Date());
    /** Takes the address as it stands: our own entries on top of what was answered since, others as the whole truth. */
    const read = (own: boolean, opening = false, damaged = false): void => {
      const day = today();
      const found = readFragment(procedure, location.hash);
      const { walk, question } = screenOf(
        procedure,
        own ? { ...memory, ...found.answers } : found.answers,
        found.at,
        day,
      );
      memory = walk.kept;
      if (!own) {
        const at = found.at === question?.id ? found.at : undefined;
        const before = opening ? ownMark() : undefined;
        write('replaceState', { wizard: true, from: before?.from }, walk.kept, at);
      }
      put({ answers: walk.kept, at: found.at, faulty: found.faulty || damaged, day }, opening);
    };
    const onPop = (): void => {
      if (ownMark()) read(true);
    };
    const onHash = (): void => {
      if (ownMark()) return;
      // A jump to a place on the page must not cost the answers in the address.
      if (isAnchor(location.hash) && location.hash !== '')
        write('replaceState', { wizard: true }, now.current.answers, now.current.at);
      else read(false);
    };
    // What she asked to keep comes back, unless the address brings answers of its own.
    const kept = recall(procedure.id);
    if (kept) tickThese(kept.ticks);
    const restored = kept && isAnchor(location.hash) ? kept : undefined;
    if (restored?.hash)
      history.replaceState(history.state, '', location.pathname + location.search + restored.hash);
    read(false, true, restored?.damaged);
    addEventListener('popstate', onPop);
    addEventListener('hashchange', onHash);
    return () => {
      removeEventListener('popstate', onPop);
      removeEventListener('hashchange', onHash);
    };
  }, [procedure, timeZone, put, write]);

  const screen = screenOf(procedure, place.answers, place.at, place.day);
  const today = (): Day => dayIn(timeZone, new Date());
  return {
    ...place,
    screen,
    answer(id, raw) {
      const day = today();
      const all = { ...now.current.answers, [id]: raw };
      const next = screenOf(procedure, all, undefined, day);
      memory = next.walk.kept;
      write('replaceState', { wizard: true, from: ownMark()?.from }, memory, id);
      write('pushState', { wizard: true, from: id }, memory, next.question?.id);
      put({ answers: memory, at: next.question?.id, faulty: false, day });
    },
    show(id) {
      // Where the browser's own back leads to that question, it is the same step and adds no entry.
      if (ownMark()?.from === id) return history.back();
      write('pushState', { wizard: true, from: screen.question?.id }, now.current.answers, id);
      put({ ...now.current, at: id, faulty: false, day: today() });
    },
    addressOf: (id) => writeFragment(procedure, place.answers, id),
    restart() {
      memory = {};
      write('replaceState', { wizard: true }, {});
      put({ answers: {}, faulty: false, day: today() });
    },
  };
}

/** Which screen answers and `at` lead to. Pure: back, next and progress all come from the one walk. */
import type { Answers, Day, Question, ResolvedProcedure } from '../../model/index.ts';
import { type Walk, walk } from '../../rules/walk.ts';

export interface Screen {
  walk: Walk;
  /** The question to show; none on the result. */
  question?: Question;
  /** Its number, counted from 1. */
  position: number;
  /** At most so many questions follow it. */
  atMost: number;
  /** The question before it, or before the result. */
  previous?: string;
}

/** The screen for these answers. `at` counts only if the way really leads past that question. */
export function screenOf(
  procedure: ResolvedProcedure,
  answers: Answers,
  at: string | undefined,
  day: Day,
): Screen {
  const way = walk(procedure, answers, day);
  const wanted = at ?? way.next?.id;
  const found = way.path.findIndex((p) => p.question.id === wanted);
  const index = found >= 0 ? found : way.next ? way.path.length - 1 : way.path.length;
  const question = way.path[index]?.question;
  const before = way.path.slice(0, index);
  // Progress as if this question were open: its answer may still change what follows.
  const soFar = Object.fromEntries(before.map((p) => [p.question.id, p.answer as string]));
  return {
    walk: way,
    question,
    position: index + 1,
    atMost: question ? walk(procedure, soFar, day).atMost : 0,
    previous: before.at(-1)?.question.id,
  };
}

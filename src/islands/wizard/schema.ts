/** The form's schema. It decides nothing itself: `faultOf` does. */
import type { FieldErrors, Resolver, ResolverResult } from 'react-hook-form';
import * as z from 'zod/mini';
import type { Question } from '../../model/index.ts';
import { type AnswerFault, faultOf } from '../../rules/answers.ts';
import { rawOf, type Values } from './values.ts';

/** A valid answer to a question out of the fields of its form; an issue's message is the fault's code. */
export const schemaOf = (question: Question) =>
  z.pipe(
    z.transform((values: Values) => rawOf(question, values)),
    z.string().check((payload) => {
      const fault = faultOf(question, payload.value);
      if (fault) payload.issues.push({ code: 'custom', message: fault, input: payload.value });
    }),
  );

/** Hands the schema to react-hook-form: values out are `{ raw }`; a fault stands at `one`, whatever the fields are. */
export function resolverOf(question: Question): Resolver<Values, unknown, { raw: string }> {
  const schema = schemaOf(question);
  return (values): ResolverResult<Values, { raw: string }> => {
    const read = schema.safeParse(values);
    if (read.success) return { values: { raw: read.data }, errors: {} };
    return {
      values: {},
      errors: { one: { type: 'fault', message: read.error.issues[0]?.message ?? 'missing' } },
    };
  };
}

/** The fault that a failed submission left, if any. */
export const faultIn = (errors: FieldErrors<Values>): AnswerFault | undefined =>
  errors.one?.message as AnswerFault | undefined;

/** What the rules work on: a procedure with every fact it refers to. Plain JSON, published as open data. */
import type { Countries, Holiday } from './entries.ts';
import type { Fact } from './law.ts';
import type { Procedure } from './procedure.ts';

export interface ResolvedProcedure extends Procedure {
  /** Every dated fact that this procedure refers to, by id, shares of facts included. */
  facts: Record<string, Fact>;
  holidays: Holiday[];
  /** Groups of countries, if a question asks for a country. */
  countries?: Countries;
}

/** Answers by question id: option id, option ids joined by commas, ISO day or whole number as text. */
export type Answers = Record<string, string>;

/** `npm run schemas`: JSON Schemas from the model, so that editors complete and check the YAML files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import * as m from '../model/index.ts';

/** File name → schema, the one list of content files that editors can check. */
export const contentSchemas: Record<string, z.ZodType> = {
  guide: m.Guide,
  countries: m.Countries,
  'guide-text': m.GuideText,
  sources: z.array(m.Source),
  fees: z.array(m.Fee),
  amounts: z.array(m.Amount),
  'time-limits': z.array(m.TimeLimit),
  notices: z.array(m.Notice),
  'law-text': m.LawText,
  authority: m.Authority,
  'authority-text': m.AuthorityText,
  procedure: m.Procedure,
  'procedure-text': m.ProcedureText,
  examples: m.Examples,
  letter: m.Letter,
  'letter-text': m.LetterText,
  'letters-shared': m.LettersShared,
  'letters-shared-text': m.LettersSharedText,
  question: m.Faq,
  terms: z.array(m.Term),
  'term-text': m.TermText,
  page: m.Page,
  changes: z.array(m.Change),
  'change-text': m.ChangeText,
  needs: z.array(m.Need),
  'need-text': m.NeedText,
  offices: z.array(m.Office),
  'office-text': m.OfficeText,
  succession: m.Succession,
  duties: z.array(m.Duty),
  'succession-text': m.SuccessionText,
  hubs: m.Hubs,
  'hubs-text': m.HubsText,
  hub: m.Hub,
  'hub-text': m.HubText,
};

/** JSON Schema (draft 2020-12) of one content file, as its author writes it. */
export const schemaOf = (schema: z.ZodType): object =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

if (import.meta.main) {
  const dir = join(process.cwd(), 'content/schema');
  mkdirSync(dir, { recursive: true });
  for (const [name, schema] of Object.entries(contentSchemas))
    writeFileSync(join(dir, `${name}.schema.json`), `${JSON.stringify(schemaOf(schema), null, 1)}\n`);
  console.log(`Wrote ${Object.keys(contentSchemas).length} schemas to content/schema.`);
}

/** Fees and time limits as tables (CSV, RFC 4180: commas, CRLF, quotes where needed), one row for each dated value. */
import type { Site } from '../content/guide.ts';
import type { Fact, Fee, TimeLimit } from '../model/index.ts';

type Cell = string | number | undefined;

const cell = (value: Cell): string => {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Rows as a table; the first names the columns. */
export const csv = (rows: Cell[][]): string => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/** What every dated value ends with: its period and what it rests on. */
const common = ['from', 'until', 'grade', 'law', 'sources', 'checked_on'] as const;
type Value = Fact['values'][number];
const commonCells = (v: Value): Cell[] => [
  v.from,
  v.until,
  v.grade,
  v.law?.join(' '),
  v.sources.join(' '),
  v.checkedOn,
];

const names = (site: Site): string[] => site.languages.map((l) => `name_${l.code}`);
const nameCells = (site: Site, id: string): Cell[] =>
  site.languages.map((l) => site.content.facts.get(id)?.name[l.code]);

/** Columns of the tables, in their order. Columns are added at the end, never renamed or removed. */
export const columns = (site: Site): Record<'fees' | 'time-limits', string[]> => ({
  fees: [
    'id',
    'kind',
    'payee',
    'channel',
    'amount',
    'amount_to',
    'share_of',
    'share_percent',
    'currency',
    ...common,
    ...names(site),
  ],
  'time-limits': ['id', 'kind', 'counting', 'roll', 'duration', ...common, ...names(site)],
});

const factsOf = (site: Site): Fact[] => [...site.content.facts.values()].map((f) => f.fact);

/** Fees, fines and services. `amount` is empty where nobody could establish it, or where it is a share of another fee. */
export function feesCsv(site: Site): string {
  const fees = factsOf(site).filter((f): f is Fee => 'kind' in f && !('counting' in f));
  const rows = fees.flatMap((f) =>
    f.values.map((v): Cell[] => [
      f.id,
      f.kind,
      f.payee,
      v.channel,
      v.amount ?? v.range?.[0],
      v.range?.[1],
      v.share?.of,
      v.share?.percent,
      site.content.guide.currency,
      ...commonCells(v),
      ...nameCells(site, f.id),
    ]),
  );
  return csv([columns(site).fees, ...rows]);
}

/** Time limits; `duration` is ISO 8601, negative where it counts backwards. */
export function limitsCsv(site: Site): string {
  const limits = factsOf(site).filter((f): f is TimeLimit => 'counting' in f);
  const rows = limits.flatMap((f) =>
    f.values.map((v): Cell[] => [
      f.id,
      f.kind,
      f.counting,
      f.roll,
      v.offset,
      ...commonCells(v),
      ...nameCells(site, f.id),
    ]),
  );
  return csv([columns(site)['time-limits'], ...rows]);
}

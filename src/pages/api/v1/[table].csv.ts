/** /api/v1/fees.csv and /api/v1/time-limits.csv: dated facts as tables. */
import type { APIRoute } from 'astro';
import { getSite } from '../../../content/guide.ts';
import { feesCsv, limitsCsv } from '../../../outputs/csv.ts';

const tables = { fees: feesCsv, 'time-limits': limitsCsv };

export const getStaticPaths = () => Object.keys(tables).map((table) => ({ params: { table } }));

export const GET: APIRoute = ({ params }) =>
  new Response(tables[params.table as keyof typeof tables](getSite()), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
  });

/** /pdf/card-{id}.pdf: a card with a QR code, in all languages. */
import { sheetIds, sheetRoute } from '../../outputs/pdf/sheet-routes.ts';

export const getStaticPaths = () => sheetIds().map((id) => ({ params: { id } }));
export const GET = sheetRoute('card');

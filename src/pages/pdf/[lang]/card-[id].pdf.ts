/** /pdf/{lang}/card-{id}.pdf: a card with a QR code, in one language. */
import { eachEntry } from '../../../components/paths.ts';
import { sheetIds, sheetRoute } from '../../../outputs/pdf/sheet-routes.ts';

export const getStaticPaths = () => eachEntry(sheetIds());
export const GET = sheetRoute('card');

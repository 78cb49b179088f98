/** Lower case and without accents, so that "sedere" finds "ședere". */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

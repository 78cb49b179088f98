/** In which language the parts of an island speak: the reader's, or beside it the official one. */
import { createContext, use } from 'react';
import type { Kit } from '../i18n/view.ts';

export interface Voice {
  kit: Kit;
  /** Language of the official names; undefined where the text around them is in it already. */
  official?: string | undefined;
  /** Codes and names of countries, in alphabetical order; only for procedures that ask for one. */
  countries: [code: string, name: string][];
}

export const VoiceContext = createContext<Voice | undefined>(undefined);

/** The voice of the part around. Throws outside of one. */
export function useVoice(): Voice {
  const voice = use(VoiceContext);
  if (!voice) throw new Error('no VoiceContext around this component');
  return voice;
}

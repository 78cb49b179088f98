/** The shape of the letter form's props: plain JSON. */
import type { Strings } from '../../i18n/small.ts';
import type { Kit } from '../../i18n/view.ts';
import type { Day, LetterWords, ResolvedLetter } from '../../model/index.ts';

export interface LetterProps {
  kit: Omit<Kit, 't'>;
  strings: Strings;
  /** The letter; its procedure is that of the kit. */
  letter: Omit<ResolvedLetter, 'procedure'>;
  /** What the letter is composed of, in the official language and in the reader's. */
  words: { official: LetterWords; own: LetterWords };
  /** The language of the letter, with its name in the reader's language. */
  official: { code: string; name: string; locale: string; dir: 'ltr' | 'rtl' };
  /** Day of the build: used until the browser says which day it is. */
  day: Day;
  /** Time zone of the authorities, in which "today" is meant. */
  timeZone: string;
  guide: { id: string; name: string };
  /** Codes and names of countries, in alphabetical order; none where no blank asks for one. */
  countries: [code: string, name: string][];
  /** Addresses from the root of the guide, without its base path. */
  links: { page: string; pdf: string; home: string };
}

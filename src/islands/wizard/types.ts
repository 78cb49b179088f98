/** The shape of the wizard's props: plain JSON, so that it can be fetched in another language too. */
import type { Strings } from '../../i18n/small.ts';
import type { Kit } from '../../i18n/view.ts';
import type { Day, Evidence, Rich } from '../../model/index.ts';

/** Law in motion that touches this procedure. */
export interface WizardNotice {
  id: string;
  title: string;
  reported: Rich;
  meanwhile: Rich;
  grade: Evidence['grade'];
  checkedOn: Day;
}

/** Addresses from the root of the guide, without its base path. */
export interface WizardLinks {
  /** The page of this wizard. */
  checklist: string;
  /** Everything about the procedure on one page. */
  procedure: string;
  /** The full list, ready to print. */
  pdf: string;
  /** These props in the official language. */
  official: string;
}

export interface WizardProps {
  kit: Omit<Kit, 't'>;
  strings: Strings;
  notices: WizardNotice[];
  /** Day of the build: shown until the browser says which day it is. */
  day: Day;
  /** Time zone of the authorities, in which "today" is meant. */
  timeZone: string;
  guide: { id: string; name: string };
  /** The language of the official names, with its name in the reader's language. */
  official: { code: string; name: string };
  /** Codes and names of countries, in alphabetical order; none where no question asks for one. */
  countries: [code: string, name: string][];
  links: WizardLinks;
}

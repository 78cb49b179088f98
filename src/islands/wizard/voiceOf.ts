/** The words of some props, ready to speak. */
import { smallT } from '../../i18n/small.ts';
import type { Voice } from '../voice.ts';
import type { WizardProps } from './types.ts';

export function voiceOf({ kit, strings, official, countries }: WizardProps): Voice {
  return {
    kit: { ...kit, t: smallT(strings, kit.l.locale) },
    official: official.code === kit.l.code ? undefined : official.code,
    countries,
  };
}

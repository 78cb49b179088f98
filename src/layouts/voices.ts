/** Whether a voice of the device itself speaks a language: others would send the text to a server. */
export const speaks = (voice: SpeechSynthesisVoice, lang: string): boolean =>
  voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === lang.toLowerCase().split('-')[0];

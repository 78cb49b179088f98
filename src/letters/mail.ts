/** The draft of an e-mail. Pure. */

/** Characters that every mail program takes in an address; longer ones are cut or ignored. */
export const longestMail = 1800;

/**
 * A mailto address with subject and text; undefined where it would be too long for some mail programs.
 * @param to e-mail address of the authority
 */
export function mailAddress(to: string, subject: string, body: string): string | undefined {
  const whole = `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
  return whole.length <= longestMail ? whole : undefined;
}

/** The same with a subject alone. */
export const mailSubject = (to: string, subject: string): string =>
  `mailto:${to}?subject=${encodeURIComponent(subject)}`;

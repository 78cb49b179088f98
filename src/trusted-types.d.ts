/**
 * Trusted Types, as far as the guide uses them; TypeScript's own types of the browser lack them.
 * https://www.w3.org/TR/trusted-types/
 */
interface TrustedPolicy {
  /** The type is really TrustedScriptURL: what takes an address takes it. */
  createScriptURL(url: string): string;
}
declare var trustedTypes:
  | {
      /** A rule that gives null refuses. The policy "default" judges plain text wherever a trusted value is wanted. */
      createPolicy(name: string, rules: { createScriptURL: (url: string) => string | null }): TrustedPolicy;
    }
  | undefined;

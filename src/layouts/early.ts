/**
 * Runs in the head before anything is painted, so that nothing jumps: says that scripts work,
 * and whether the address carries answers (then the wizard stays hidden until it has read them).
 * Kept as text because the security policy names its hash.
 */
export const earlyScript =
  "document.documentElement.className='js'+(location.hash.includes('=')?' has-answers':'')";

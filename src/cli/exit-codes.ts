/** What a command ends with; scripts rely on it. */
export const FINE = 0;
/** A failed check, a failed scenario, an impossible computation. */
export const FINDINGS = 1;
/** Wrong usage or unreadable input. */
export const USAGE = 2;
/** Jira, network or store. */
export const TROUBLE = 3;

export type ExitCode = typeof FINE | typeof FINDINGS | typeof USAGE | typeof TROUBLE;

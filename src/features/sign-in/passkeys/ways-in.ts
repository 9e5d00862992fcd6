/** By what somebody can come in. */
export type WaysIn = {
  /** An address: to it a link can be mailed, or their organisation answers for it. */
  readonly hasAddress: boolean;
  readonly hasPassword: boolean;
  readonly passkeys: number;
};

/**
 * Whether somebody can still come in when one of their passkeys is gone. Whoever has an address always can; for somebody
 * without one the last passkey may be all there is, and nobody could give them another.
 */
export function leavesAWayIn({ hasAddress, hasPassword, passkeys }: WaysIn): boolean {
  return hasAddress || hasPassword || passkeys > 1;
}

/** A mail domain that belongs to an organisation, with every organisation above that one. */
export type RegisteredDomain = { readonly domain: string; readonly organisationId: string };

/**
 * Whether a manager's address proves that somebody at the employer answered: it is another address than the
 * applicant's, and its domain (or one it lies under) is registered for the applicant's employer or an organisation
 * the employer is part of.
 *
 * A link can be forwarded and an address be made up, so anything else reads "confirmed from an unverified
 * address". An employer we do not know proves nothing, whatever the address. (R115, R117)
 */
export function isManagerAddressKnown(
  addresses: { readonly manager: string; readonly applicant: string },
  employerAndAbove: ReadonlySet<string>,
  domains: readonly RegisteredDomain[],
): boolean {
  if (addresses.manager.toLowerCase() === addresses.applicant.toLowerCase()) return false;
  const host = addresses.manager.toLowerCase().split("@").at(-1) ?? "";
  return domains.some(
    ({ domain, organisationId }) =>
      employerAndAbove.has(organisationId) && (host === domain || host.endsWith(`.${domain}`)),
  );
}

/** The domains an address could be registered under: `a.b.se` → `a.b.se`, `b.se`. */
export function possibleDomains(address: string): string[] {
  const labels = (address.toLowerCase().split("@").at(-1) ?? "").split(".");
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join("."));
}

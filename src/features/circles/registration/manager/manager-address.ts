/**
 * Whether a manager's address proves that somebody at the employer answered: it is another address than the
 * applicant's, and it lies in a domain that is registered for the applicant's employer or for an organisation
 * the employer is part of.
 *
 * A link can be forwarded and an address be made up, so anything else reads "confirmed from an unverified
 * address". An employer we do not know proves nothing, whatever the address. (R115, R117)
 */
export function isManagerAddressKnown(
  addresses: { readonly manager: string; readonly applicant: string },
  liesInEmployersDomain: boolean,
): boolean {
  return liesInEmployersDomain && addresses.manager.toLowerCase() !== addresses.applicant.toLowerCase();
}

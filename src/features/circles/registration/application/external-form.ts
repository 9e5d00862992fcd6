/** The name of the service that takes a round's applications, as people know it: its address without what stands before. */
export function serviceOf(address: string): string {
  return URL.parse(address)?.hostname.replace(/^www\./u, "") ?? address;
}

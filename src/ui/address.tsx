import { raw } from "#kernel/jsx-runtime.ts";

/** Where an address is read in pieces: "inloggning.", "example.se", "/v2". */
const pauses = /[.@/](?=[^.@/])/g;

/** An e-mail or web address, which goes on to the next line after a dot, an @ or a slash and not inside a word. */
export function Address({ of }: { of: string }) {
  const escaped = String(<>{of}</>);
  return raw(escaped.replaceAll(pauses, "$&<wbr/>"));
}

/** What an address is read in pieces of: "inloggning.", "example.se", "/v2". */
const pieces = /(?<=[.@/])(?=[^.@/])/u;

/** An e-mail or web address, which goes on to the next line after a dot, an @ or a slash and not inside a word. */
export function Address({ of }: { of: string }) {
  return (
    <>
      {of.split(pieces).map((piece, index) => (
        <>
          {index === 0 ? null : <wbr />}
          {piece}
        </>
      ))}
    </>
  );
}

import { Address } from "#ui/address.tsx";
import { LinkPage } from "#ui/link-page.tsx";
import { Framed, type SheetProps, publicMenu } from "./framed.tsx";

/** What a link leads to that has been used. */
export function LinkSheet({ assets }: SheetProps) {
  return (
    <Framed title="Länken har använts" assets={assets} menu={publicMenu} signIn="/logga-in">
      <LinkPage
        heading="Länken har använts"
        lead="En länk kan bara användas en gång. Be om en ny, så kommer den med mejl."
        href="/logga-in"
        way="Be om en ny länk"
      >
        <p>
          Den skickades till <Address of="alexandra.hammarstrom-lindqvist@socialforvaltningen.orebro.example.se" />.
        </p>
      </LinkPage>
    </Framed>
  );
}

import { EntryList } from "#ui/entry-list.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Tag } from "#ui/tag.tsx";
import { ThreeSources } from "#ui/three-sources.tsx";
import { Unknown } from "#ui/unknown.tsx";
import { Framed, type SheetProps, publicMenu } from "./framed.tsx";

/** The start page, and a list to choose from. */
export function HomeSheet({ assets }: SheetProps) {
  return (
    <Framed title="Kunskap som vägs samman" assets={assets} menu={publicMenu} signIn="/logga-in">
      <PageHeading
        heading="Kunskap som vägs samman"
        lead="Forskning, professionens erfarenhet och brukarnas egen kunskap, vägda samman i vardagen."
      />
      <section>
        <h2>Tre sorters kunskap, lika viktiga</h2>
        <ThreeSources
          meeting="Beslut"
          sources={[
            { source: "research", heading: "Forskning", text: "Vad vet vi, och hur säkert är det?" },
            { source: "profession", heading: "Professionens kunskap", text: "Vad har vi prövat, delat och följt upp?" },
            { source: "user", heading: "Brukarnas kunskap", text: "Vad säger de som det gäller?" },
          ]}
        />
      </section>
      <section>
        <h2 class="sr-only">Öppna omgångar</h2>
        <EntryList
          label="Öppna omgångar"
          entries={[
            {
              href: "/cirklar/tsi",
              kicker: "Forskningscirkel · FoU-enheten i länet",
              title: "Tidiga samordnade insatser för barn och unga",
              detail: "Fem träffar och en uppföljning om samordning kring barn 0–12 år.",
              tags: <Tag>Digitalt och i Uppsala</Tag>,
              facts: [<strong>3 platser kvar</strong>, "Börjar fre 1 oktober", "Anmäl dig senast 10 september"],
            },
            {
              href: "/cirklar/skola",
              kicker: "Utvecklingscirkel · Enköpings kommun",
              title: "Skolfrånvaro",
              facts: [<Unknown>Datum meddelas</Unknown>],
            },
          ]}
        />
      </section>
    </Framed>
  );
}

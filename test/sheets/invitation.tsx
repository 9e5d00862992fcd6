import { LinkButton } from "#ui/button.tsx";
import { Columns, Sheet } from "#ui/columns.tsx";
import { Details } from "#ui/details.tsx";
import { Facts } from "#ui/facts.tsx";
import { PhoneLink } from "#ui/phone-link.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Seats } from "#ui/seats.tsx";
import { Tag } from "#ui/tag.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { Unknown } from "#ui/unknown.tsx";
import { Framed, type SheetProps, publicMenu, t } from "./framed.tsx";

/** A page of the kind "invitation": open to everyone. */
export function InvitationSheet({ assets }: SheetProps) {
  return (
    <Framed
      title="Tidiga samordnade insatser för barn och unga"
      assets={assets}
      menu={publicMenu}
      current="/cirklar"
      signIn="/logga-in"
      description="Fem träffar och en uppföljning."
      openGraph={{ url: "https://sammanvagt.example.se/cirklar/tsi", description: "Fem träffar och en uppföljning." }}
      feeds={[{ href: "/flode.atom", title: "Öppna omgångar" }]}
    >
      <PageHeading
        kicker="Forskningscirkel · FoU-enheten i länet"
        heading="Tidiga samordnade insatser för barn och unga"
        lead="Fem träffar och en uppföljning där förskola, skola, socialtjänst och vård fördjupar sig tillsammans med forskare och tar fram förslag för den egna verksamheten."
      />
      <Columns
        label="Platser och anmälan"
        beside={
          <Sheet>
            <Seats t={t} places={12} taken={9} approximate>
              Den som anmäler sig först får plats.
            </Seats>
            <LinkButton href="/anmalan" wide>
              Anmäl dig
            </LinkButton>
            <Facts
              items={[
                { term: "Telefon", value: <PhoneLink phone="018-00 00 00" /> },
                { term: "Sista dag", value: "10 september", note: "förlängd från 27 augusti" },
                { term: "Tid", value: "cirka 70 timmar" },
                { term: "Kostnad", value: "ingen" },
                { term: "Chef", value: "stäm av före anmälan" },
                { term: "Plats", value: <Unknown>meddelas</Unknown> },
              ]}
            />
            <p class="muted">
              Frågor? Siv Alm, vetenskaplig handledare <a href="mailto:fou@example.se">fou@example.se</a>
            </p>
            <p>
              <a href="/kalender.ics">Lägg i kalendern</a>
            </p>
          </Sheet>
        }
      >
        <section>
          <h2>Det här får du med dig</h2>
          <p>
            Fördjupad kunskap om samordning kring barn 0–12 år, och ett eget förslag på samverkan, anpassat för din
            verksamhet.
          </p>
        </section>
        <section>
          <h2>Träffarna</h2>
          <Timeline
            items={[
              {
                when: "fre 1 oktober",
                dateTime: "2027-10-01",
                times: "9.00–13.00",
                title: "Vad säger forskningen om tidiga samordnade insatser?",
                tags: <Tag>Digitalt</Tag>,
              },
              {
                when: "fre 22 oktober",
                dateTime: "2027-10-22",
                times: "9.00–13.00",
                title: "Möjligheter och begränsningar",
                detail: "Uppgift till nästa träff",
                changed: "Ändrat 3 september: var fre 15 oktober",
                tags: <Tag>Digitalt</Tag>,
              },
              {
                when: "fre 19 november",
                dateTime: "2027-11-19",
                title: "Framgångsfaktorer och hinder",
                tags: <Tag tone="open">Preliminärt i Uppsala</Tag>,
                provisional: true,
              },
              {
                when: "fre 14 januari",
                dateTime: "2028-01-14",
                title: "Implementering och våra förslag",
                tags: <Unknown>Plats meddelas</Unknown>,
                provisional: true,
              },
              {
                when: "fre 6 maj",
                dateTime: "2028-05-06",
                after: "Fyra månader senare",
                title: "Vad blev det av förslagen?",
                tags: <Tag tone="quiet">Uppföljning</Tag>,
              },
            ]}
          />
        </section>
        <section>
          <h2>Vem kan delta?</h2>
          <p>
            Du arbetar i kommun eller region i länet, med barn 0–12 år, och har viss studievana. Högskoleutbildning
            rekommenderas, men är inget krav.
          </p>
          <Details summary="Vad är en forskningscirkel?">
            <p>Deltagare och forskare undersöker en fråga tillsammans, och alla bidrar med det de kan.</p>
          </Details>
        </section>
      </Columns>
    </Framed>
  );
}

import { Address } from "#ui/address.tsx";
import { BalanceBars } from "#ui/balance-bars.tsx";
import { BeforeAfter } from "#ui/before-after.tsx";
import { Beside } from "#ui/beside.tsx";
import { Button, Buttons } from "#ui/button.tsx";
import { Columns, Sheet, Stack } from "#ui/columns.tsx";
import { Confirm } from "#ui/confirm.tsx";
import { Copy, CopyArea } from "#ui/copy.tsx";
import { Dots } from "#ui/dots.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Facts } from "#ui/facts.tsx";
import { DateField, NumberField, Select, TextField } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { DraftSent, Form } from "#ui/form.tsx";
import { LabelSheet } from "#ui/label-sheet.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Pager } from "#ui/pager.tsx";
import { Seats } from "#ui/seats.tsx";
import { Table } from "#ui/table.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { Tag, Tags } from "#ui/tag.tsx";
import { Term } from "#ui/term.tsx";
import { ThenAndNow } from "#ui/then-and-now.tsx";
import { Unknown } from "#ui/unknown.tsx";
import { type SheetProps, WorkFrame, problem, t } from "./framed.tsx";

const experienceWord = {
  id: "ord-beprovad",
  name: problem("sheet.word"),
  explanation: problem("sheet.word_means"),
  href: "/ordlista/beprovad-erfarenhet",
};

const applicants = [
  { name: "Ali Noor", municipality: "Uppsala", sector: "Skola", queue: 1, manager: "Ja" },
  { name: "Berit Holm", municipality: "Håbo", sector: "Individ- och familjeomsorg", queue: 2, manager: "Ja" },
  { name: "Cia Strand", municipality: "Enköping", sector: "Vård", queue: 3, manager: "" },
];

/** Everything that only those who arrange things see. */
export function WorkSheet({ assets }: SheetProps) {
  return (
    <WorkFrame title="Omgången" assets={assets} current="/cirklar">
      <Notice t={t} tone="done" heading="Omgången är publicerad">
        <p>Den syns nu på sidan med öppna omgångar.</p>
      </Notice>
      <PageHeading kicker="Forskningscirkel" heading="Tidiga samordnade insatser" lead="Nio av tolv platser är tagna.">
        <Tags>
          <Tag>Öppen för anmälan</Tag>
          <Tag tone="open">Två chefer har inte svarat</Tag>
          <Tag tone="quiet">Version 3</Tag>
          <Tag tone="error">Mejlet kom inte fram</Tag>
          <Tag tone="research">Forskning</Tag>
          <Tag tone="profession">Profession</Tag>
          <Tag tone="user">Brukare</Tag>
        </Tags>
      </PageHeading>
      <Tabs
        label="Omgångens delar"
        current="/anmalda"
        tabs={[
          { href: "/anmalda", label: "Anmälda", count: 43 },
          { href: "/traffar", label: "Träffar", count: 6 },
          { href: "/utskick", label: "Utskick" },
          { href: "/historik", label: "Historik" },
        ]}
      />
      <Filters t={t} action="/anmalda" label="Välj bland de anmälda" results="resultat">
        <TextField t={t} name="q" label="Namn" type="search" />
        <Select
          t={t}
          name="state"
          label="Läge"
          empty="Alla"
          options={[
            { value: "placed", label: "Har plats" },
            { value: "waiting", label: "Reserv" },
          ]}
        />
      </Filters>
      <Stack id="resultat">
        <Table
          caption="43 anmälda"
          rows={applicants}
          columns={[
            { label: "Namn", head: true, cell: ({ name }) => <a href="/person">{name}</a> },
            { label: "Kommun", cell: ({ municipality }) => municipality },
            { label: "Verksamhet", cell: ({ sector }) => sector },
            { label: "Köplats", numeric: true, cell: ({ queue }) => queue },
            { label: "Chef", cell: ({ manager }) => manager || <Unknown>Inte svarat</Unknown> },
            {
              label: "Göra",
              labelHidden: true,
              cell: ({ name }) => (
                <Button small quiet label={`Ge plats till ${name}`}>
                  Ge plats
                </Button>
              ),
            },
          ]}
        />
        <Pager t={t} next="/2" previous="/0" shown={{ from: 1, to: 50, all: 143 }} />
      </Stack>
      <Table
        caption="Tre att mejla"
        brief
        rows={applicants}
        columns={[
          { label: "Namn", head: true, cell: ({ name }) => name },
          { label: "Kommun", cell: ({ municipality }) => municipality },
          { label: "Chef", cell: ({ manager }) => manager || null },
        ]}
      />
      <Table
        caption="Kan vara samma person"
        compared
        rows={["E-post", "Titel"]}
        columns={[
          { label: "Uppgift", head: true, cell: (detail) => detail },
          { label: "Christina Karlsson", cell: () => <Address of="christina.karlsson@uppsala.example.se" /> },
          { label: "Kristina Carlson", cell: (detail) => (detail === "Titel" ? null : "kc@example.se") },
        ]}
      />
      <LabelSheet
        labels={[
          { name: "Asta Berg", lines: ["Ekvägen 1", "431 30 Mölndal"] },
          { name: "Bo Ceder", lines: ["c/o Lind", "Storgatan 12 B", "745 31 Enköping"] },
        ]}
      />
      <section class="stack">
        <h2>Läst ur inbjudan</h2>
        <Beside
          t={t}
          words="Vi träffas 1 oktober, 22 oktober, 19 november"
          where="rad 4"
          doubt="Texten säger inte vilket år."
        >
          <DateField t={t} name="first" label="Första träffen" value="2027-10-01" required />
        </Beside>
        <Beside t={t} words="max ca 12 deltagare">
          <NumberField t={t} name="places" label="Platser" value={12} unit="platser" required />
        </Beside>
        <Beside t={t}>
          <TextField t={t} name="venue" label="Lokal" />
        </Beside>
      </section>
      <Columns
        label="Fördelning"
        beside={
          <Sheet>
            <BalanceBars
              t={t}
              caption="Anmälda och valda per kommun"
              counted="Anmälda"
              chosen="Valda"
              bars={[
                { label: "Uppsala", count: 21, chosen: 5 },
                { label: "Enköping", count: 9, chosen: 4 },
                { label: "Håbo", count: 2, chosen: 0 },
              ]}
            />
            <p>
              Den här metoden vilar på beprövad erfarenhet. <Term t={t} word={experienceWord} />
            </p>
            <ThenAndNow
              caption="Tid för reflektion"
              rowLabel="Arbetsplats"
              thenLabel="Då"
              nowLabel="Nu"
              steps={["Saknas", "Har börjat", "Finns delvis", "Finns och fungerar"]}
              unknown="Inte bedömt"
              rows={[
                { label: "Familjeenheten, Uppsala", was: 0, now: 2 },
                { label: "Öppenvården, Knivsta", was: 1, now: 1 },
                { label: "Elevhälsan, Enköping", was: null, now: null },
              ]}
            />
            <BeforeAfter
              caption="Medelvärden"
              about="Påstående"
              columns={["Före", "Efter"]}
              least={1}
              most={5}
              movements={[
                { label: "Jag vet var jag hittar forskning", from: 2.4, to: 3.8, cells: ["2,4", "3,8"] },
                { label: "Jag kan pröva nya sätt", from: 3, to: undefined, cells: ["3,0", "visas inte"] },
              ]}
            />
          </Sheet>
        }
      >
        <EmptyState heading="Inga träffar ännu" action={<Button>Lägg till en träff</Button>}>
          Här kommer träffarna, i den ordning de hålls.
        </EmptyState>
        <Notice t={t} heading="Två dagar är helgdagar">
          <p>Kristi himmelsfärdsdag 6 maj och midsommarafton 25 juni.</p>
        </Notice>
        <Notice
          t={t}
          tone="warn"
          heading="Fyra uppgifter saknas innan omgången kan publiceras"
          action={<Button quiet>Fyll i dem</Button>}
        />
        <Copy t={t} label="Adress till kalendern" text="https://sammanvagt.example.se/kalender/k3b8d0f2a1.ics" />
        <CopyArea t={t} name="addresses" label="Adresser" text="asta.berg@example.se; bo.ceder@example.se" />
        <Facts
          wide
          items={[
            { term: "Lärosäte", value: "Uppsala universitet" },
            { term: "Beslutad", value: <Unknown>Okänt</Unknown>, note: "Frågan är ställd till FoU-enheten" },
          ]}
        />
        <Seats t={t} places={120} taken={78} waiting={3}>
          Nätverksdag med 120 platser.
        </Seats>
        <Seats t={t} places={24} taken={24} waiting={1} />
        <Dots filled={[true, false, true, false, false, true]} label="3 av 6 träffar" />
        <Buttons>
          <Button>Spara</Button>
          <Button quiet>Förhandsgranska</Button>
          <Button plain>Avbryt</Button>
          <Button danger quiet>
            Ta bort utkastet
          </Button>
          <Button danger>Ställ in omgången</Button>
        </Buttons>
        <Confirm
          t={t}
          id="stall-in"
          opener="Ställ in"
          danger
          question="Ställa in omgången?"
          explanation="Nio personer med plats och fyra på reservlistan får mejl."
        >
          <Form t={t} action="/stall-in" tight>
            <Button danger>Ställ in och meddela 13 personer</Button>
          </Form>
        </Confirm>
        <DraftSent name="sheet" />
      </Columns>
    </WorkFrame>
  );
}

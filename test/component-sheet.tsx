import type { Child } from "hono/jsx";
import type { MessageKey } from "#kernel/messages.ts";
import { translator } from "#platform/web/translate.ts";
import { BalanceBars } from "#ui/balance-bars.tsx";
import { Beside } from "#ui/beside.tsx";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { Columns, Narrow, Sheet } from "#ui/columns.tsx";
import { Confirm } from "#ui/confirm.tsx";
import { Copy } from "#ui/copy.tsx";
import { Details } from "#ui/details.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { EntryList } from "#ui/entry-list.tsx";
import { Facts } from "#ui/facts.tsx";
import {
  Checkbox,
  Checks,
  Choice,
  DateField,
  FieldRow,
  Fieldset,
  FileField,
  NumberField,
  Select,
  TextArea,
  TextField,
  TimeField,
} from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { Filters } from "#ui/filters.tsx";
import { DraftSent, Form, FormEnd } from "#ui/form.tsx";
import { Frame, type FrameAssets, type FrameProps } from "#ui/frame.tsx";
import { en } from "#ui/messages.en.ts";
import { sv } from "#ui/messages.sv.ts";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Pager } from "#ui/pager.tsx";
import { ProgressSteps } from "#ui/progress-steps.tsx";
import { Seats } from "#ui/seats.tsx";
import { Table } from "#ui/table.tsx";
import { ThreeSources } from "#ui/three-sources.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { Tag, Tags } from "#ui/tag.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { TodoList } from "#ui/todo-list.tsx";
import { Unknown } from "#ui/unknown.tsx";

const problem = (key: string) => key as MessageKey;

/** The components' own sentences, and a few that a feature would have. */
export const t = translator(
  {
    sv: {
      ...sv,
      "sheet.email": "Skriv en e-postadress, till exempel namn@example.se.",
      "sheet.sector": "Välj vad du arbetar med.",
      "sheet.full": "Omgången blev full medan du skrev. Du kan ställa dig på reservlistan.",
    },
    en,
  },
  "sv",
);

type SheetProps = { assets: FrameAssets };

const publicMenu = [
  { href: "/cirklar", label: "Cirklar" },
  { href: "/kunskap", label: "Kunskap" },
  { href: "/natverk", label: "Nätverk" },
];

const workMenu = [
  { href: "/idag", label: "Idag", count: 4 },
  ...publicMenu,
  { href: "/metoder", label: "Metoder" },
  { href: "/uppfoljning", label: "Uppföljning" },
  { href: "/behov", label: "Behov" },
];

function Framed(props: Omit<FrameProps, "t" | "foot" | "otherLanguage">) {
  const foot = [
    { href: "/om", label: "Om Sammanvägt" },
    { href: "/tillganglighet", label: "Tillgänglighet" },
    { href: "/personuppgifter", label: "Personuppgifter" },
  ];
  return <Frame t={t} foot={foot} otherLanguage="/en" {...props} />;
}

function WorkFrame(props: { title: string; assets: FrameAssets; current: string; children?: Child }) {
  const person = { name: "Maja Ek", href: "/mina-uppgifter" };
  return <Framed menu={workMenu} person={person} signOut={{ action: "/logga-ut" }} {...props} />;
}

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

/** "Idag": what needs someone. */
export function TodaySheet({ assets }: SheetProps) {
  return (
    <WorkFrame title="Idag" assets={assets} current="/idag">
      <PageHeading heading="God morgon, Maja" lead="Fyra saker väntar på dig. Resten sköter sig självt till fredag." />
      <Columns
        label="Vad blev det av det?"
        besideLast
        beside={
          <>
            <Sheet>
              <h2>Vad blev det av det?</h2>
              <p>7 av 11 förslag från vårens cirkel är i gång. 164 kollegor har fått del av dem.</p>
              <p>
                <a href="/forslag">Se förslagen</a>
              </p>
            </Sheet>
          </>
        }
      >
        <Sheet>
          <TodoList
            label="Väntar på dig"
            items={[
              {
                title: "Två chefer har inte svarat",
                detail: "Forskningscirkel om tidiga samordnade insatser · platserna hålls till torsdag",
                action: <Button quiet>Påminn båda</Button>,
              },
              {
                title: "Träffen 19 november saknar lokal",
                detail: "11 deltagare väntar på besked",
                action: (
                  <LinkButton href="/traff" quiet>
                    Ange plats
                  </LinkButton>
                ),
              },
              {
                title: "Anteckningarna från nätverksträffen är inte skickade",
                detail: "IFO och funktionsstöd · 31 personer från 11 kommuner",
                action: <Button quiet>Granska och skicka</Button>,
              },
              { title: "Omgången om skolfrånvaro är publicerad", detail: "I går 15.20", done: true },
            ]}
          />
        </Sheet>
      </Columns>
    </WorkFrame>
  );
}

/** A form that was sent with two problems. */
export function FormSheet({ assets }: SheetProps) {
  const filled: Filled = {
    values: { name: "Nils Berg", email: "nils.berg", hours: "70", day: "2027-10-01", ages: ["0-5"], why: "Vi möter barnen sent." },
    problems: [
      { path: "email", code: problem("sheet.email") },
      { path: "sector", code: problem("sheet.sector") },
      { path: "", code: problem("sheet.full") },
    ],
  };
  return (
    <Framed title="Anmälan" assets={assets} menu={publicMenu} current="/cirklar" failed>
      <PageHeading kicker="Tidiga samordnade insatser" heading="Anmäl dig" lead="Det tar ungefär fem minuter." />
      <Narrow>
        <ProgressSteps
          t={t}
          now={2}
          steps={[{ label: "Du", href: "/1" }, { label: "Ditt arbete" }, { label: "Chefen" }, { label: "Granska" }]}
        />
        <Form t={t} action="/anmalan" filled={filled} keepDraft="sheet" hidden={{ step: "2" }}>
          <TextField t={t} filled={filled} name="name" label="Namn" autocomplete="name" required />
          <TextField
            t={t}
            filled={filled}
            name="email"
            type="email"
            label="E-post"
            help="Dit skickar vi en länk att bekräfta med."
            autocomplete="email"
            required
          />
          <Choice
            t={t}
            filled={filled}
            name="sector"
            label="Vad arbetar du med?"
            required
            options={[
              { value: "ifo", label: "Individ- och familjeomsorg" },
              { value: "school", label: "Förskola eller skola", help: "Även elevhälsa och fritidshem" },
              { value: "health", label: "Hälso- och sjukvård" },
            ]}
          />
          <Checks
            t={t}
            filled={filled}
            name="ages"
            label="Vilka åldrar möter du?"
            inline
            options={[
              { value: "0-5", label: "0–5 år" },
              { value: "6-12", label: "6–12 år" },
              { value: "13-", label: "13 år och äldre" },
            ]}
          />
          <Select
            t={t}
            filled={filled}
            name="municipality"
            label="Kommun"
            width="medium"
            required
            options={[
              { value: "0305", label: "Håbo" },
              { value: "0380", label: "Uppsala" },
            ]}
          />
          <Fieldset legend="När passar det dig?" help="Vi söker en tid som passar de flesta.">
            <FieldRow>
              <DateField t={t} filled={filled} name="day" label="Dag" required />
              <TimeField t={t} filled={filled} name="start" label="Från" value="09:00" required />
              <TimeField t={t} filled={filled} name="end" label="Till" />
            </FieldRow>
          </Fieldset>
          <NumberField t={t} filled={filled} name="hours" label="Avsatt tid" unit="timmar" required />
          <TextArea
            t={t}
            filled={filled}
            name="why"
            label="Varför vill du vara med?"
            help="Några meningar räcker."
            limit={2000}
          />
          <FileField t={t} filled={filled} name="file" label="Bilaga" help="Word, text eller HTML, högst 10 MB." accept=".docx,.txt,.html" />
          <Checkbox
            t={t}
            filled={filled}
            name="agreed"
            label="Det här är avstämt med min chef"
            help="Chefen vet att det tar cirka 70 timmar."
            required
          />
          <FormEnd>
            <Button>Skicka anmälan</Button>
            <LinkButton href="/cirklar" plain>
              Avbryt
            </LinkButton>
          </FormEnd>
        </Form>
      </Narrow>
    </Framed>
  );
}

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
        <TextField t={t} name="q" label="Namn" type="search" required />
        <Select
          t={t}
          name="state"
          label="Läge"
          empty="Alla"
          required
          options={[
            { value: "placed", label: "Har plats" },
            { value: "waiting", label: "Reserv" },
          ]}
        />
      </Filters>
      <section id="resultat" class="stack">
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
      </section>
      <section class="stack">
        <h2>Läst ur inbjudan</h2>
        <Beside t={t} words="Vi träffas 1 oktober, 22 oktober, 19 november" where="rad 4" doubt="Texten säger inte vilket år.">
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
          </Sheet>
        }
      >
        <EmptyState heading="Inga träffar ännu" action={<Button>Lägg till en träff</Button>}>
          Här kommer träffarna, i den ordning de hålls.
        </EmptyState>
        <Notice t={t} heading="Två dagar är helgdagar">
          <p>Kristi himmelsfärdsdag 6 maj och midsommarafton 25 juni.</p>
        </Notice>
        <Notice t={t} tone="warn" heading="Fyra uppgifter saknas innan omgången kan publiceras" action={<Button quiet>Fyll i dem</Button>} />
        <Copy t={t} label="Adress till kalendern" text="https://sammanvagt.example.se/kalender/k3b8d0f2a1.ics" />
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

/** The start page, and a list to choose from. */
export function HomeSheet({ assets }: SheetProps) {
  return (
    <Framed title="Kunskap som vägs samman" assets={assets} menu={publicMenu} signIn="/logga-in">
      <PageHeading
        heading="Kunskap som vägs samman"
        lead="Forskning, professionens erfarenhet och brukarnas egen kunskap, vägda samman i vardagen."
      />
      <ThreeSources
        meeting="Beslut"
        sources={[
          { source: "research", heading: "Forskning", text: "Vad vet vi, och hur säkert är det?" },
          { source: "profession", heading: "Professionens kunskap", text: "Vad har vi prövat, delat och följt upp?" },
          { source: "user", heading: "Brukarnas kunskap", text: "Vad säger de som det gäller?" },
        ]}
      />
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

export const sheets = {
  home: HomeSheet,
  invitation: InvitationSheet,
  today: TodaySheet,
  form: FormSheet,
  work: WorkSheet,
} as const;

import { Button, LinkButton } from "#ui/button.tsx";
import { Columns, Sheet } from "#ui/columns.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Paragraphs } from "#ui/paragraphs.tsx";
import { TextComparison } from "#ui/text-comparison.tsx";
import { SomebodyWrites, TextEditor } from "#ui/text-writing.tsx";
import { TodoList } from "#ui/todo-list.tsx";
import { type SheetProps, WorkFrame, t } from "./framed.tsx";

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
        <section class="stack">
          <h2>Anteckningar från nätverksträffen</h2>
          <Paragraphs text={"Vi gick laget runt.\n\nAlla är med."} />
          <TextEditor t={t} at="/traff/punkt" text={{ id: "punkt", version: 1 }} personId={undefined}>
            <p>Yrkesresan</p>
          </TextEditor>
          <SomebodyWrites t={t} at="/traff/punkt" name="Rut Åberg" body="Alla är med." />
          <TextComparison t={t} body="Alla är med." others={[]} removal={undefined} />
        </section>
      </Columns>
    </WorkFrame>
  );
}

import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { csvText } from "#platform/csv/csv-text.ts";
import { spreadsheetFile, spreadsheetType } from "#platform/documents/spreadsheet-file.ts";
import type { Environment } from "#platform/web/environment.ts";
import { pages } from "#platform/web/pages.ts";
import { Answers, ByGroup } from "#features/workshops/results/parts/answers.tsx";
import { resultsFile } from "#features/workshops/results/parts/results-file.ts";
import { type QuestionResult, resultsOf } from "#features/workshops/results/queries.ts";
import { addressOf, workshopAsked } from "#features/workshops/workshop/pages/asked-workshop.ts";
import { answeredHow } from "#features/workshops/workshop/parts/question-words.ts";
import { WorkshopTag } from "#features/workshops/workshop/parts/workshop-tag.tsx";
import type { Translate } from "#kernel/messages.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { Stack } from "#ui/columns.tsx";
import { dot } from "#ui/dot.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate, sayMoment } from "#ui/swedish-dates.ts";
import { Tags } from "#ui/tag.tsx";

type Page = Context<Environment>;

/** What was answered in a workshop: by question and by the times it was put, by group unless anonymous, and as files. */
export const workshopResultPages = pages("signedIn")
  .get("/workshop/:slug/resultat", async (c) => {
    const { t, db, now } = c.var;
    const inside = await workshopAsked(c);
    const { workshop, bodies, can } = inside;
    const results = (await resultsOf(db, inside)).filter(({ rounds }) => rounds.length > 0);
    const at = addressOf(inside);
    const today = dateIn(now());
    const facts = [
      workshop.heldOn ? sayDate(t.language, workshop.heldOn, { today }) : undefined,
      workshop.organisation,
      ...bodies.map(({ name }) => name),
    ].filter((fact) => fact !== undefined);
    return c.render(
      <>
        <PageHeading
          kicker={can.lead ? <a href={at}>{workshop.title}</a> : <a href="/workshoppar">{t("workshop.all")}</a>}
          heading={can.lead ? t("results.title") : workshop.title}
          lead={workshop.purpose ?? undefined}
        >
          <Tags>
            <WorkshopTag t={t} state={workshop.state} />
          </Tags>
        </PageHeading>
        <p class="muted">
          {facts.join(dot)}
          {dot}
          {t(workshop.isAnonymous ? "workshop.anonymous_yes" : "workshop.anonymous_no")}
        </p>
        {results.length > 0 ? (
          <>
            <Buttons>
              {can.lead ? (
                <LinkButton href={`${at}/sla-ihop`} quiet={workshop.state !== "closed"}>
                  {t("workshop.to_merging")}
                </LinkButton>
              ) : null}
              <LinkButton href={`${at}/resultat.xlsx`} quiet download>
                {t("results.xlsx")}
              </LinkButton>
              <LinkButton href={`${at}/resultat.csv`} quiet download>
                {t("results.csv")}
              </LinkButton>
            </Buttons>
            <Stack>
              {results.map((result) => (
                <Result t={t} result={result} today={today} />
              ))}
            </Stack>
          </>
        ) : (
          <EmptyState heading={t("results.none")}>{t("results.none_text")}</EmptyState>
        )}
      </>,
      { title: `${t("results.title")}: ${workshop.title}`, current: "/workshoppar" },
    );
  })
  .get("/workshop/:slug/resultat.csv", (c) => fileAnswer(c, "csv"))
  .get("/workshop/:slug/resultat.xlsx", (c) => fileAnswer(c, "xlsx"));

type ResultProps = { t: Translate; result: QuestionResult; today: Temporal.PlainDate };

function Result({ t, result: { question, rounds }, today }: ResultProps) {
  return (
    <section class="stack result" id={`fraga-${question.id}`}>
      <h2>{question.text}</h2>
      <p class="muted">{answeredHow(t, question)}</p>
      {rounds.map(({ roundNo, openedAt, isOpen, answers }) => (
        <div class="stack">
          <h3>
            {roundNo === null ? t("results.brought") : t("results.round", { round: roundNo })}
            {openedAt ? `, ${sayMoment(t.language, openedAt, { today })}` : ""}
          </h3>
          <p class="muted">{t("results.counted", { count: answers.length, open: isOpen })}</p>
          <Answers t={t} question={question} answers={answers} level={4} />
          <ByGroup t={t} question={question} answers={answers} />
        </div>
      ))}
    </section>
  );
}

async function fileAnswer(c: Page, kind: "csv" | "xlsx"): Promise<Response> {
  const { t, db } = c.var;
  const inside = await workshopAsked(c);
  const { workshop } = inside;
  const { columns, rows } = resultsFile(t, await resultsOf(db, inside), workshop.isAnonymous);
  const name = `resultat-${workshop.slug}.${kind}`;
  const headers = { "content-disposition": `attachment; filename="${name}"`, "cache-control": "no-store" };
  if (kind === "csv") {
    const lines = rows.map((row) => row.map((cell) => String(cell ?? "")));
    const text = csvText([columns.map(({ label }) => label), ...lines]);
    return c.body(text, 200, { ...headers, "content-type": "text/csv; charset=utf-8" });
  }
  const file = await spreadsheetFile([{ name: t("results.title"), columns, rows }]);
  return c.body(new Uint8Array(file), 200, { ...headers, "content-type": spreadsheetType });
}

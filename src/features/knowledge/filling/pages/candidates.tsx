import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, emptyForm, filledFrom } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { leaveOut } from "#features/knowledge/filling/candidate/commands.ts";
import { candidatesListed } from "#features/knowledge/filling/candidate/queries.ts";
import { SomeCandidates } from "#features/knowledge/filling/filling-words.ts";
import {
  CandidateId,
  CandidateStanding,
  candidateStandings,
  HarvestSourceId,
} from "#features/knowledge/filling/filling.ts";
import { doneWords, mustFillSomewhere } from "#features/knowledge/filling/pages/filling-asked.ts";
import { CandidateList } from "#features/knowledge/filling/parts/candidate-list.tsx";
import { FileRead } from "#features/knowledge/filling/parts/file-read.tsx";
import { sourcesListed } from "#features/knowledge/filling/source/queries.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { Stack } from "#ui/columns.tsx";
import { dot } from "#ui/dot.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Select, TextField } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Pager } from "#ui/pager.tsx";

type Page = Context<Environment>;

const onePage = 50;

/** The list of what was brought in: gone through, taken one by one or left out. Nothing of it is in the base. */
export const candidateListPages = pages("signedIn")
  .get("/hamtat", (c) => drawList(c))
  .post("/hamtat", async (c) => {
    mustFillSomewhere(c);
    const { db, actor, now } = c.var;
    const filled = await filledFrom(c);
    const ids = [filled.values["candidates"] ?? []].flat();
    if (ids.length === 0) throw new Refusal("invalid", "filling.none_chosen");
    const values = { candidates: ids };
    const { candidates } = checkedForm(SomeCandidates, { ...emptyForm, values });
    await leaveOut(db, actor, now, candidates);
    return c.redirect("/hamtat?klart=lamnade", 303);
  });

async function drawList(c: Page) {
  mustFillSomewhere(c);
  const { t, db, actor, now } = c.var;
  const { sok = "", visa, arkiv, efter } = c.req.query();
  const typed = sok.slice(0, 200);
  const standing = CandidateStanding.safeParse(visa).data ?? "new";
  const sourceId = HarvestSourceId.safeParse(arkiv).data;
  const after = CandidateId.safeParse(efter).data;
  const [{ candidates, count, after: next }, sources] = await Promise.all([
    candidatesListed(db, actor, { typed, standing, sourceId, after, limit: onePage }),
    sourcesListed(db, actor),
  ]);
  const isNarrowed = typed !== "" || sourceId !== undefined;
  const address = (query: Record<string, string | undefined>) => {
    const known = Object.entries({ sok: typed, visa, arkiv: sourceId, ...query }).filter(
      (entry): entry is [string, string] => Boolean(entry[1]),
    );
    return `/hamtat?${new URLSearchParams(known).toString()}`;
  };
  const list = (
    <CandidateList
      t={t}
      candidates={candidates}
      caption={t(`filling.${standing === "new" ? "waiting" : standing}_counted`, { count })}
      today={dateIn(now())}
      form={standing === "new" ? "lamna" : undefined}
    />
  );
  return c.render(
    <>
      <PageHeading
        kicker={<a href="/kunskap">{t("filling.to_base")}</a>}
        heading={t("filling.candidates")}
        lead={t("filling.candidates_lead")}
      />
      <Done c={c} />
      <Buttons>
        <LinkButton quiet href="/hamta">
          {t("filling.bring_in")}
        </LinkButton>
      </Buttons>
      <Filters t={t} action="/hamtat" label={t("filling.filter")} results="hamtat">
        <TextField t={t} name="sok" type="search" required label={t("filling.typed")} value={typed} width="medium" />
        <Select
          t={t}
          name="visa"
          required
          label={t("filling.standing")}
          options={candidateStandings.map((each) => ({ value: each, label: t(`filling.standing.${each}`) }))}
          value={standing}
          empty={false}
          width="medium"
        />
        {sources.length > 0 ? (
          <Select
            t={t}
            name="arkiv"
            required
            label={t("filling.archive")}
            options={sources.map(({ id, name }) => ({ value: id, label: name }))}
            value={sourceId}
            empty={t("filling.every_archive")}
            width="medium"
          />
        ) : null}
      </Filters>
      <Stack id="hamtat">
        {candidates.length === 0 ? (
          <EmptyState
            heading={t("filling.none")}
            action={isNarrowed ? <a href="/hamtat">{t("filling.show_all")}</a> : undefined}
          >
            {t(isNarrowed ? "filling.none_found" : "filling.none_text")}
          </EmptyState>
        ) : (
          list
        )}
        {candidates.length > 0 && standing === "new" ? (
          <Form t={t} id="lamna" action="/hamtat" tight>
            <Button quiet>{t("filling.leave_chosen")}</Button>
          </Form>
        ) : null}
        {after || next ? (
          <Pager t={t} previous={after ? address({}) : undefined} next={next ? address({ efter: next }) : undefined} />
        ) : null}
      </Stack>
      <p>
        <a href="/hamta/kallor">{t("filling.to_sources")}</a>
        {dot}
        <a href="/kunskap">{t("filling.to_base")}</a>
      </p>
    </>,
    { title: t("filling.candidates"), current: "/kunskap" },
  );
}

function Done({ c }: { c: Page }) {
  const { t } = c.var;
  const done = doneWords(c);
  if (!done) return null;
  const { nya, fanns, utan, rader, kapad } = c.req.query();
  return (
    <Notice t={t} tone="done" heading={done}>
      {nya === undefined ? null : (
        <FileRead
          t={t}
          brought={whole(nya)}
          known={whole(fanns)}
          untitled={places(utan)}
          brokenLines={places(rader)}
          isCut={kapad === "1"}
        />
      )}
    </Notice>
  );
}

function whole(text: string | undefined): number {
  return /^\d{1,5}$/u.test(text ?? "") ? Number(text) : 0;
}

function places(text: string | undefined): number[] {
  return (text ?? "")
    .split("-")
    .slice(0, 20)
    .map(whole)
    .filter((place) => place > 0);
}

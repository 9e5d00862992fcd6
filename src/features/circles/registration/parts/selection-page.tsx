import { dateIn } from "#kernel/clock.ts";
import type { MessageKey, Translate } from "#kernel/messages.ts";
import { CountedWays } from "#features/circles/registration/parts/counted-ways.tsx";
import { Case } from "#features/circles/registration/parts/selection-case.tsx";
import { SelectionBalance } from "#features/circles/registration/parts/selection-balance.tsx";
import { RoundPartHeading } from "#features/circles/registration/parts/round-part-heading.tsx";
import { outcomes } from "#features/circles/registration/selection/selection-balance.ts";
import type { Selection } from "#features/circles/registration/selection/queries.ts";
import {
  candidatesOnPage,
  ofDecision,
  questionOf,
  type SelectionWish,
} from "#features/circles/registration/selection/selection-wish.ts";
import { Button } from "#ui/button.tsx";
import { Columns } from "#ui/columns.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Choice, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { Pager } from "#ui/pager.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type SelectionPageProps = {
  t: Translate;
  found: Selection;
  wish: SelectionWish;
  filled: Filled;
  now: Temporal.Instant;
  done: string | undefined;
};

/** Everyone who has applied, one under the other, with how the choice spreads beside them. */
export function SelectionPage({ t, found, wish, filled, now, done }: SelectionPageProps) {
  const { round, candidates, can } = found;
  return (
    <>
      <RoundPartHeading
        t={t}
        round={round}
        current="selection"
        heading={t("registration.page.selection.heading")}
        lead={leadOf(t, found, now)}
        done={done}
      />
      <ErrorSummary t={t} filled={filled} />
      {candidates.length === 0 ? (
        <EmptyState
          heading={t("registration.page.selection.none")}
          action={<a href={`/cirklar/${round.slug}`}>{t("registration.page.roster.see_public")}</a>}
        >
          {t("registration.page.selection.none_text")}
        </EmptyState>
      ) : (
        <div id="urval">
          <Columns label={t("registration.page.selection.balance")} beside={<SelectionBalance t={t} found={found} />}>
            <Cases t={t} found={found} wish={wish} filled={filled} />
            {can.decide && found.balance.undecided > 1 ? (
              <TheRest t={t} found={found} wish={wish} filled={filled} />
            ) : null}
          </Columns>
        </div>
      )}
    </>
  );
}

type CasesProps = Pick<SelectionPageProps, "t" | "found" | "wish" | "filled">;

/** One page of those to choose among. */
function Cases({ t, found: { round, candidates, can }, wish, filled }: CasesProps) {
  const here = `/planera/${round.slug}/urval`;
  const wanted = ofDecision(candidates, wish);
  const from = (wish.sida - 1) * candidatesOnPage;
  const shown = wanted.slice(from, from + candidatesOnPage);
  const decisions = [undefined, "inget", ...outcomes] as const;
  return (
    <section class="cases">
      <h2>{t("registration.page.selection.applied", { count: candidates.length })}</h2>
      <CountedWays
        label={t("registration.page.selection.ways")}
        ways={decisions.map((beslut) => ({
          label: t(wayLabel(beslut)),
          count: ofDecision(candidates, { beslut }).length,
          href: here + questionOf({ beslut, sida: 1 }),
          isHere: beslut === wish.beslut,
        }))}
      />
      {shown.map((candidate) => (
        <Case
          t={t}
          candidate={candidate}
          mayDecide={can.decide}
          address={`/planera/${round.slug}`}
          question={questionOf(wish)}
          reasons={reasonsIn(candidates)}
          filled={filled}
        />
      ))}
      {wanted.length > candidatesOnPage ? (
        <Pager
          t={t}
          shown={{ from: from + 1, to: from + shown.length, all: wanted.length }}
          previous={wish.sida > 1 ? here + questionOf({ ...wish, sida: wish.sida - 1 }) : undefined}
          next={
            from + candidatesOnPage < wanted.length ? here + questionOf({ ...wish, sida: wish.sida + 1 }) : undefined
          }
        />
      ) : null}
    </section>
  );
}

function wayLabel(beslut: SelectionWish["beslut"]): MessageKey {
  if (beslut === undefined) return "registration.page.roster.all";
  return beslut === "inget" ? "registration.page.selection.undecided_one" : `registration.page.outcome.${beslut}`;
}

function leadOf(t: Translate, { round, can }: Selection, now: Temporal.Instant): string {
  if (round.noticesSentAt)
    return t("registration.page.selection.lead_sent", {
      day: sayDate(t.language, dateIn(round.noticesSentAt), { today: dateIn(now) }),
    });
  if (!can.decide) return t("registration.page.selection.lead_reader");
  if (!round.noticeDate) return t("registration.page.selection.lead_no_date");
  return t("registration.page.selection.lead", { day: sayDate(t.language, round.noticeDate, { today: dateIn(now) }) });
}

const mostReasons = 8;

/** The reasons most often given so far, to choose from: the same ground is said in the same words. */
function reasonsIn(candidates: Selection["candidates"]): string[] {
  const given = Map.groupBy(candidates, ({ reason }) => reason ?? "");
  given.delete("");
  const mostUsed = [...given].toSorted(([, a], [, b]) => b.length - a.length);
  return mostUsed.slice(0, mostReasons).map(([reason]) => reason);
}

/** The same decision for all who have none yet: in the end there are more people than places. */
function TheRest({ t, found, wish, filled }: CasesProps) {
  return (
    <section class="case">
      <h2>{t("registration.page.selection.rest", { count: found.balance.undecided })}</h2>
      <Form t={t} action={`/planera/${found.round.slug}/urval/ovriga${questionOf(wish)}`}>
        <Choice
          t={t}
          filled={filled}
          name="outcome-rest"
          label={t("registration.page.selection.rest_outcome")}
          options={outcomes.map((outcome) => ({ value: outcome, label: t(`registration.page.outcome.${outcome}`) }))}
          inline
          required
        />
        <TextField
          t={t}
          filled={filled}
          name="reason-rest"
          label={t("registration.page.selection.reason")}
          suggestions={reasonsIn(found.candidates)}
          required
        />
        <FormEnd>
          <Button quiet>{t("registration.page.selection.rest_press", { count: found.balance.undecided })}</Button>
        </FormEnd>
      </Form>
    </section>
  );
}

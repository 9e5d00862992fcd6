import type { Context } from "hono";
import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { LimitedDeed } from "#platform/rate-limits/limits.ts";
import type { Environment } from "#platform/web/environment.ts";
import { problemsOf } from "#platform/web/field-problems.ts";
import { type Filled, nested } from "#platform/web/form.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { pages } from "#platform/web/pages.ts";
import { type PublicRound, publicRound } from "#features/circles/public/queries.ts";
import { spanOf } from "#features/circles/public/round-filter.ts";
import { lastDayToAnswer } from "#features/circles/registration/answer-deadlines.ts";
import { inFormOrder } from "#features/circles/registration/application/form-order.ts";
import { commonEmployers } from "#features/circles/registration/application/queries.ts";
import { serviceOf } from "#features/circles/registration/application/external-form.ts";
import { unfitAnswers } from "#features/circles/registration/application-questions.ts";
import { apply } from "#features/circles/registration/commands.ts";
import { deleteExtrasAfter } from "#features/circles/registration/extras/extras-retention.ts";
import { ApplicationForm } from "#features/circles/registration/parts/application-form.tsx";
import { draftOf } from "#features/circles/registration/parts/application-labels.ts";
import { ContactLine, contactWords, RoundInShort } from "#features/circles/registration/parts/round-in-short.tsx";
import { Application } from "#features/circles/registration/registration.ts";
import { asksMoreRows, withoutGaps } from "#features/circles/registration/team/team-rows.ts";
import { unfitTeam } from "#features/circles/registration/team/team.ts";
import { roundIdOf } from "#features/circles/round/queries.ts";
import { isAssessed, takesTeams } from "#features/circles/round/round.ts";
import { LinkButton } from "#ui/button.tsx";
import { Columns, Narrow } from "#ui/columns.tsx";
import { DraftSent } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type Page = Context<Environment>;

/** So often an address can be applied with; a town hall is one network, so its applicants are let through. */
const applying: LimitedDeed = { name: "registration.apply", perTarget: { times: 10, seconds: 3_600 } };

/** Applying to a round, without an account. Nothing about a person is on these pages until somebody writes it there. */
export const applicationPages = pages("open")
  .form("/cirklar/:slug/anmalan", {
    draw: (c, filled) =>
      c.req.method === "GET" ? c.var.cache.page(c, () => drawForm(c, filled)) : drawForm(c, filled),
    send: async (c, filled) => {
      if (asksMoreRows(filled.values)) return drawForm(c, filled);
      const slug = c.req.param("slug") ?? "";
      const application = await checkedApplication(c, slug, filled);
      await c.var.limits.count(applying, { address: networkAddress(c), target: application.email });
      const roundId = await roundIdOf(c.var.db, slug);
      if (!roundId) throw new Refusal("not_found", "registration.no_such_round");
      const wish = { roundId, application, language: c.var.t.language };
      const { confirmBy } = await apply(c.var.db, c.var.actor, wish, c.var.now);
      return c.redirect(`/cirklar/${slug}/anmalan/tack?senast=${lastDayToAnswer(confirmBy).toString()}`, 303);
    },
  })
  .get("/cirklar/:slug/anmalan/tack", async (c) => {
    const now = c.var.now();
    const seen = await publicRound(c.var.db, c.req.param("slug") ?? "", now);
    if (!seen) return c.notFound();
    const { t } = c.var;
    return c.render(<Sent t={t} seen={seen} lastDay={dayIn(c.req.query("senast"))} today={dateIn(now)} />, {
      title: t("registration.page.sent.title"),
      kind: "public",
      current: "/cirklar",
      host: seen.host,
      secret: true,
    });
  });

/** The application as it was typed; everything that has to be put right is told at once. */
async function checkedApplication(c: Page, slug: string, filled: Filled): Promise<Application> {
  const typed = nested(withoutGaps(filled.values));
  const result = Application.safeParse(typed);
  if (result.success) return result.data;
  const wrong = problemsOf(result.error, typed);
  const seen = await publicRound(c.var.db, slug, c.var.now());
  if (!seen) throw new Refusal("not_found", "registration.no_such_round");
  const answers = { ...typed, meets: meetsIn(typed["meets"]) } as unknown as Application;
  const unfit = [
    ...unfitAnswers({ ...seen.round, contact: contactWords(seen) }, answers),
    ...unfitTeam({ ...seen.round, seats: seen.round.hardCapacity ?? 0 }, answers),
  ];
  const told = new Set(wrong.map(({ path }) => path));
  const problems = inFormOrder([...wrong, ...unfit.filter(({ path }) => !told.has(path))], seen.round.rules);
  throw new Refusal("invalid", "web.form_invalid", { count: problems.length }, problems);
}

function meetsIn(typed: unknown): Record<string, boolean> {
  const answers = typeof typed === "object" && typed !== null ? Object.entries(typed) : [];
  return Object.fromEntries(
    answers.filter(([, answer]) => answer === "yes" || answer === "no").map(([id, answer]) => [id, answer === "yes"]),
  );
}

function dayIn(text: string | undefined): Temporal.PlainDate | undefined {
  const day = z.iso.date().safeParse(text).data;
  return day === undefined ? undefined : Temporal.PlainDate.from(day);
}

async function drawForm(c: Page, filled: Filled) {
  const { t, db } = c.var;
  const now = c.var.now();
  const today = dateIn(now);
  const seen = await publicRound(db, c.req.param("slug") ?? "", now);
  if (!seen) return c.notFound();
  const { round, availability } = seen;
  const isTyped = Object.keys(filled.values).length > 0;
  const isClosed = availability.way === "closed" || availability.way === "over" || availability.way === "cancelled";
  const content =
    isClosed && !isTyped ? (
      <Closed t={t} seen={seen} />
    ) : round.externalForm !== null ? (
      <Elsewhere t={t} seen={seen} />
    ) : (
      <>
        <Opening t={t} seen={seen} today={today} />
        <Columns
          label={t("registration.page.short")}
          besideLast
          beside={<RoundInShort t={t} seen={seen} today={today} />}
        >
          <ApplicationForm
            t={t}
            seen={seen}
            employers={await commonEmployers(db, today)}
            deleteAfter={deleteExtrasAfter(spanOf(round.sessions).last, today)}
            filled={{ ...filled, problems: inFormOrder(filled.problems, round.rules) }}
          />
        </Columns>
      </>
    );
  return c.render(content, {
    title: t("registration.page.form.title", { round: round.title }),
    kind: "public",
    description: round.lead ?? round.title,
    current: "/cirklar",
    host: seen.host,
  });
}

type OpeningProps = { t: Translate; seen: PublicRound; today: Temporal.PlainDate };

function Opening({ t, seen: { round, availability }, today }: OpeningProps) {
  const { way } = availability;
  return (
    <>
      <PageHeading
        kicker={<a href={`/cirklar/${round.slug}`}>{round.title}</a>}
        heading={t(takesTeams(round.allocation) ? "registration.team.heading" : "registration.page.form.heading")}
        lead={leadOf({ t, round, way, today })}
      />
      {way === "late" ? (
        <Notice t={t} tone="warn" heading={t("registration.page.form.late")}>
          <p>{t("registration.page.form.late_text")}</p>
        </Notice>
      ) : null}
    </>
  );
}

type LeadProps = {
  t: Translate;
  round: PublicRound["round"];
  way: PublicRound["availability"]["way"];
  today: Temporal.PlainDate;
};

/** How places are given, in a sentence. */
function leadOf({ t, round, way, today }: LeadProps): string {
  if (takesTeams(round.allocation)) return t("registration.team.lead");
  if (way === "waiting") return t("registration.page.form.lead_waiting");
  if (round.allocation === "firstCome") return t("registration.page.form.lead_first_come");
  if (!round.noticeDate) return t("registration.page.form.lead_selection");
  return t("registration.page.form.lead_selection_on", { day: sayDate(t.language, round.noticeDate, { today }) });
}

function Closed({ t, seen: { round } }: { t: Translate; seen: PublicRound }) {
  return (
    <>
      <PageHeading
        kicker={<a href={`/cirklar/${round.slug}`}>{round.title}</a>}
        heading={t("registration.page.form.closed")}
        lead={t("registration.page.form.closed_lead")}
      />
      <Narrow>
        <LinkButton href="/cirklar">{t("registration.page.open_rounds")}</LinkButton>
        <ContactLine t={t} round={round} />
      </Narrow>
    </>
  );
}

/** Another service takes the applications: the way there, and who to ask. */
function Elsewhere({ t, seen: { round } }: { t: Translate; seen: PublicRound }) {
  return (
    <>
      <PageHeading
        kicker={<a href={`/cirklar/${round.slug}`}>{round.title}</a>}
        heading={t("registration.page.form.heading")}
        lead={t("registration.elsewhere.lead", { service: serviceOf(round.externalForm ?? "") })}
      />
      <Narrow>
        <LinkButton href={round.externalForm ?? ""} rel="external noopener">
          {t("registration.elsewhere.open")}
        </LinkButton>
        <ContactLine t={t} round={round} />
      </Narrow>
    </>
  );
}

type SentProps = {
  t: Translate;
  seen: PublicRound;
  lastDay: Temporal.PlainDate | undefined;
  today: Temporal.PlainDate;
};

/** Says what to do now, and holds nothing about who did it. */
function Sent({ t, seen, lastDay, today }: SentProps) {
  const { round } = seen;
  const held = isAssessed(round.allocation) ? "registration.page.sent.held_selection" : "registration.page.sent.held";
  return (
    <>
      <PageHeading
        kicker={<a href={`/cirklar/${round.slug}`}>{round.title}</a>}
        heading={t("registration.page.sent.heading")}
        lead={t("registration.page.sent.lead")}
      />
      <Narrow>
        <Notice t={t} tone="warn" heading={t("registration.page.sent.not_done")}>
          <p>
            {lastDay
              ? t(held, { day: sayDate(t.language, lastDay, { today }) })
              : t("registration.page.sent.held_days")}
          </p>
        </Notice>
        <section>
          <h2>{t("registration.page.sent.nothing")}</h2>
          <ul>
            <li>{t("registration.page.sent.nothing_wait")}</li>
            <li>{t("registration.page.sent.nothing_spam")}</li>
            <li>
              {t("registration.page.sent.nothing_address")}{" "}
              <a href={`/cirklar/${round.slug}/anmalan`}>{t("registration.page.sent.again")}</a>
            </li>
          </ul>
          <ContactLine t={t} round={round} />
        </section>
      </Narrow>
      <DraftSent name={draftOf(round.slug)} />
    </>
  );
}

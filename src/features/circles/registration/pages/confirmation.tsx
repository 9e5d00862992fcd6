import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import type { Environment } from "#platform/web/environment.ts";
import type { Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { isOver, lastDayToAnswer } from "#features/circles/registration/answer-deadlines.ts";
import { confirmApplication } from "#features/circles/registration/confirmation/commands.ts";
import { applicationToConfirm } from "#features/circles/registration/confirmation/queries.ts";
import { UnknownLink } from "#features/circles/registration/parts/unknown-link.tsx";
import { ContactLine } from "#features/circles/registration/parts/round-in-short.tsx";
import { Button } from "#ui/button.tsx";
import { Narrow, Sheet } from "#ui/columns.tsx";
import { Facts } from "#ui/facts.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { LinkPage } from "#ui/link-page.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type Page = Context<Environment>;
type ToConfirm = NonNullable<Awaited<ReturnType<typeof applicationToConfirm>>>;

/** The link that proves an applicant's address: opening it shows, its button confirms. */
export const confirmationPages = pages("mailedLink").form("/anmalan/bekrafta/:token", {
  draw: drawConfirmation,
  send: async (c) => {
    const { ownToken } = await confirmApplication(c.var.db, c.var.actor, c.req.param("token") ?? "", c.var.now);
    return c.redirect(`/anmalan/min/${ownToken}`, 303);
  },
});

async function drawConfirmation(c: Page, filled: Filled) {
  const { t, db } = c.var;
  const now = c.var.now();
  const found = await applicationToConfirm(db, c.req.param("token") ?? "", now);
  const frame = { title: t("registration.page.confirm.heading"), kind: "public", secret: true } as const;
  if (!found) {
    c.status(404);
    return c.render(<UnknownLink t={t} />, { ...frame, title: t("registration.page.link.unknown") });
  }
  const stands = standsBefore(found, now);
  const content =
    stands === "ready" ? (
      <Ready t={t} found={found} filled={filled} now={now} />
    ) : (
      <TooLate t={t} found={found} stands={stands} now={now} />
    );
  return c.render(content, { ...frame, host: found.seen.host });
}

type Stands = "ready" | "done" | "lapsed" | "over";

function standsBefore({ state, confirmBy, seen }: ToConfirm, now: Temporal.Instant): Stands {
  if (state === "withdrawn") return "over";
  if (state === "lapsed") return "lapsed";
  if (state !== "unconfirmed") return "done";
  if (isOver(confirmBy, now)) return "lapsed";
  return seen.availability.way === "cancelled" || seen.availability.way === "over" ? "over" : "ready";
}

type ReadyProps = { t: Translate; found: ToConfirm; filled: Filled; now: Temporal.Instant };

function Ready({ t, found, filled, now }: ReadyProps) {
  const { round } = found.seen;
  const isQueue = round.allocation === "firstCome";
  const day = sayDate(t.language, lastDayToAnswer(found.confirmBy), { today: dateIn(now) });
  return (
    <>
      <PageHeading
        heading={t("registration.page.confirm.heading")}
        lead={t(isQueue ? "registration.page.confirm.lead" : "registration.page.confirm.lead_selection", { day })}
      />
      <Narrow>
        <Sheet label={t("registration.page.confirm.what")}>
          <Facts
            wide
            items={[
              { term: t("registration.page.confirm.round"), value: round.title },
              { term: t("registration.page.confirm.who"), value: found.name },
              { term: t("registration.page.confirm.where"), value: found.workplace },
              ...(isQueue ? [{ term: t("registration.page.confirm.number"), value: found.queueNo }] : []),
            ]}
          />
          <Form t={t} filled={filled}>
            <FormEnd>
              <Button>{t("registration.page.confirm.press")}</Button>
            </FormEnd>
          </Form>
        </Sheet>
        <p class="muted">{t("registration.page.confirm.not_you")}</p>
      </Narrow>
    </>
  );
}

type TooLateProps = { t: Translate; found: ToConfirm; stands: Exclude<Stands, "ready">; now: Temporal.Instant };

function TooLate({ t, found, stands, now }: TooLateProps) {
  const { round, availability } = found.seen;
  const contact = <ContactLine t={t} round={round} />;
  if (stands !== "lapsed") {
    return (
      <LinkPage
        heading={t(`registration.page.confirm.${stands}`)}
        lead={t(`registration.page.confirm.${stands}_lead`)}
        href={stands === "done" ? `/cirklar/${round.slug}` : "/cirklar"}
        way={t(stands === "done" ? "registration.page.read_more" : "registration.page.open_rounds")}
      >
        {contact}
      </LinkPage>
    );
  }
  const isOpen = availability.way === "open" || availability.way === "waiting" || availability.way === "late";
  const day = sayDate(t.language, lastDayToAnswer(found.confirmBy), { today: dateIn(now) });
  return (
    <LinkPage
      heading={t("registration.page.confirm.lapsed")}
      lead={t(isOpen ? "registration.page.confirm.lapsed_lead" : "registration.page.confirm.lapsed_closed", { day })}
      href={isOpen ? `/cirklar/${round.slug}/anmalan` : "/cirklar"}
      way={t(isOpen ? "registration.page.apply_again" : "registration.page.open_rounds")}
    >
      {contact}
    </LinkPage>
  );
}

import type { Context } from "hono";
import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { isOver, lastDayToAnswer } from "#features/circles/registration/answer-deadlines.ts";
import { answerOffer } from "#features/circles/registration/offer/commands.ts";
import { offerToAnswer } from "#features/circles/registration/offer/queries.ts";
import { UnknownLink } from "#features/circles/registration/parts/unknown-link.tsx";
import { OfferButtons } from "#features/circles/registration/parts/own-page.tsx";
import { ContactLine, factsOfMeetings } from "#features/circles/registration/parts/round-in-short.tsx";
import { Narrow, Sheet } from "#ui/columns.tsx";
import { Facts } from "#ui/facts.tsx";
import { LinkPage } from "#ui/link-page.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type Page = Context<Environment>;
type Offer = NonNullable<Awaited<ReturnType<typeof offerToAnswer>>>;

const Answer = z.strictObject({ answer: z.enum(["yes", "no"]) });

/** The link in the mail about a freed place: opening it shows the offer, its buttons answer. */
export const offerPages = pages("mailedLink").form("/erbjudande/:token", {
  draw: drawOffer,
  send: async (c, filled) => {
    const { answer } = checkedForm(Answer, filled);
    await answerOffer(c.var.db, c.var.actor, { offerToken: c.req.param("token") ?? "" }, answer, c.var.now);
    return c.redirect(c.req.path, 303);
  },
});

async function drawOffer(c: Page, filled: Filled) {
  const { t, db } = c.var;
  const now = c.var.now();
  const offer = await offerToAnswer(db, c.req.param("token") ?? "", now);
  if (!offer) {
    c.status(404);
    return c.render(<UnknownLink t={t} />, {
      title: t("registration.page.link.unknown"),
      kind: "public",
      secret: true,
    });
  }
  const stands = standsBefore(offer, now);
  const content =
    stands === "open" ? (
      <OpenOffer t={t} offer={offer} filled={filled} now={now} />
    ) : (
      <Answered t={t} offer={offer} stands={stands} />
    );
  return c.render(content, {
    title: t(`registration.page.offer.${stands}`),
    kind: "public",
    host: offer.seen.host,
    secret: true,
  });
}

type Stands = "open" | "taken" | "held" | "no" | "over" | "gone";

function standsBefore({ answer, answerBy, state, seen }: Offer, now: Temporal.Instant): Stands {
  if (seen.availability.way === "cancelled") return "gone";
  if (answer === "yes")
    return state === "held" ? "held" : state === "placed" || state === "completed" ? "taken" : "gone";
  if (answer === "no") return "no";
  if (answer === "silent") return "over";
  if (answer === "revoked" || state !== "offered") return "gone";
  return isOver(answerBy, now) ? "over" : "open";
}

type OpenProps = { t: Translate; offer: Offer; filled: Filled; now: Temporal.Instant };

function OpenOffer({ t, offer, filled, now }: OpenProps) {
  const { seen, answerBy, managerAwaited } = offer;
  const today = dateIn(now);
  const day = sayDate(t.language, lastDayToAnswer(answerBy), { today });
  return (
    <>
      <PageHeading
        kicker={<a href={`/cirklar/${seen.round.slug}`}>{seen.round.title}</a>}
        heading={t("registration.page.offer.open")}
        lead={t("registration.page.offer.open_lead", { day })}
      />
      <Narrow>
        <Sheet>
          <Facts wide items={factsOfMeetings({ t, seen, today })} />
          {managerAwaited ? <p>{t("registration.page.offer.manager")}</p> : null}
          <OfferButtons t={t} filled={filled} />
        </Sheet>
        <ContactLine t={t} round={seen.round} />
      </Narrow>
    </>
  );
}

function Answered({ t, offer: { seen }, stands }: { t: Translate; offer: Offer; stands: Exclude<Stands, "open"> }) {
  const { round } = seen;
  const isTaken = stands === "taken" || stands === "held";
  return (
    <LinkPage
      kicker={round.title}
      heading={t(`registration.page.offer.${stands}`)}
      lead={t(`registration.page.offer.${stands}_lead`)}
      href={isTaken ? `/cirklar/${round.slug}` : "/cirklar"}
      way={t(isTaken ? "registration.page.read_more" : "registration.page.open_rounds")}
    >
      <ContactLine t={t} round={round} />
    </LinkPage>
  );
}

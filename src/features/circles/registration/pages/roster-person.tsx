import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import { z } from "zod";
import type { MessageKey } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { withdraw } from "#features/circles/registration/commands.ts";
import { denyEligibility, restoreEligibility } from "#features/circles/registration/eligibility/commands.ts";
import { remindManagers } from "#features/circles/registration/manager/commands.ts";
import { answerOffer } from "#features/circles/registration/offer/commands.ts";
import { DenyPage, WithdrawForPage } from "#features/circles/registration/parts/person-decisions.tsx";
import { RosterPersonPage } from "#features/circles/registration/parts/roster-person-page.tsx";
import { type RosterPerson, rosterPerson } from "#features/circles/registration/queries.ts";
import { Reason, RegistrationId } from "#features/circles/registration/registration.ts";

type Page = Context<Environment>;

const Denial = z.strictObject({ reason: Reason });
const Answer = z.strictObject({ answer: z.enum(["yes", "no"]) });
const at = "/planera/:slug/anmalningar/:id";

/** One applicant, for those who plan the round or may see its roster; deciding is for those who plan. */
export const rosterPersonPages = pages("signedIn")
  .get(at, (c) => drawPerson(c))
  .form(`${at}/neka`, {
    draw: (c, filled) => drawDecision(c, "deny", (found) => <DenyPage t={c.var.t} found={found} filled={filled} />),
    send: async (c, filled) => {
      const { row } = await personAsked(c);
      const { reason } = checkedForm(Denial, filled);
      await denyEligibility(c.var.db, c.var.actor, row.id, reason, c.var.now);
      return back(c, "nekad");
    },
  })
  .form(`${at}/aterbud`, {
    draw: (c, filled) =>
      drawDecision(c, "withdraw", (found) => <WithdrawForPage t={c.var.t} found={found} filled={filled} />),
    send: async (c) => {
      const { row } = await personAsked(c);
      await withdraw(c.var.db, c.var.actor, { registrationId: row.id }, c.var.now);
      return back(c, "aterbud");
    },
  })
  .form(`${at}/aterta`, {
    draw: drawPerson,
    send: async (c) => {
      const { row } = await personAsked(c);
      await restoreEligibility(c.var.db, c.var.actor, row.id, c.var.now);
      return back(c, "ater");
    },
  })
  .form(`${at}/paminn`, {
    draw: drawPerson,
    send: async (c) => {
      const { round, row } = await personAsked(c);
      await remindManagers(c.var.db, c.var.actor, round.id, [row.id], c.var.now);
      return back(c, "pamind");
    },
  })
  .form(`${at}/svar`, {
    draw: drawPerson,
    send: async (c, filled) => {
      const { row } = await personAsked(c);
      const { answer } = checkedForm(Answer, filled);
      await answerOffer(c.var.db, c.var.actor, { registrationId: row.id }, answer, c.var.now);
      return back(c, answer === "yes" ? "ja" : "nej");
    },
  });

/** The applicant as the one who asks may see them; to anybody else they are not there. */
async function personAsked(c: Page): Promise<RosterPerson> {
  const id = RegistrationId.safeParse(c.req.param("id")).data;
  const found = id && (await rosterPerson(c.var.db, c.var.actor, c.req.param("slug") ?? "", id, c.var.now()));
  if (!found) throw new Refusal("not_found", "registration.no_such_registration");
  return found;
}

function addressOf({ round, row }: RosterPerson): string {
  return `/planera/${round.slug}/anmalningar/${row.id}`;
}

function back(c: Page, done: keyof typeof doneWords) {
  return c.redirect(`/planera/${c.req.param("slug")}/anmalningar/${c.req.param("id")}?klart=${done}`, 303);
}

const doneWords = {
  nekad: "registration.page.person.denied",
  aterbud: "registration.page.person.withdrawn",
  ater: "registration.page.person.restored",
  pamind: "registration.page.person.reminded",
  ja: "registration.page.person.took",
  nej: "registration.page.person.left",
  rattad: "registration.correct.done",
  ringd: "registration.call.done_told",
  inlagd: "registration.add.saved",
} as const satisfies Record<string, MessageKey>;

async function drawPerson(c: Page, filled?: Filled) {
  const { t } = c.var;
  const found = await personAsked(c);
  const key = c.req.query("klart");
  const done = key && key in doneWords ? t(doneWords[key as keyof typeof doneWords]) : undefined;
  return c.render(
    <RosterPersonPage t={t} found={found} now={c.var.now()} address={addressOf(found)} done={done} filled={filled} />,
    {
      title: `${found.row.name} – ${found.round.title}`,
      current: "/planera",
    },
  );
}

/** A page that asks before something is decided; where it cannot be decided any more, the applicant's page instead. */
async function drawDecision(c: Page, step: "deny" | "withdraw", draw: (found: RosterPerson) => Child) {
  const found = await personAsked(c);
  if (!found.can.decide) throw new Refusal("forbidden", "registration.not_yours");
  if (!found.row.possible.includes(step)) return c.redirect(addressOf(found), 303);
  return c.render(draw(found), { title: `${found.row.name} – ${found.round.title}`, current: "/planera" });
}

import type { Context } from "hono";
import { z } from "zod";
import type { Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { problemsOf } from "#platform/web/field-problems.ts";
import { emptyForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { NoticesPage } from "#features/circles/registration/parts/notices-page.tsx";
import { SelectionPage } from "#features/circles/registration/parts/selection-page.tsx";
import { Reason, RegistrationId } from "#features/circles/registration/registration.ts";
import { outcomes } from "#features/circles/registration/selection/selection-balance.ts";
import { decideSelection, sendNotices } from "#features/circles/registration/selection/commands.ts";
import { questionOf, SelectionWish } from "#features/circles/registration/selection/selection-wish.ts";
import { type Selection, selectionPage } from "#features/circles/registration/selection/queries.ts";

type Page = Context<Environment>;

const Decision = z.strictObject({ outcome: z.enum(outcomes), reason: Reason });

/**
 * Choosing among all who applied: what they wrote, how the choice spreads, a reason for each decision, and in the end
 * everyone's answer at the same time. (R026)
 */
export const selectionPages = pages("signedIn")
  .get("/planera/:slug/urval", (c) => drawSelection(c, emptyForm))
  .form("/planera/:slug/urval/ovriga", {
    draw: drawSelection,
    send: async (c, filled) => {
      const { round, candidates } = await selectionAsked(c);
      const { outcome, reason } = decisionIn(filled, "rest");
      const undecided = candidates.filter((candidate) => candidate.outcome === undefined);
      if (undecided.length > 0) {
        const decisions = undecided.map(({ id }) => ({ registrationId: id, outcome, reason }));
        await decideSelection(c.var.db, c.var.actor, round.id, decisions, c.var.now);
      }
      return c.redirect(`${selectionAddress(c, round.slug)}#urval`, 303);
    },
  })
  .form("/planera/:slug/urval/skicka", {
    draw: async (c, filled) => {
      const found = await selectionAsked(c);
      if (!found.can.decide && filled.problems.length === 0)
        return c.redirect(`/planera/${found.round.slug}/urval`, 303);
      return c.render(<NoticesPage t={c.var.t} found={found} filled={filled} />, {
        title: `${c.var.t("registration.page.notices.heading")} – ${found.round.title}`,
        current: "/planera",
      });
    },
    send: async (c) => {
      const { round } = await selectionAsked(c);
      const sent = await sendNotices(c.var.db, c.var.actor, round.id, c.var.now);
      return c.redirect(`/planera/${round.slug}/urval?skickade=${sent.place + sent.wait + sent.decline}`, 303);
    },
  })
  .form("/planera/:slug/urval/:id", {
    draw: drawSelection,
    send: async (c, filled) => {
      const { round } = await selectionAsked(c);
      const registrationId = RegistrationId.safeParse(c.req.param("id")).data;
      if (!registrationId) throw new Refusal("not_found", "registration.no_such_registration");
      const decision = { registrationId, ...decisionIn(filled, registrationId) };
      await decideSelection(c.var.db, c.var.actor, round.id, [decision], c.var.now);
      return c.redirect(`${selectionAddress(c, round.slug)}#a-${registrationId}`, 303);
    },
  });

/** The selection as the one who asks may see it; to anybody else it is not there. */
async function selectionAsked(c: Page): Promise<Selection> {
  const found = await selectionPage(c.var.db, c.var.actor, c.req.param("slug") ?? "", c.var.now());
  if (!found) throw new Refusal("not_found", "registration.no_such_round");
  return found;
}

/** A decision out of one of the many forms on the page: each has fields of its own, told apart by whom it is about. */
function decisionIn({ values }: Filled, about: string): z.output<typeof Decision> {
  const typed = { outcome: values[`outcome-${about}`], reason: values[`reason-${about}`] || undefined };
  const result = Decision.safeParse(typed);
  if (result.success) return result.data;
  const problems = problemsOf(result.error, typed).map((problem) => ({ ...problem, path: `${problem.path}-${about}` }));
  throw new Refusal("invalid", "web.form_invalid", { count: problems.length }, problems);
}

/** The part of the selection one was looking at: every choice comes back to it. */
function selectionAddress(c: Page, slug: string): string {
  return `/planera/${slug}/urval${questionOf(SelectionWish.parse(c.req.query()))}`;
}

async function drawSelection(c: Page, filled: Filled) {
  const { t } = c.var;
  const found = await selectionAsked(c);
  const sent = z.coerce.number().int().positive().safeParse(c.req.query("skickade")).data;
  const wish = SelectionWish.parse(c.req.query());
  return c.render(
    <SelectionPage t={t} found={found} wish={wish} filled={filled} now={c.var.now()} done={doneWords(t, sent)} />,
    { title: `${t("registration.page.selection.heading")} – ${found.round.title}`, current: "/planera" },
  );
}

function doneWords(t: Translate, sent: number | undefined): string | undefined {
  return sent === undefined ? undefined : t("registration.page.selection.sent", { count: sent });
}

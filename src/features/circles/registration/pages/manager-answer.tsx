import type { Context } from "hono";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { answerManager } from "#features/circles/registration/manager/commands.ts";
import { ManagerAnswer } from "#features/circles/registration/manager/manager-word.ts";
import { managerRequest } from "#features/circles/registration/manager/queries.ts";
import { UnknownLink } from "#features/circles/registration/parts/unknown-link.tsx";
import { ManagerAnswered, ManagerPage } from "#features/circles/registration/parts/manager-page.tsx";

type Page = Context<Environment>;

/** What the manager of an applicant is asked, behind the link in their mail: opening it shows, its buttons answer. */
export const managerPages = pages("mailedLink").form("/chef/:token", {
  draw: drawRequest,
  send: async (c, filled) => {
    const answer = checkedForm(ManagerAnswer, filled);
    await answerManager(c.var.db, c.var.actor, c.req.param("token") ?? "", answer, c.var.now);
    return c.redirect(c.req.path, 303);
  },
});

async function drawRequest(c: Page, filled: Filled) {
  const { t, db } = c.var;
  const now = c.var.now();
  const request = await managerRequest(db, c.req.param("token") ?? "", now);
  if (!request) {
    c.status(404);
    return c.render(<UnknownLink t={t} />, {
      title: t("registration.page.link.unknown"),
      kind: "public",
      secret: true,
    });
  }
  const { stands } = request;
  const content =
    stands === "open" ? (
      <ManagerPage t={t} request={request} filled={filled} now={now} />
    ) : (
      <ManagerAnswered t={t} request={request} stands={stands} now={now} />
    );
  return c.render(content, {
    title: t("registration.page.chief.title", { name: request.name }),
    kind: "public",
    host: request.seen.host,
    secret: true,
  });
}

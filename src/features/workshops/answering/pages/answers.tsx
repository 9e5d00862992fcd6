import type { Context } from "hono";
import type { MessageKey } from "#kernel/messages.ts";
import { Refusal, refusalStatus } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled, filledFrom, nested } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { isTied, SentAnswer } from "#features/workshops/answering/answer.ts";
import { sendAnswer, type Taken } from "#features/workshops/answering/taking/commands.ts";
import { deviceSecret } from "#features/workshops/answering/pages/device-cookie.ts";
import { codeIn, drawRoom } from "#features/workshops/answering/pages/joining.tsx";
import { withinPace } from "#features/workshops/answering/pages/room-limits.ts";

type Page = Context<Environment>;

/** Where answers are sent: as a form, or by the page's script, which is answered in JSON. */
export const answerPages = pages("mailedLink")
  .get("/delta/:code/svar", (c) => c.redirect(`/delta/${codeIn(c) ?? ""}`, 303))
  .post("/delta/:code/svar", async (c) => {
    const secret = deviceSecret(c);
    if (secret !== undefined && !withinPace(secret)) return tooFast(c);
    const isScript = c.req.header("accept") === "application/json";
    const filled = await filledFrom(c);
    try {
      if (secret === undefined) throw new Refusal("forbidden", "answering.not_in_room");
      const taken = await sendAnswer(c.var.db, c.var.now, secret, answerIn(filled));
      c.var.live.heard(taken.workshopId);
      return isScript ? c.json(said(c, taken)) : c.redirect(`/delta/${codeIn(c) ?? ""}`, 303);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      c.status(refusalStatus[error.kind]);
      if (isScript) return c.json({ code: error.code, problems: problemsSaid(c, error) });
      c.set("failed", true);
      const problems = error.problems.length > 0 ? error.problems : [{ path: "", code: error.code }];
      return drawRoom(c, { ...filled, problems });
    }
  });

function answerIn(filled: Filled) {
  const { places } = nested(filled.values);
  if (typeof places === "object" && places !== null && isTied(places as Record<string, unknown>))
    throw new Refusal("invalid", "answering.tied");
  return checkedForm(SentAnswer, filled);
}

function said(c: Page, { fate, given, most }: Taken) {
  return { fate, left: Math.max(0, most - given), words: c.var.t("answering.sent_of", { given, most }) };
}

function problemsSaid(c: Page, { problems, code, details }: Refusal): string[] {
  const { t } = c.var;
  const told = problems.map((problem) => t(problem.code, problem.values));
  return told.length > 0 ? told : [t(code, details)];
}

/** A bare answer, whoever asks: drawing a page for a flood is work as well. */
function tooFast(c: Page): Response {
  const code: MessageKey = "answering.told.fast";
  c.header("Retry-After", "5");
  return c.json({ code, problems: [c.var.t(code)] }, 429);
}

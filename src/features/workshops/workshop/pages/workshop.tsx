import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { MessageKey } from "#kernel/messages.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, emptyForm, type Filled, filledFrom } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { comingIn } from "#features/workshops/answering/queries.ts";
import {
  closeWorkshop,
  endRound,
  goOnWithWorkshop,
  openWorkshop,
  openWorkshopAgain,
  pauseWorkshop,
  putQuestion,
  showOnScreen,
} from "#features/workshops/workshop/commands.ts";
import { leadersOf } from "#features/workshops/workshop/leaders/queries.ts";
import { openRoundOf, putOf } from "#features/workshops/workshop/leading/queries.ts";
import { addressOf, workshopAsked, workshopToLead } from "#features/workshops/workshop/pages/asked-workshop.ts";
import { joinDrawing } from "#features/workshops/workshop/parts/join-code.tsx";
import { LeadPage } from "#features/workshops/workshop/parts/lead-page.tsx";
import { timeField } from "#features/workshops/workshop/parts/question-card.tsx";
import { PutQuestion, ShownOnScreen } from "#features/workshops/workshop/workshop-words.ts";
import { Notice } from "#ui/notice.tsx";

type Page = Context<Environment>;

const doneWords: Readonly<Record<string, MessageKey>> = {
  upplagd: "workshop.done.added",
  andrad: "workshop.done.changed",
  fraga: "workshop.done.question",
  grupper: "workshop.done.groups",
};

/** The page of whoever leads a workshop, and what is done from it while the room is at work. */
export const workshopPages = pages("signedIn")
  .get("/workshop/:slug", async (c) => {
    const { t, db, now, config } = c.var;
    const inside = await workshopAsked(c);
    if (!inside.can.lead) return c.redirect(`${addressOf(inside)}/resultat`, 303);
    const { workshop } = inside;
    const [open, put, coming, leaders] = await Promise.all([
      openRoundOf(db, workshop.id),
      putOf(db, workshop.id),
      workshop.state === "draft" ? undefined : comingIn(db, workshop.id),
      leadersOf(db, workshop.id),
    ]);
    const code = doneWords[c.req.query("klart") ?? ""];
    return c.render(
      <LeadPage
        t={t}
        today={dateIn(now())}
        now={now()}
        inside={inside}
        open={open}
        put={put}
        coming={coming}
        leaders={leaders}
        baseUrl={config.baseUrl}
        drawing={workshop.joinCode ? await joinDrawing(config.baseUrl, workshop.joinCode) : undefined}
        done={code ? <Notice t={t} tone="done" heading={t(code)} /> : null}
      />,
      { title: workshop.title, current: "/workshoppar" },
    );
  })
  .post("/workshop/:slug/oppna", (c) => step(c, openWorkshop))
  .post("/workshop/:slug/pausa", (c) => step(c, pauseWorkshop))
  .post("/workshop/:slug/fortsatt", (c) => step(c, goOnWithWorkshop))
  .post("/workshop/:slug/stang", (c) => step(c, closeWorkshop))
  .post("/workshop/:slug/oppna-igen", (c) => step(c, openWorkshopAgain))
  .post("/workshop/:slug/avsluta-fragan", (c) => step(c, endRound))
  .post("/workshop/:slug/stall", async (c) => {
    const { db, actor, now } = c.var;
    await workshopToLead(c);
    const filled = await filledFrom(c);
    const questionId = String(filled.values["questionId"] ?? "");
    const seconds = String(filled.values[timeField(questionId)] ?? "");
    const words = checkedForm(PutQuestion, { ...emptyForm, values: { questionId, seconds } });
    await putQuestion(db, actor, now, slugOf(c), words);
    return backTo(c, filled);
  })
  .post("/workshop/:slug/visa", async (c) => {
    const { db, actor, now } = c.var;
    await workshopToLead(c);
    const filled = await filledFrom(c);
    const { shows = "", questionId = "" } = filled.values;
    await showOnScreen(
      db,
      actor,
      now,
      slugOf(c),
      checkedForm(ShownOnScreen, { ...emptyForm, values: { shows, questionId } }),
    );
    return backTo(c, filled);
  });

const slugOf = (c: Page) => c.req.param("slug") ?? "";

/** One step for the whole room, and back to where it was taken: the page or the screen. */
async function step(c: Page, take: typeof openWorkshop): Promise<Response> {
  const { db, actor, now } = c.var;
  const filled = await filledFrom(c);
  await take(db, actor, now, slugOf(c));
  return backTo(c, filled);
}

function backTo(c: Page, filled: Filled): Response {
  const screen = filled.values["fran"] === "skarm" ? "/skarm" : "";
  return c.redirect(`/workshop/${slugOf(c)}${screen}`, 303);
}

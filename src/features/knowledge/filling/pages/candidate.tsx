import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checked, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { leaveOut, takeCandidate, takeUpAgain } from "#features/knowledge/filling/candidate/commands.ts";
import { twinsOf } from "#features/knowledge/filling/candidate/queries.ts";
import { Taking } from "#features/knowledge/filling/filling-words.ts";
import { candidateAsked, doneWords } from "#features/knowledge/filling/pages/filling-asked.ts";
import { CandidatePage } from "#features/knowledge/filling/parts/candidate-page.tsx";

type Page = Context<Environment>;

/** One thing that was brought in: what is known of it, what it is like, and what becomes of it. */
export const candidatePages = pages("signedIn")
  .form("/hamtat/:candidate", {
    draw: (c, filled) => draw(c, filled),
    async send(c, filled) {
      const { id } = await candidateAsked(c);
      const { db, actor, now } = c.var;
      // A field that was emptied is empty: in a form nothing is left as it was.
      const said = { title: "", source: "", year: "", licence: "", link: "", doi: "", authors: "", ...filled.values };
      const emptied = Object.fromEntries(
        Object.entries(said).map(([name, value]) => [name, value === "" ? null : value]),
      );
      const { slug } = await takeCandidate(db, actor, now, id, checked(Taking, emptied));
      return c.redirect(`/kunskap/${slug}/andra`, 303);
    },
  })
  .post("/hamtat/:candidate/lamna", async (c) => {
    const { id } = await candidateAsked(c);
    await leaveOut(c.var.db, c.var.actor, c.var.now, [id]);
    return c.redirect("/hamtat?klart=lamnad", 303);
  })
  .post("/hamtat/:candidate/ater", async (c) => {
    const { id } = await candidateAsked(c);
    await takeUpAgain(c.var.db, c.var.actor, id);
    return c.redirect(`/hamtat/${id}?klart=ater`, 303);
  });

async function draw(c: Page, filled: Filled) {
  const { t, db, actor, now } = c.var;
  const candidate = await candidateAsked(c);
  const twins = await twinsOf(db, actor, candidate.id);
  return c.render(
    <CandidatePage
      t={t}
      filled={filled}
      candidate={candidate}
      twins={twins}
      today={dateIn(now())}
      done={doneWords(c)}
    />,
    { title: candidate.title, current: "/kunskap" },
  );
}

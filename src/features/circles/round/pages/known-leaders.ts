import { Refusal } from "#kernel/refusal.ts";
import { knowLeader } from "#features/circles/round/known-leaders/commands.ts";
import { KnownLeader, LeaderId } from "#features/circles/round/known-leaders/known-leader.ts";
import { checkedForm, filledFrom } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";

/** Who a leader is that was only written by name; asked for on the page of those who may be one person. */
export const knownLeaderPages = pages("signedIn").post("/personer/kan-vara-samma/ledare/:leaderId", async (c) => {
  const id = LeaderId.safeParse(c.req.param("leaderId")).data;
  if (!id) throw new Refusal("not_found", "round.no_such_leader");
  await knowLeader(c.var.db, c.var.actor, id, checkedForm(KnownLeader, await filledFrom(c)));
  return c.redirect("/personer/kan-vara-samma", 303);
});

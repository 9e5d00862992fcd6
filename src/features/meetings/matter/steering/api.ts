import { z } from "zod";
import { type ApiRoute, deedsAt } from "#platform/web/api.ts";
import { dropMatter, parkMatter, referMatter, sayEventCame, takeUpMatter } from "#features/meetings/matter/commands.ts";
import { decideMatter, reviewMatter } from "#features/meetings/matter/decision/commands.ts";
import { sayCommitment } from "#features/meetings/matter/facts/commands.ts";
import {
  Commitment,
  DecidedMatter,
  DroppedMatter,
  EventCame,
  ParkedMatter,
  ReferredMatter,
  ReviewedMatter,
  TakenUp,
} from "#features/meetings/matter/matter-words.ts";

const deed = deedsAt("/matters/{slug}", z.strictObject({ slug: z.string().min(1).max(200) }));

/** What is done with a matter between the meetings: it is parked, referred, decided, reviewed and dropped. */
export const matterDeedsApi: readonly ApiRoute[] = [
  deed(
    ["post", "/parking"],
    "parkMatter",
    "Park a matter until a day, an event or further notice",
    ParkedMatter,
    (c, { slug }, words) => parkMatter(c.var.db, c.var.actor, c.var.now, slug, words),
  ),
  deed(
    ["post", "/event"],
    "sayEventCame",
    "Say that what a parked matter waits for has happened",
    EventCame,
    (c, { slug }, words) => sayEventCame(c.var.db, c.var.actor, c.var.now, slug, words),
  ),
  deed(["post", "/referral"], "referMatter", "Refer a matter to another body", ReferredMatter, (c, { slug }, words) =>
    referMatter(c.var.db, c.var.actor, c.var.now, slug, words),
  ),
  deed(["post", "/taking-up"], "takeUpMatter", "Take a matter up again", TakenUp, (c, { slug }, words) =>
    takeUpMatter(c.var.db, c.var.actor, c.var.now, slug, words),
  ),
  deed(
    ["post", "/decision"],
    "decideMatter",
    "Write down a decision, a body's own or somebody else's",
    DecidedMatter,
    (c, { slug }, words) => decideMatter(c.var.db, c.var.actor, c.var.now, slug, words),
  ),
  deed(
    ["post", "/review"],
    "reviewMatter",
    "Tell how what was decided turned out",
    ReviewedMatter,
    (c, { slug }, words) => reviewMatter(c.var.db, c.var.actor, c.var.now, slug, words),
  ),
  deed(["post", "/dropping"], "dropMatter", "Drop a matter, and say why", DroppedMatter, (c, { slug }, words) =>
    dropMatter(c.var.db, c.var.actor, c.var.now, slug, words),
  ),
  deed(
    ["post", "/commitments"],
    "sayCommitment",
    "Write down what a member municipality has said, or all of them",
    Commitment,
    (c, { slug }, words) => sayCommitment(c.var.db, c.var.actor, c.var.now, slug, words),
  ),
];

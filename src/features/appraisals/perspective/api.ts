import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { idOf } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { decisions } from "#features/appraisals/appraisal/appraisal.ts";
import { appraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { mets } from "#features/appraisals/decision/decision.ts";
import {
  closePerspectiveLink,
  givePerspective,
  hidePerspective,
  openPerspectiveLink,
} from "#features/appraisals/perspective/commands.ts";
import { audiences, isLinkOpen, stances } from "#features/appraisals/perspective/perspective.ts";
import { perspectivesGiven } from "#features/appraisals/perspective/perspective-limits.ts";
import { NewPerspectiveLink, Said } from "#features/appraisals/perspective/perspective-words.ts";
import { linkAsked, perspectivesOf } from "#features/appraisals/perspective/queries.ts";

const bySlug = { params: z.strictObject({ slug: z.string().min(1).max(200) }) };
const LinkId = idOf("perspective_link");
const byLink = { params: bySlug.params.extend({ linkId: LinkId }) };
const byPerspective = { params: bySlug.params.extend({ perspectiveId: z.uuid() }) };
const bySecret = { params: z.strictObject({ secret: z.string().min(1).max(200) }) };
const Text = z.string().nullable();
const Nothing = { description: "Done" };

const LinkJson = z.object({
  id: LinkId,
  audience: z.enum(audiences),
  question: z.string(),
  openUntil: z.string(),
  isOpen: z.boolean(),
  said: z.int(),
  hidden: z.int(),
  counts: z.object({ for: z.int(), unsure: z.int(), against: z.int(), unsaid: z.int() }),
  perspectives: z
    .array(
      z.object({
        id: z.string(),
        stance: z.enum(stances).nullable(),
        text: z.string(),
        receivedOn: z.string(),
        isHidden: z.boolean(),
      }),
    )
    .describe("Empty for those who do not work with the appraisal"),
});

const AskedJson = z.object({
  audience: z.enum(audiences),
  question: z.string(),
  organisation: z.string(),
  method: z.string(),
  openUntil: z.string(),
  isOpen: z.boolean(),
  decided: z
    .object({
      decision: z.enum(decisions),
      decidedOn: z.string(),
      saidBack: Text,
      decideAgainOn: Text,
      met: z.enum(mets).nullable(),
    })
    .nullable()
    .describe("What came of what was said, once it is decided"),
});

/** What staff and service users say of a method that is weighed, by links without accounts. */
export const perspectivesApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/appraisals/{slug}/perspectives",
      operationId: "listPerspectives",
      summary: "Read what staff and service users have said by the links of an appraisal",
      request: bySlug,
      responses: { 200: json("The links with what came by them", z.object({ links: z.array(LinkJson) })) },
    },
    async (c, { params: { slug } }) => {
      const { db, actor, now } = c.var;
      const today = dateIn(now());
      const links = await perspectivesOf(db, await appraisalInside(db, actor, slug, today));
      return c.json({
        links: links.map(({ closedAt, ...link }) => ({
          ...link,
          openUntil: link.openUntil.toString(),
          isOpen: isLinkOpen({ openUntil: link.openUntil, closedAt }, today),
          perspectives: link.perspectives.map((each) => ({ ...each, receivedOn: each.receivedOn.toString() })),
        })),
      });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/appraisals/{slug}/perspective-links",
      operationId: "openPerspectiveLink",
      summary: "Make a link by which staff or service users say what they think",
      answersSecret: true,
      request: { ...bySlug, body: body(NewPerspectiveLink) },
      responses: {
        201: json("The link", z.object({ id: LinkId, address: z.string().describe("Shown this once") })),
      },
    },
    async (c, { params: { slug }, body: wish }) => {
      const { db, actor, now, config } = c.var;
      const { id, secret } = await openPerspectiveLink(db, actor, now, slug, wish);
      return c.json({ id, address: `${config.baseUrl}/synpunkt/${secret}` }, 201);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/appraisals/{slug}/perspective-links/{linkId}/close",
      operationId: "closePerspectiveLink",
      summary: "Close a link before its day; what was said stands",
      request: byLink,
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, linkId } }) => {
      await closePerspectiveLink(c.var.db, c.var.actor, c.var.now, slug, linkId);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/appraisals/{slug}/perspectives/{perspectiveId}",
      operationId: "hidePerspective",
      summary: "Hide what somebody wrote that should not be read, or show it again",
      request: { ...byPerspective, body: body(z.strictObject({ hidden: z.boolean() })) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, perspectiveId }, body: wish }) => {
      await hidePerspective(c.var.db, c.var.actor, c.var.now, slug, perspectiveId, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "open",
    {
      method: "get",
      path: "/perspectives/{secret}",
      operationId: "getPerspectiveQuestion",
      summary: "Read what a link asks, and what came of it once it is decided",
      request: bySecret,
      responses: { 200: json("The question", AskedJson) },
    },
    async (c, { params: { secret } }) => {
      const { db, now } = c.var;
      const asked = await linkAsked(db, secret);
      if (!asked) throw new Refusal("not_found", "perspective.no_such_link");
      const { audience, question, organisation, method, openUntil, answer, state } = asked;
      const isDecided = state === "decided" && answer !== null;
      return c.json({
        audience,
        question,
        organisation,
        method,
        openUntil: openUntil.toString(),
        isOpen: isLinkOpen(asked, dateIn(now())) && state !== "withdrawn",
        decided: isDecided
          ? {
              decision: answer.decision,
              decidedOn: answer.decidedOn.toString(),
              saidBack: answer.saidBack,
              decideAgainOn: answer.decideAgainOn?.toString() ?? null,
              met: answer.met,
            }
          : null,
      });
    },
  ),
  operation(
    "open",
    {
      method: "post",
      path: "/perspectives/{secret}",
      operationId: "givePerspective",
      summary: "Say what one thinks by a link; sent twice with the same mark it comes once",
      takesNoKey: true,
      request: { ...bySecret, body: body(Said) },
      responses: { 204: Nothing },
    },
    async (c, { params: { secret }, body: said }) => {
      const { db, actor, now, limits } = c.var;
      await limits.count(perspectivesGiven, { address: networkAddress(c), target: secret });
      await givePerspective(db, actor, now, secret, said);
      return c.body(null, 204);
    },
  ),
];

import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { type ApiRoute, body, json, ListQuery, nextLink, operation } from "#platform/web/api.ts";
import { BodyId } from "#features/meetings/body/body.ts";
import { bodyCalled } from "#features/meetings/body/queries.ts";
import { maySeeMatter } from "#features/meetings/matter/matter-policy.ts";
import { CommissionJson, commissionJson } from "#features/meetings/commission/parts/commission-json.ts";
import { commissionInMatter } from "#features/meetings/commission/commands.ts";
import { NewCommission } from "#features/meetings/commission/commission-words.ts";
import { commissionsOfMatter } from "#features/meetings/commission/queries.ts";
import { changeMatter, raiseMatter } from "#features/meetings/matter/commands.ts";
import { writeApplication } from "#features/meetings/matter/facts/commands.ts";
import { applicationsOf, municipalitiesAsked } from "#features/meetings/matter/facts/queries.ts";
import { followMatter } from "#features/meetings/matter/following/commands.ts";
import {
  Application,
  applicationStates,
  CommitmentAnswer,
  MatterChange,
  RaisedMatter,
} from "#features/meetings/matter/matter-words.ts";
import { CommissionId, MatterId, MatterState } from "#features/meetings/matter/matter.ts";
import { type MatterFacts, matterInScope, mattersOf, mattersShown } from "#features/meetings/matter/queries.ts";
import { stepsOf } from "#features/meetings/matter/timeline/queries.ts";
import { Refusal } from "#kernel/refusal.ts";
import { idOf } from "#kernel/ids.ts";

const bySlug = { params: z.strictObject({ slug: z.string().min(1).max(200) }) };
const ApplicationId = idOf("external_application");
const byApplication = { params: bySlug.params.extend({ applicationId: ApplicationId }) };
const Text = z.string().nullable();
const Nothing = { description: "Done" };

const MatterJson = z.object({
  id: MatterId,
  slug: z.string(),
  title: z.string(),
  about: Text,
  state: MatterState,
  since: z.string(),
  isClosed: z.boolean().describe("Whether nothing more is to come back"),
  raisedOn: Text,
  parkedUntil: Text,
  parkedEvent: Text,
  eventCameOn: Text,
  remindOn: Text.describe("When somebody is asked about a matter that is parked without a day"),
  reason: Text,
  referredTo: Text,
  outcome: Text,
  isPosition: z.boolean().describe("A body without mandate took a position: no decision"),
  decidedBy: Text,
  decidedOn: Text,
  decidedDay: Text.describe("A day whose year nobody wrote, as --03-03"),
  reviewOn: Text,
  version: z.int(),
});

const day = (date: Temporal.PlainDate | null) => date?.toString() ?? null;

function matterJson({ bodyId: _, ...matter }: MatterFacts): z.output<typeof MatterJson> {
  return {
    ...matter,
    since: matter.since.toString(),
    raisedOn: day(matter.raisedOn),
    parkedUntil: day(matter.parkedUntil),
    eventCameOn: day(matter.eventCameOn),
    remindOn: day(matter.remindOn),
    decidedOn: day(matter.decidedOn),
    reviewOn: day(matter.reviewOn),
  };
}

const WholeMatter = MatterJson.extend({
  bodies: z.array(z.object({ id: BodyId, slug: z.string(), name: z.string() })),
  commissions: z.array(CommissionJson),
  applications: z.array(
    z.object({
      id: ApplicationId,
      funder: z.string(),
      title: Text,
      state: z.enum(applicationStates),
      since: Text,
    }),
  ),
  municipalities: z.array(
    z.object({ id: z.string(), name: z.string(), answer: CommitmentAnswer.nullable(), since: Text }),
  ),
  steps: z.array(z.object({ stepNo: z.int(), what: z.string(), day: Text, text: Text, body: Text, meeting: Text })),
});

const ListedJson = z.object({
  id: MatterId,
  slug: z.string(),
  title: z.string(),
  state: MatterState,
  since: z.string(),
  isClosed: z.boolean(),
});

/** Matters of bodies one is inside: what has become of them, and what comes of them. Deeds are in steering/. */
export const mattersApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/bodies/{slug}/matters",
      operationId: "listMatters",
      summary: "List the matters that concern a body one is inside, those that live first",
      request: { ...bySlug, query: ListQuery },
      responses: { 200: json("One page of the matters", z.object({ matters: z.array(ListedJson) })) },
    },
    async (c, { params: { slug }, query: { after } }) => {
      const { db, actor, now } = c.var;
      const found = await bodyCalled(db, actor, slug, dateIn(now()));
      if (!maySeeMatter([found.standing])) throw new Refusal("not_found", "body.no_such_body");
      const from = Math.max(0, Number(after ?? 0) || 0);
      const page = await mattersOf(db, found.id, from);
      nextLink(c, page.length === mattersShown ? String(from + mattersShown) : undefined);
      return c.json({ matters: page.map((matter) => ({ ...matter, since: matter.since.toString() })) });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/bodies/{slug}/matters",
      operationId: "raiseMatter",
      summary: "Raise a matter in a body between its meetings",
      request: { ...bySlug, body: body(RaisedMatter) },
      responses: { 201: json("The matter", z.object({ id: MatterId, slug: z.string() })) },
    },
    async (c, { params: { slug }, body: words }) =>
      c.json(await raiseMatter(c.var.db, c.var.actor, c.var.now, slug, words), 201),
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/matters/{slug}",
      operationId: "getMatter",
      summary: "Read a matter with all that has become of it",
      request: bySlug,
      responses: { 200: json("The matter", WholeMatter) },
    },
    async (c, { params: { slug } }) => {
      const { db, actor, now } = c.var;
      const today = dateIn(now());
      const { matter, bodies } = await matterInScope(db, actor, slug, today);
      const [commissions, applications, municipalities, steps] = await Promise.all([
        commissionsOfMatter(db, matter.id),
        applicationsOf(db, matter.id),
        municipalitiesAsked(db, matter.id, today),
        stepsOf(db, actor, matter.id, today),
      ]);
      return c.json({
        ...matterJson(matter),
        bodies: bodies.map((each) => ({ id: each.id, slug: each.slug, name: each.name })),
        commissions: commissions.map(commissionJson),
        applications: applications.map((each) => ({ ...each, since: day(each.since) })),
        municipalities: municipalities.map(({ id, name, answer, since }) => ({ id, name, answer, since: day(since) })),
        steps: steps.map(({ meetingSlug: _, toldBy: __, ...step }) => ({ ...step, day: day(step.day) })),
      });
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/matters/{slug}",
      operationId: "changeMatter",
      summary: "Change what a matter is called and about, from the version one has read",
      request: { ...bySlug, body: body(MatterChange) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: words }) => {
      await changeMatter(c.var.db, c.var.actor, c.var.now, slug, words);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/matters/{slug}/applications",
      operationId: "writeApplication",
      summary: "Write down an application for money from outside",
      request: { ...bySlug, body: body(Application) },
      responses: { 201: json("The application", z.object({ id: ApplicationId })) },
    },
    async (c, { params: { slug }, body: words }) =>
      c.json(await writeApplication(c.var.db, c.var.actor, c.var.now, slug, words), 201),
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/matters/{slug}/applications/{applicationId}",
      operationId: "changeApplication",
      summary: "Say how far an application has come",
      request: { ...byApplication, body: body(Application) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, applicationId }, body: words }) => {
      await writeApplication(c.var.db, c.var.actor, c.var.now, slug, words, applicationId);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/matters/{slug}/commissions",
      operationId: "giveCommission",
      summary: "Give a commission in a matter between the meetings",
      request: { ...bySlug, body: body(NewCommission) },
      responses: { 201: json("The commission", z.object({ id: CommissionId })) },
    },
    async (c, { params: { slug }, body: words }) =>
      c.json(await commissionInMatter(c.var.db, c.var.actor, c.var.now, slug, words), 201),
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/matters/{slug}/following",
      operationId: "followMatter",
      summary: "Follow a matter, or no longer",
      request: { ...bySlug, body: body(z.strictObject({ follows: z.boolean() })) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: { follows } }) => {
      await followMatter(c.var.db, c.var.actor, c.var.now, slug, follows);
      return c.body(null, 204);
    },
  ),
];

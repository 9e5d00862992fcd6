import { agendaOf } from "../src/features/meetings/agenda/queries.ts";
import type { BodyId } from "../src/features/meetings/body/body.ts";
import { callMeeting } from "../src/features/meetings/invitation/commands.ts";
import { closeCommission, reportPart } from "../src/features/meetings/commission/commands.ts";
import {
  dropMatter,
  parkMatter,
  raiseMatter,
  referMatter,
  sayEventCame,
  takeUpMatter,
} from "../src/features/meetings/matter/commands.ts";
import { comesBack } from "../src/features/meetings/matter/coming-back.ts";
import { decideMatter, reviewMatter } from "../src/features/meetings/matter/decision/commands.ts";
import type { MatterId } from "../src/features/meetings/matter/matter.ts";
import { callOffMeeting, planMeeting } from "../src/features/meetings/meeting/planning/commands.ts";
import { meetingInside } from "../src/features/meetings/meeting/queries.ts";
import { beginMinutes } from "../src/features/meetings/minutes/commands.ts";
import { finishPart } from "../src/features/meetings/minutes/finishing/commands.ts";
import { ItemOutcome } from "../src/features/meetings/minutes/item-outcome.ts";
import { settleItem } from "../src/features/meetings/minutes/outcome/commands.ts";
import { minutesOf } from "../src/features/meetings/minutes/queries.ts";
import { openMatterRows, overviewOf } from "../src/features/meetings/overview/queries.ts";
import type { TestDatabase } from "./database.ts";
import { given, someDay } from "./given.ts";
import { givenMeetings } from "./given-meetings.ts";
import { noon } from "./given-rounds.ts";

const deedsAnyway = [
  "plan",
  "planJoint",
  "raise",
  "call",
  "callOff",
  "meet",
  "beginOnly",
  "finish",
  "report",
  "close",
  "wait",
] as const;
/** What is done to an open matter, when there is one. */
const deedsOnMatter = ["park", "eventCame", "refer", "takeUp", "decide", "review", "drop"] as const;
type DeedAnyway = (typeof deedsAnyway)[number];
type DeedOnMatter = (typeof deedsOnMatter)[number];
export type Deed = DeedAnyway | DeedOnMatter;
export const deeds: readonly Deed[] = [...deedsAnyway, ...deedsOnMatter];
const isOnMatter = (deed: Deed): deed is DeedOnMatter => deedsOnMatter.some((each) => each === deed);

/** Two networks that meet apart and together, and the heads' network they refer to; one secretary sees all of it. */
export async function world({ db, ownerDb }: Pick<TestDatabase, "db" | "ownerDb">) {
  const { organisation, person, actor } = given(ownerDb);
  const meetings = givenMeetings(ownerDb);
  const unit = await organisation();
  const secretary = await person({ name: "Rut Åberg" });
  const bodies: BodyId[] = [];
  for (const over of [{}, {}, { kind: "headsNetwork" as const, mandate: "Beslutar om gemensamma uppdrag" }]) {
    const body = await meetings.body(unit, over);
    await meetings.sits(body, secretary, "secretary");
    bodies.push(body);
  }
  const acting = await actor(secretary);
  let day = someDay;
  const now = () => noon(day.toString())();
  const slugs = await ownerDb.selectFrom("body").where("id", "in", bodies).select(["id", "slug"]).execute();

  const heldOpen = new Set<string>();
  const mine = (state: readonly ("planned" | "called" | "held")[]) =>
    ownerDb
      .selectFrom("meeting")
      .where("organisation_id", "=", unit)
      .where("state", "in", state)
      .orderBy("day")
      .orderBy("id")
      .select(["id", "slug", "day", "version", "state"])
      .execute();
  const openMatters = () =>
    ownerDb
      .selectFrom("matter")
      .where("body_id", "in", bodies)
      .where("is_closed", "=", false)
      .orderBy("id")
      .selectAll()
      .execute();
  const inside = (slug: string) => meetingInside(db, acting, slug, day);

  const anOutcome = (kind: number, which: number) => {
    const until = day.add({ days: 10 + (which % 50) }).toString();
    const kinds = [
      { kind: "information" },
      { kind: "continued" },
      { kind: "discussion" },
      { kind: "decision", details: { outcome: "Vi gör så", reviewOn: which % 2 ? until : "" } },
      { kind: "decision", details: { outcome: "De gör så", decidedByName: "Regionen", decidedDay: "" } },
      {
        kind: "commission",
        details: {
          outcome: "Ta fram förslag",
          ownerName: "Bo Ek",
          dueOn: which % 3 ? until : "",
          deliverables: which % 2 ? [{ text: "Namn" }, { text: "Kostnad", dueOn: until }] : [],
        },
      },
      { kind: "parked", details: { until: "day", parkedUntil: until, reason: "Väntar" } },
      { kind: "parked", details: { until: "event", parkedEvent: "Lagen träder i kraft", reason: "Väntar" } },
      { kind: "parked", details: { until: "open", reason: "Tills vidare" } },
      { kind: "referred", details: { referTo: bodies[2] } },
    ];
    return ItemOutcome.parse(kinds[kind % kinds.length]);
  };

  async function finish(slug: string, kind: number) {
    const parts = await minutesOf(db, await inside(slug));
    const part =
      parts.filter(({ state }) => state !== "final")[kind % 2] ?? parts.find(({ state }) => state !== "final");
    if (!part) return heldOpen.delete(slug);
    for (const [at, item] of part.items.entries()) {
      const outcome = { ...anOutcome(kind + at, kind * 7 + at), mark: item.outcomeMark };
      await settleItem(db, acting, now, { slug, itemId: item.id }, outcome);
    }
    return finishPart(db, acting, now, { slug, partId: part.id }, { diaryNumber: null, isSecrecyChecked: false });
  }

  const happens = (deed: Deed, which: number): Promise<unknown> =>
    isOnMatter(deed) ? happensToMatter(deed, which) : happensAnyway(deed, which);

  async function happensAnyway(deed: DeedAnyway, which: number): Promise<unknown> {
    const ahead = await mine(["planned", "called"]);
    const meeting = ahead[which % Math.max(1, ahead.length)];
    const said = { title: `Möte ${which}`, starts: null, ends: null, mode: null, venue: null, joinLink: null };
    const rest = { welcome: null, documentsBy: null, asksForReply: false, replyBy: null, days: [] };
    const planned = (of: readonly BodyId[]) =>
      planMeeting(db, acting, now, { ...said, ...rest, bodies: [...of], day: day.add({ days: which % 40 }) });
    switch (deed) {
      case "plan":
        return planned([bodies[which % 3]!]);
      case "planJoint":
        return planned(bodies.slice(0, 2 + (which % 2)));
      case "raise":
        return raiseMatter(db, acting, now, slugs[which % 3]!.slug, { title: `Fråga ${which}`, about: null });
      case "call":
        return meeting && callMeeting(db, acting, now, meeting.slug);
      case "callOff":
        return (
          meeting && callOffMeeting(db, acting, now, meeting.slug, { reason: "Sjukdom", version: meeting.version })
        );
      case "meet":
      case "beginOnly": {
        const [next] = ahead;
        if (!next?.day) return planned(bodies.slice(0, 1 + (which % 3)));
        if (Temporal.PlainDate.compare(next.day, day) > 0) day = next.day;
        await beginMinutes(db, acting, now, next.slug);
        heldOpen.add(next.slug);
        if (deed === "meet")
          for (let part = 0; heldOpen.has(next.slug); part += 1) await finish(next.slug, which + part);
        return next.slug;
      }
      case "finish": {
        const [slug] = heldOpen;
        return slug && finish(slug, which);
      }
      case "wait":
        day = day.add({ days: 1 + (which % 45) });
        return undefined;
      case "report": {
        const part = await ownerDb
          .selectFrom("deliverable as d")
          .innerJoin("commission as c", "c.id", "d.commission_id")
          .where("c.organisation_id", "=", unit)
          .where("d.state", "=", "waiting")
          .select(["d.id", "c.id as commission"])
          .executeTakeFirst();
        return part && reportPart(db, acting, now, part.commission, part.id, { outcome: "reported", text: "Klart" });
      }
      case "close": {
        const commission = await ownerDb
          .selectFrom("commission")
          .where("organisation_id", "=", unit)
          .where("state", "=", "reported")
          .select("id")
          .executeTakeFirst();
        return commission && closeCommission(db, acting, now, commission.id, { text: null });
      }
    }
  }

  async function happensToMatter(deed: DeedOnMatter, which: number): Promise<unknown> {
    const open = await openMatters();
    const matter = open[which % Math.max(1, open.length)];
    if (!matter) return undefined;
    const parked = { reason: "Väntar", parkedUntil: null, parkedEvent: null };
    const decided = { outcome: "Vi gör så", decidedBy: null, decidedByName: null, decidedOn: null, decidedDay: null };
    switch (deed) {
      case "park":
        return parkMatter(db, acting, now, matter.slug, which % 2 ? { ...parked, parkedEvent: "Ny lag" } : parked);
      case "eventCame":
        return sayEventCame(db, acting, now, matter.slug, { day: null });
      case "refer":
        return referMatter(db, acting, now, matter.slug, { to: bodies[which % 3]!, text: null });
      case "takeUp":
        return takeUpMatter(db, acting, now, matter.slug, { text: null });
      case "decide":
        return decideMatter(db, acting, now, matter.slug, {
          ...decided,
          reviewOn: which % 2 ? day.add({ days: which % 30 }) : null,
        });
      case "review":
        return reviewMatter(db, acting, now, matter.slug, {
          verdict: which % 2 ? "keep" : "change",
          text: "Så blev det",
        });
      case "drop":
        return dropMatter(db, acting, now, matter.slug, { reason: "Inte aktuellt" });
    }
  }

  /** What is wrong: a matter that is lost, or one that stands on two agendas of one body. */
  async function wrongs(): Promise<string[]> {
    const open = await openMatters();
    const rows = await openMatterRows(db, await overviewOf(db, acting, day), { visa: "fragor", sida: 1 }, 100_000);
    const shown = new Set(rows.map(({ id }) => id as string));
    const standing = new Map<string, string[]>();
    const nextOf = new Map<BodyId, string>();
    for (const { slug, day: on } of await mine(["planned", "called"])) {
      if (!on || Temporal.PlainDate.compare(on, day) < 0) continue;
      const seen = await inside(slug);
      for (const { id } of seen.bodies) if (!nextOf.has(id)) nextOf.set(id, slug);
      for (const { matter, bodyId } of await agendaOf(db, seen)) {
        if (!matter) continue;
        const here = seen.bodies.map(({ id }) => id).filter((id) => bodyId === id || bodyId === null);
        for (const id of here.filter((each) => bodyId !== null || matter.concerns.includes(each))) {
          const key = `${id} ${matter.id}`;
          standing.set(key, [...(standing.get(key) ?? []), slug]);
        }
      }
    }
    const written = await ownerDb
      .selectFrom("matter_on_agenda as o")
      .innerJoin("agenda_item as i", "i.id", "o.item_id")
      .innerJoin("meeting as n", "n.id", "i.meeting_id")
      .where("n.organisation_id", "=", unit)
      .where("n.state", "=", "held")
      .where("o.is_open", "=", true)
      .select(["o.matter_id as matter", "o.body_id as body"])
      .execute();
    const beingWritten = new Set(written.map(({ matter, body }) => `${body} ${matter}`));
    const lost = open.flatMap((matter) => (shown.has(matter.id) ? [] : [`${matter.title} is in no overview`]));
    const twice = [...standing].flatMap(([key, slugsOf]) => (slugsOf.length > 1 ? [`${key} stands twice`] : []));
    const missing: string[] = [];
    for (const matter of open) {
      for (const [body, slug] of nextOf) {
        const meeting = (await inside(slug)).meeting;
        const why = meeting.day && (await dueFor(matter.id, body, meeting.day));
        const key = `${body} ${matter.id}`;
        if (why && !standing.has(key) && !beingWritten.has(key)) missing.push(`${matter.title}: ${why}, on no agenda`);
      }
    }
    return [...lost, ...twice, ...missing];
  }

  async function dueFor(id: MatterId, body: BodyId, on: Temporal.PlainDate) {
    const matter = await ownerDb.selectFrom("matter").where("id", "=", id).selectAll().executeTakeFirstOrThrow();
    const concerned = await ownerDb.selectFrom("matter_body").where("matter_id", "=", id).select("body_id").execute();
    if (!concerned.some(({ body_id }) => body_id === body) && matter.referred_to !== body) return undefined;
    const commissions = await ownerDb.selectFrom("commission").where("matter_id", "=", id).selectAll().execute();
    const parts = await ownerDb
      .selectFrom("deliverable")
      .where(
        "commission_id",
        "in",
        commissions.length > 0 ? commissions.map((each) => each.id) : ["00000000-0000-7000-8000-000000000000" as never],
      )
      .selectAll()
      .execute();
    return comesBack(
      {
        state: matter.state,
        isClosed: matter.is_closed ?? false,
        parkedUntil: matter.parked_until,
        eventCameOn: matter.event_came_on,
        remindOn: matter.remind_on,
        reviewOn: matter.review_on,
        referredTo: matter.referred_to,
        commissions: commissions.map((each) => ({
          state: each.state,
          dueOn: each.due_on,
          deliverables: parts
            .filter(({ commission_id }) => commission_id === each.id)
            .map(({ state, due_on }) => ({ isWaiting: state === "waiting", dueOn: due_on })),
        })),
      },
      body,
      on,
    );
  }

  return { happens, wrongs, openMatters, unit, bodies };
}

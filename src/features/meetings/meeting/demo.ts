import { type Clock, dateIn, noonOf } from "#kernel/clock.ts";
import { addWorkingDays } from "#kernel/swedish-days.ts";
import type { Database } from "#platform/database/database.ts";
import { NewItem } from "#features/meetings/agenda/agenda-wish.ts";
import { addItem } from "#features/meetings/agenda/arranging/commands.ts";
import type { BodyDemo, BodyGround, DemoBody } from "#features/meetings/body/demo.ts";
import { callMeeting } from "#features/meetings/invitation/commands.ts";
import { planMeeting } from "#features/meetings/meeting/planning/commands.ts";
import { NewMeeting } from "#features/meetings/meeting/planning/meeting-plan.ts";

/** A meeting of the demo, for what is built on it. */
export type DemoMeeting = { readonly slug: string; readonly day: Temporal.PlainDate };

export type MeetingDemo = {
  /** The joint one of both networks that has been, without minutes yet. */
  readonly held: DemoMeeting;
  /** The next joint one, which everything that is not done comes back to. */
  readonly next: DemoMeeting;
  readonly heads: DemoMeeting;
};

/**
 * Two joint meetings of the networks, one that has been and one ahead, and a meeting of the heads that everybody is called
 * to. Made by the same commands as real ones: what was raised stands on the agendas by itself. (R210)
 */
export async function loadMeetingDemo(
  db: Database,
  { planner }: BodyGround,
  { families, disability, heads }: BodyDemo,
  now: Clock,
): Promise<MeetingDemo> {
  const today = dateIn(now());
  const plan = async (at: Clock, day: Temporal.PlainDate, bodies: readonly DemoBody[], said: object) => {
    const bodyIds = bodies.map(({ id }) => id);
    const wish = NewMeeting.parse({ ...said, day: day.toString(), bodies: bodyIds });
    const [{ slug }] = await planMeeting(db, planner, at, wish);
    return { slug, day };
  };
  const onAgenda = async (at: Clock, { slug }: DemoMeeting, items: readonly object[]) => {
    for (const item of items) await addItem(db, planner, at, slug, NewItem.parse(item));
  };

  const been = addWorkingDays(today.subtract({ days: 29 }), 1);
  const ahead = addWorkingDays(today.add({ days: 27 }), 1);
  const earlier = () => noonOf(been.subtract({ days: 28 }));
  const held = await plan(earlier, been, [families, disability], { ...joint, ...inTheTownHall });
  await onAgenda(earlier, held, [
    {
      title: "Så följer vi upp tidiga insatser",
      text: "En presentation, och frågor efteråt.",
      minutes: 40,
      presenter: "Hanna Berg, länsstyrelsen",
    },
    { title: "Kunskapsutvecklingsråd", text: "Vad socialcheferna har kommit fram till.", minutes: 15 },
  ]);
  const next = await plan(earlier, ahead, [families, disability], {
    ...joint,
    ...byLink,
    documentsBy: addWorkingDays(ahead, -5).toString(),
  });

  const calling = () => noonOf(addWorkingDays(today, -1));
  const headsDay = addWorkingDays(today.add({ days: 15 }), 1);
  const meeting = await plan(calling, headsDay, [heads], {
    ...headsMeeting,
    documentsBy: addWorkingDays(headsDay, -5).toString(),
    asksForReply: true,
    replyBy: addWorkingDays(headsDay, -3).toString(),
  });
  await onAgenda(calling, meeting, [
    { title: "Budgeten för det gemensamma stödet nästa år", minutes: 30, presenter: "Birgitta Falk" },
    { title: "Läget i länets kommuner", text: "Laget runt.", minutes: 45 },
  ]);
  await callMeeting(db, planner, calling, meeting.slug);
  return { held, next, heads: meeting };
}

const joint = { title: "Gemensamt nätverksmöte", starts: "09:00", ends: "12:00" };

const inTheTownHall = {
  mode: "hybrid",
  venue: "Stationsgatan 12, Uppsala, sal Fyris",
  joinLink: "https://mote.example.se/natverken",
  welcome: "Vi börjar tillsammans. Efter kaffet träffas varje nätverk för sig.",
};

const byLink = {
  mode: "digital",
  joinLink: "https://mote.example.se/natverken",
  welcome: "Vi börjar tillsammans. Efter pausen går varje nätverk till ett eget rum.",
};

const headsMeeting = {
  title: "Socialchefsnätverkets möte",
  starts: "13:00",
  ends: "15:30",
  mode: "hybrid",
  venue: "Stationsgatan 12, Uppsala, sal Mälaren",
  joinLink: "https://mote.example.se/socialchefer",
  welcome: "Säg till i tid om du behöver skicka din ersättare, så att vi är beslutföra.",
};

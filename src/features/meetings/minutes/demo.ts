import { noonOf } from "#kernel/clock.ts";
import type { Clock } from "#kernel/clock.ts";
import { addWorkingDays } from "#kernel/swedish-days.ts";
import type { Database } from "#platform/database/database.ts";
import type { BodyDemo, BodyGround } from "#features/meetings/body/demo.ts";
import { sendMinutes } from "#features/meetings/distribution/commands.ts";
import { Sending } from "#features/meetings/distribution/distribution.ts";
import type { DemoMeeting } from "#features/meetings/meeting/demo.ts";
import { meetingInside } from "#features/meetings/meeting/queries.ts";
import { beginMinutes, chooseNoteTakers } from "#features/meetings/minutes/commands.ts";
import { finishPart } from "#features/meetings/minutes/finishing/commands.ts";
import { ItemOutcome } from "#features/meetings/minutes/item-outcome.ts";
import type { MinutesPart } from "#features/meetings/minutes/minutes.ts";
import { Finishing, ItemWriting, SomePeople } from "#features/meetings/minutes/minutes-words.ts";
import { settleItem } from "#features/meetings/minutes/outcome/commands.ts";
import { minutesOf } from "#features/meetings/minutes/queries.ts";
import { writeItem } from "#features/meetings/minutes/writing/commands.ts";

/** What stands in the minutes under a heading of the agenda. */
type Noted = { readonly body: string; readonly outcome: object };

/**
 * The minutes of the joint meeting, written, finished and sent by the same commands as real ones: a presentation and a
 * decision that the heads had taken in the common part; a commission in two parts without a day, one matter parked until
 * further notice and one continued in one network's own; and nothing noted in the other's. (R163, R211-R214)
 */
export async function loadMinutesDemo(
  db: Database,
  { planner, participant }: BodyGround,
  bodies: BodyDemo,
  { slug, day }: DemoMeeting,
): Promise<void> {
  const during = () => noonOf(day);
  await beginMinutes(db, planner, during, slug);
  const parts = await minutesOf(db, await meetingInside(db, planner, slug, day));
  const noted = notedAt(day, bodies, participant);
  const theirs = parts.find(({ bodyId }) => bodyId === bodies.families.id);
  if (!theirs) throw new Error("The demo's network has no part of its own");
  const takers = SomePeople.parse({ people: [participant.id] });
  await chooseNoteTakers(db, planner, during, { slug, partId: theirs.id }, takers);
  const after = () => noonOf(addWorkingDays(day, 2));
  for (const part of parts) {
    await write(db, planner, during, slug, part, noted);
    await finishPart(db, planner, after, { slug, partId: part.id }, Finishing.parse({}));
  }
  const message = "Tack för ett bra möte. Säg till om något har blivit fel, så skriver vi ett tillägg.";
  await sendMinutes(db, planner, after, slug, Sending.parse({ message }));
}

async function write(
  db: Database,
  planner: BodyGround["planner"],
  during: Clock,
  slug: string,
  part: MinutesPart,
  noted: Readonly<Record<string, Noted>>,
): Promise<void> {
  for (const { id: itemId, heading, version } of part.items) {
    const said = noted[heading];
    if (!said) throw new Error(`The demo says nothing of ${heading}`);
    const writing = ItemWriting.parse({ body: said.body, basedOn: version, isDone: true });
    await writeItem(db, planner, during, { slug, itemId }, writing);
    await settleItem(db, planner, during, { slug, itemId }, ItemOutcome.parse(said.outcome));
  }
}

/** What was said, by the heading that it stands under. */
function notedAt(
  day: Temporal.PlainDate,
  { heads }: BodyDemo,
  { id: ownerPerson }: BodyGround["participant"],
): Readonly<Record<string, Noted>> {
  const headsMet = addWorkingDays(day, -10);
  return {
    "Så följer vi upp tidiga insatser": {
      body: `Hanna Berg visade hur länsstyrelsen följer upp tidiga insatser.
Frågorna efteråt handlade om vilka uppgifter kommunerna redan samlar in.
Bilderna finns hos sekreteraren.`,
      outcome: { kind: "information" },
    },
    Kunskapsutvecklingsråd: {
      body: "Birgitta Falk berättade att socialcheferna har godkänt ett kunskapsutvecklingsråd.",
      outcome: {
        kind: "decision",
        details: {
          outcome:
            "Rådet godkändes. Det ska bestå av verksamhetsutvecklare, utvecklingsledare och någon från folkhälsan.",
          decidedBy: heads.id,
          // As it was said at the meeting: without a year.
          decidedDay: `${headsMet.day}/${headsMet.month}`,
        },
      },
    },
    "Projektledare för yrkesresan": {
      body: `Flera kommuner vill att någon leder arbetet i hela länet.
Vi behöver veta vem det kan vara och vad det kostar innan socialcheferna får frågan.`,
      outcome: {
        kind: "commission",
        details: {
          outcome: "Återkomma med förslag på projektledare och vad den kostar",
          ownerPerson,
          deliverables: [{ text: "Ett namn på en projektledare" }, { text: "Vad projektledaren kostar" }],
        },
      },
    },
    "Uppföljning av den gemensamma frågan om tidiga insatser": {
      body: "Utredningen är försenad. Vi tar upp frågan igen när den är klar.",
      outcome: { kind: "parked", details: { until: "open", reason: "Utredningen är inte klar" } },
    },
    "Gemensam ansökan om medel för kompetensutveckling": {
      body: `Ansökan skickas in inom kort. Varje kommun svarar om den är med.
Vi går igenom svaren på nästa möte.`,
      outcome: { kind: "continued" },
    },
  };
}

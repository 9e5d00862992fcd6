import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn, stockholm } from "#kernel/clock.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import type { Database } from "#platform/database/database.ts";
import { newSecret } from "#platform/tokens/secret-token.ts";
import { joinRoom } from "#features/workshops/answering/commands.ts";
import { sendAnswer } from "#features/workshops/answering/taking/commands.ts";
import type { Given, WorkshopRoundId } from "#features/workshops/answering/answer.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import { addQuestion } from "#features/workshops/workshop/asking/commands.ts";
import { closeWorkshop, endRound, openWorkshop, putQuestion } from "#features/workshops/workshop/commands.ts";
import { addWorkshop, writeGroups } from "#features/workshops/workshop/preparing/commands.ts";
import { groupsOf } from "#features/workshops/workshop/queries.ts";
import type { WorkshopId } from "#features/workshops/workshop/workshop.ts";
import { Groups, NewQuestion, NewWorkshop } from "#features/workshops/workshop/workshop-words.ts";

/** Who holds the demo's workshop, and for whom. */
type Ground = { readonly organisationId: OrganisationId; readonly planner: Actor };

export type WorkshopDemo = { readonly id: WorkshopId; readonly slug: string };

/**
 * A workshop that was held at the networks' meeting: three groups, one device each, twenty-six answers in words and what
 * each group finds hardest. Made by the same commands as a real one. (R179-R182)
 */
export async function loadWorkshopsDemo(
  db: Database,
  { organisationId, planner }: Ground,
  now: Clock,
): Promise<WorkshopDemo> {
  const meeting = await lastMeeting(db, dateIn(now()));
  let seconds = 0;
  // Each deed a while after the one before, in the forenoon of the day they met.
  const then: Clock = () => {
    seconds += 20;
    return meeting.day.toZonedDateTime({ timeZone: stockholm, plainTime: "10:00" }).toInstant().add({ seconds });
  };
  const { id, slug } = await addWorkshop(
    db,
    planner,
    then,
    NewWorkshop.parse({
      organisationId,
      title: "Innan vi inför en metod",
      purpose: "Frågorna blir en checklista som kommunerna använder när de väljer arbetssätt.",
      heldOn: meeting.day.toString(),
      meetingId: meeting.id,
      device: "group",
    }),
  );
  await writeGroups(db, planner, then, slug, Groups.parse({ groups: Object.keys(answers).map((name) => ({ name })) }));
  const asked = NewQuestion.parse({ kind: "open", text: question, most: 10 });
  const hardest = NewQuestion.parse({ kind: "single", text: "Vad är svårast att få svar på hos er?", options });
  const { id: first } = await addQuestion(db, planner, then, slug, asked);
  const { id: second } = await addQuestion(db, planner, then, slug, hardest);
  await openWorkshop(db, planner, then, slug);

  const code = await codeOf(db, id);
  const groups = await groupsOf(db, id);
  const devices = new Map(groups.map(({ name }) => [name, newSecret()]));
  for (const { id: group, name } of groups) await joinRoom(db, then, code, devices.get(name) ?? "", group);
  const send = async (name: string, mark: string, given: Partial<Given>) => {
    const roundId = await openRound(db, id);
    const nothing: Given = { texts: [], number: null, options: null, points: null };
    await sendAnswer(db, then, devices.get(name) ?? "", { roundId, mark, ...nothing, ...given });
  };

  await putQuestion(db, planner, then, slug, { questionId: first, seconds: null });
  // In the order in which groups write: a little from each at a time.
  for (let turn = 0; turn < 10; turn += 1)
    for (const [name, own] of Object.entries(answers)) {
      const text = own[turn];
      if (text) await send(name, `${turn}`, { texts: [text] });
    }
  await endRound(db, planner, then, slug);
  await putQuestion(db, planner, then, slug, { questionId: second, seconds: 120 });
  const { rows: choices } = await sql<{ id: string }>`
    select id from workshop_option where question_id = ${second} order by position`.execute(db);
  for (const [place, { name }] of groups.entries()) {
    const chosen = choices[place === 2 ? 0 : place]?.id;
    if (chosen) await send(name, "val", { options: [chosen] });
  }
  await endRound(db, planner, then, slug);
  await closeWorkshop(db, planner, then, slug);
  return { id, slug };
}

async function lastMeeting(
  db: Database,
  today: Temporal.PlainDate,
): Promise<{ id: MeetingId; day: Temporal.PlainDate }> {
  const { rows } = await sql<{ id: MeetingId; day: Temporal.PlainDate }>`
    select m.id, m.day from meeting m
    where m.day < ${today} and m.state <> 'calledOff'
    order by (select count(*) from meeting_body b where b.meeting_id = m.id) desc, m.day desc limit 1`.execute(db);
  const meeting = rows[0];
  if (!meeting) throw new Error("The demo's workshop is held at a meeting that has been: there is none.");
  return meeting;
}

async function codeOf(db: Database, id: WorkshopId): Promise<string> {
  const { join_code: code } = await db
    .selectFrom("workshop")
    .where("id", "=", id)
    .select("join_code")
    .executeTakeFirstOrThrow();
  return code ?? "";
}

async function openRound(db: Database, id: WorkshopId): Promise<WorkshopRoundId> {
  const round = await db
    .selectFrom("workshop_round")
    .where("workshop_id", "=", id)
    .where("closed_at", "is", null)
    .select("id")
    .executeTakeFirstOrThrow();
  return round.id;
}

const question = "Vad behöver en chef ta reda på innan en metod införs?";

const options = ["Om den enskilde får det bättre", "Vad det kostar hela vägen", "Om det går att använda hos oss"];

/** Twenty-six answers, as three groups wrote them. Two of them say nearly the same. */
const answers: Readonly<Record<string, readonly string[]>> = {
  "Grupp Norr": [
    "Vilket problem ska metoden lösa hos oss?",
    "Vad blir märkbart bättre för den enskilde?",
    "Hur mycket pengar går åt, första året och sedan?",
    "Vilka risker ser vi för den enskilde?",
    "Vad säger studierna, och liknar de vår verksamhet?",
    "Vem håller i det när projektet är slut?",
    "Vad slutar vi med för att få plats?",
    "Ska alla börja samtidigt eller en enhet först?",
    "Stämmer det med nämndens mål för året?",
  ],
  "Grupp Mitt": [
    "Vilka av dem vi möter passar den för, och vilka inte?",
    "Varför just nu, och varför just den här?",
    "Vad händer med handläggarnas arbetsdag?",
    "Vilken utbildning och handledning behövs, och för hur många?",
    "När kan vi tidigast se att något har hänt?",
    "Kan någon fara illa av den?",
    "Hur gör vi i dag, och fungerar det?",
    "Vilka siffror följer vi, och vem gör det?",
    "Vilka andra enheter märker av det?",
  ],
  "Grupp Syd": [
    "Vilka risker ser vi för den enskilde och för oss?",
    "Vilken förändring kan vi vänta oss, och hur stor?",
    "Hur får vi veta om den enskilde tycker att det blev bättre?",
    "Behöver vi skolan eller regionen med oss?",
    "Vad måste jag som chef lägga tid på själv?",
    "Går den att använda i en liten kommun utan att ändra det viktiga?",
    "Hur ser planen ut för de första sex månaderna?",
    "Vad är det vi prövar, och när säger vi att det inte fungerade?",
  ],
};

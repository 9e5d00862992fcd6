import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import type { Database } from "#platform/database/database.ts";
import { takeOverDemoAppraisal } from "#features/appraisals/adoption/demo.ts";
import { answerDemoQuestions, triedAnswers } from "#features/appraisals/answers/demo.ts";
import { AppraisalPeople, NewAppraisal } from "#features/appraisals/appraisal/appraisal-words.ts";
import type { AppraisalId } from "#features/appraisals/appraisal/appraisal.ts";
import { beginAppraisal, proposeAppraisal, setAppraisalPeople } from "#features/appraisals/appraisal/commands.ts";
import { decide } from "#features/appraisals/decision/commands.ts";
import { DecisionWish } from "#features/appraisals/decision/decision-words.ts";
import { beginIntroduction, checkFidelity, comeToPhase } from "#features/appraisals/introduction/commands.ts";
import {
  FidelityCheck,
  IntroductionStep,
  NewIntroduction,
  PhaseEntered,
} from "#features/appraisals/introduction/introduction-words.ts";
import { addIntroductionStep, finishIntroductionStep } from "#features/appraisals/introduction/steps/commands.ts";
import { addMethod, withdrawMethod, writeCoreComponents } from "#features/appraisals/method/commands.ts";
import { CoreComponents, MethodUse, MethodWithdrawal, NewMethod } from "#features/appraisals/method/method-words.ts";
import type { MethodId } from "#features/appraisals/method/method.ts";
import { methodInside } from "#features/appraisals/method/queries.ts";
import { sayMethodUse } from "#features/appraisals/method/uses/commands.ts";
import { giveDemoPerspectives } from "#features/appraisals/perspective/demo.ts";
import { writeDemoSources } from "#features/appraisals/sources/demo.ts";
import { actorOf, personWithAddress } from "#features/organisations/people/queries.ts";
import { organisationWritten } from "#features/organisations/queries.ts";
import { publishedChecklists } from "#features/workshops/checklist/queries.ts";

/** Who keeps the demo's register, and for whom. */
export type AppraisalGround = {
  readonly organisationId: OrganisationId;
  readonly planner: Actor;
  readonly leader: { readonly id: PersonId };
};

type Made = { readonly id: AppraisalId; readonly slug: string };

export type AppraisalDemo = {
  readonly method: { readonly id: MethodId; readonly slug: string };
  readonly withdrawn: { readonly slug: string };
  /** Tried on a small scale by a unit manager, and being introduced. */
  readonly tried: Made;
  /** In use since long, and being weighed. */
  readonly open: Made;
  /** The one that was tried, taken over by the R&D unit and changed. */
  readonly takenOver: Made;
};

/**
 * A register with methods and ways of working, one of them weighed by a unit manager who decided to try it and is
 * introducing it, another in use since long and being weighed, and the first taken over by the R&D unit. Made by the same commands as real ones; needs a checklist
 * that is published. (R019, R180, R205)
 */
export async function loadAppraisalsDemo(
  db: Database,
  { organisationId, planner, leader }: AppraisalGround,
  now: Clock,
): Promise<AppraisalDemo> {
  const earlier = (days: number): Clock => {
    const at = now().subtract({ hours: 24 * days });
    return () => at;
  };
  const on = (days: number) => dateIn(earlier(days)()).toString();
  const register = async (said: object, days: number) =>
    addMethod(db, planner, earlier(days), NewMethod.parse({ organisationId, ...said }));

  const method = await register(meetings, 260);
  const components = CoreComponents.parse({ version: 1, components: meetingsCore.map((text) => ({ text })) });
  await writeCoreComponents(db, planner, earlier(260), method.slug, components);
  const group = await register(parentGroup, 250);
  await register(mapping, 250);
  const withdrawn = await register({ kind: "wayOfWorking", name: "Stormöte varje månad", basis: "tradition" }, 250);
  const reason = MethodWithdrawal.parse({ reason: "Används inte längre av någon." });
  await withdrawMethod(db, planner, earlier(30), withdrawn.slug, reason);
  for (const [written, phase, fromDay] of [
    ["Enköping", "fullUse", on(900)],
    ["Heby", "initialUse", on(700)],
    ["Heby", "phasedOut", on(400)],
  ] as const) {
    const use = MethodUse.parse({ organisationId: await organisationNamed(db, written), phase, fromDay });
    await sayMethodUse(db, planner, now, method.slug, use);
  }

  const [checklist] = await publishedChecklists(db);
  if (!checklist) throw new Error("The demo needs a checklist that is published");
  const checklistVersionId = checklist.versionId;
  const manager = await personWithAddress(db, "petra.nord@example.se");
  const known = manager ? await actorOf(db, manager.id, dateIn(now())) : undefined;
  if (!manager || !known) throw new Error("The demo's unit manager is gone");
  const petra = known.actor;

  const tried = await beginAppraisal(
    db,
    petra,
    earlier(220),
    NewAppraisal.parse({
      methodId: method.id,
      organisationId: await organisationNamed(db, "Uppsala kommun"),
      question: "Ska vi bjuda in familjens nätverk tidigt, innan vi utreder färdigt?",
      checklistVersionId,
      authors: [leader.id],
      deciderId: manager.id,
    }),
  );
  await writeDemoSources(db, petra, earlier(200), tried.slug);
  await giveDemoPerspectives(db, petra, earlier(195), tried.slug);
  await answerDemoQuestions(db, petra, earlier(180), tried.slug, triedAnswers);
  await proposeAppraisal(db, petra, earlier(170), tried.slug, { deciderId: manager.id });
  await decide(
    db,
    petra,
    earlier(160),
    tried.slug,
    DecisionWish.parse({
      ...pilot,
      expectedBy: on(-200),
      pilotUntil: on(-20),
      decideAgainOn: on(-30),
    }),
  );
  await introduce(db, petra, tried.slug, { leader, earlier, on });

  const open = await beginAppraisal(
    db,
    planner,
    earlier(20),
    NewAppraisal.parse({
      methodId: group.id,
      organisationId,
      question: "Vi har haft gruppen i många år. Gör den nytta, och för vem?",
      isInUse: true,
      checklistVersionId,
    }),
  );
  const people = AppraisalPeople.parse({ authors: [leader.id], deciderId: leader.id });
  await setAppraisalPeople(db, planner, now, open.slug, people);
  const takenOver = await takeOverDemoAppraisal(db, planner, earlier(25), tried.slug, organisationId);
  return { method, withdrawn, tried, open, takenOver };
}

type Days = { readonly earlier: (days: number) => Clock; readonly on: (days: number) => string };

async function introduce(
  db: Database,
  manager: Actor,
  slug: string,
  { leader, earlier, on }: Days & Pick<AppraisalGround, "leader">,
): Promise<void> {
  const begun = { responsibleRole: "Gruppledare", responsibleId: leader.id, toTrain: 9, trained: 2 };
  const training = "Två heldagar med övning. Resten av gruppen går i höst.";
  const introduction = NewIntroduction.parse({ ...begun, training, phase: "installation", fromDay: on(150) });
  await beginIntroduction(db, manager, earlier(150), slug, introduction);
  const use = PhaseEntered.parse({ phase: "initialUse", fromDay: on(110), note: "Två handläggare började." });
  await comeToPhase(db, manager, earlier(110), slug, use);
  for (const { isDone, days, ...step } of steps) {
    const wish = IntroductionStep.parse({ ...step, dueOn: on(days) });
    const { id } = await addIntroductionStep(db, manager, earlier(148), slug, wish);
    if (isDone) await finishIntroductionStep(db, manager, earlier(days + 3), slug, id, { isDone });
  }
  const method = await db
    .selectFrom("method as m")
    .innerJoin("appraisal as a", "a.method_id", "m.id")
    .where("a.slug", "=", slug)
    .select("m.slug")
    .executeTakeFirstOrThrow();
  const { components } = await methodInside(db, manager, method.slug);
  for (const [days, seen] of Object.entries(looks)) {
    const checked = components.map(({ id }, place) => ({ id, fidelity: seen[place] }));
    const check = FidelityCheck.parse({ checkedOn: on(Number(days)), components: checked });
    await checkFidelity(db, manager, earlier(Number(days)), slug, check);
  }
}

async function organisationNamed(db: Database, written: string): Promise<OrganisationId> {
  const organisation = await organisationWritten(db, written);
  if (!organisation) throw new Error(`The demo needs ${written}: load the reference data first`);
  return organisation.id;
}

const meetings = {
  kind: "intervention",
  name: "Nätverksmöten med familjen",
  alsoCalled: "Familjemöten",
  targetGroup: "Familjer med barn och unga där oron är ny.",
  purpose: "Att familjens egna människor är med och hittar lösningar tidigt.",
  use: "Familjen bestämmer vilka som bjuds in. Två ledare håller i mötet, och det följs upp efter en månad.",
  training: "Två heldagar för den som leder möten.",
  licence: "Ingen.",
  cost: "Ungefär åtta timmar för varje familj.",
};

const meetingsCore = [
  "Familjen bestämmer vilka som bjuds in",
  "Två ledare håller i mötet",
  "Alla hör samma sak samtidigt",
  "Mötet följs upp inom en månad",
];

const parentGroup = {
  kind: "wayOfWorking",
  name: "Samtalsgrupp för föräldrar",
  targetGroup: "Föräldrar som vill tala med andra i samma läge.",
  why: "Gruppen startade när en lokal blev ledig, och många har kommit sedan dess.",
  basis: "tradition",
};

const mapping = {
  kind: "assessmentMethod",
  name: "Kartläggning av nätverk",
  purpose: "Att se vilka människor som finns runt någon.",
  basis: "unknown",
};

const pilot = {
  decision: "pilot",
  reason: "Behovet är stort och risken liten. Vi vet för lite för att införa brett.",
  expectedEffect: "Färre barn placeras utanför familjens nätverk.",
  measuredHow: "Antal placeringar, före och efter sex månader.",
  stopWhen: "Fler än tre familjer avbryter.",
  saidBack: "Ni som arbetar här oroade er för kvällarna och för få ledare. Därför börjar vi med två handläggare.",
  pilotWhat: "Nätverksmöten vid ny oro.",
  pilotWhom: "Två handläggare, högst 15 familjer.",
};

const steps = [
  { kind: "step", text: "Två handläggare går utbildningen", role: "Gruppledare", days: 120, isDone: true },
  { kind: "step", text: "Resten av gruppen går utbildningen", role: "Gruppledare", days: -45, isDone: false },
  { kind: "takenAway", text: "Enskilda första möten i nya ärenden", role: "Enhetschef", days: 100, isDone: true },
];

const looks: Readonly<Record<string, readonly string[]>> = {
  100: ["asIntended", "notDone", "partly", "notKnown"],
  60: ["asIntended", "partly", "partly", "notDone"],
  10: ["asIntended", "asIntended", "partly", "partly"],
};

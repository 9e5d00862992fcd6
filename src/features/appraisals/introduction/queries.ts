import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import type { AppraisalId, Decision } from "#features/appraisals/appraisal/appraisal.ts";
import { appraisalInside, type AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { mayRunIntroduction } from "#features/appraisals/introduction/introduction-policy.ts";
import type {
  Fidelity,
  IntroductionId,
  IntroductionStepId,
  StepKind,
} from "#features/appraisals/introduction/introduction.ts";
import type { CoreComponentId, Phase } from "#features/appraisals/method/method.ts";
import { componentsOf, type CoreComponent } from "#features/appraisals/method/queries.ts";

/** How what was decided is brought in. */
export type Introduction = {
  readonly id: IntroductionId;
  readonly phase: Phase;
  readonly responsibleRole: string;
  readonly responsibleId: PersonId | null;
  readonly responsible: string | null;
  readonly training: string | null;
  readonly toTrain: number | null;
  readonly trained: number | null;
  readonly version: number;
  /** From the first to the last. */
  readonly phases: readonly {
    readonly phase: Phase;
    readonly fromDay: Temporal.PlainDate;
    readonly note: string | null;
  }[];
  readonly steps: readonly IntroductionStepFacts[];
};

/** Something to do, or to stop doing. */
export type IntroductionStepFacts = {
  readonly id: IntroductionStepId;
  readonly kind: StepKind;
  readonly text: string;
  readonly role: string | null;
  readonly dueOn: Temporal.PlainDate | null;
  readonly doneOn: Temporal.PlainDate | null;
};

/** What was seen of one core component, from the first day it was looked at to the last. */
export type ComponentFollowed = {
  readonly component: CoreComponent;
  readonly checks: readonly {
    readonly checkedOn: Temporal.PlainDate;
    readonly fidelity: Fidelity;
    readonly note: string | null;
  }[];
};

/** An introduction as somebody who sees the appraisal sees it, and whether they write in it. */
export type IntroductionInside = {
  readonly inside: AppraisalInside;
  /** Nothing: it has not begun. */
  readonly introduction: Introduction | undefined;
  readonly followed: readonly ComponentFollowed[];
  readonly can: {
    /** Writing how it goes. */
    readonly run: boolean;
    /** Beginning it: it is decided to be tried or introduced, and has not begun. */
    readonly begin: boolean;
  };
};

/**
 * The introduction of what an appraisal decided, for those who may see the appraisal.
 *
 * @throws Refusal `not_found` for everybody else.
 */
export async function introductionInside(
  db: Reader,
  actor: Actor,
  slug: string,
  today: Temporal.PlainDate,
): Promise<IntroductionInside> {
  return introductionOf(db, actor, await appraisalInside(db, actor, slug, today));
}

/** The same, for an appraisal that is read already. */
export async function introductionOf(db: Reader, actor: Actor, inside: AppraisalInside): Promise<IntroductionInside> {
  const { appraisal, authors, decider, method } = inside;
  const [introduction, decision] = await Promise.all([
    introductionWith(db, appraisal.id),
    latestDecision(db, appraisal.id),
  ]);
  const run =
    appraisal.state !== "withdrawn" &&
    mayRunIntroduction(actor, {
      organisationId: appraisal.organisationId,
      authorIds: authors.map(({ id }) => id),
      deciderId: decider?.id ?? null,
      responsibleId: introduction?.responsibleId ?? null,
    });
  const isToBegin = appraisal.state === "decided" && (decision === "pilot" || decision === "broad");
  return {
    inside,
    introduction,
    followed: introduction ? await followedOf(db, introduction.id, await componentsOf(db, method.id)) : [],
    can: { run, begin: run && introduction === undefined && isToBegin },
  };
}

/** One step of an introduction. */
export function stepCalled({ introduction }: IntroductionInside, id: string): IntroductionStepFacts {
  const step = introduction?.steps.find((each) => each.id === id);
  if (!step) throw new Refusal("not_found", "introduction.no_such_step");
  return step;
}

async function introductionWith(db: Reader, id: AppraisalId): Promise<Introduction | undefined> {
  const row = await db
    .selectFrom("introduction as i")
    .leftJoin("person as p", "p.id", "i.responsible_id")
    .where("i.appraisal_id", "=", id)
    .select(["i.id", "i.phase", "i.responsible_role as responsibleRole", "p.id as responsibleId"])
    .select(["p.name as responsible", "i.training", "i.to_train as toTrain", "i.trained", "i.version"])
    .executeTakeFirst();
  if (!row) return undefined;
  const [phases, steps] = await Promise.all([
    db
      .selectFrom("introduction_phase")
      .where("introduction_id", "=", row.id)
      .orderBy("from_day")
      .orderBy("id")
      .select(["phase", "from_day as fromDay", "note"])
      .execute(),
    db
      .selectFrom("introduction_step")
      .where("introduction_id", "=", row.id)
      .orderBy("position")
      .orderBy("id")
      .select(["id", "kind", "text", "role", "due_on as dueOn", "done_on as doneOn"])
      .execute(),
  ]);
  return { ...row, phases, steps };
}

async function latestDecision(db: Reader, id: AppraisalId): Promise<Decision | undefined> {
  const row = await db
    .selectFrom("appraisal_decision")
    .where("appraisal_id", "=", id)
    .orderBy("decision_no", "desc")
    .limit(1)
    .select("decision")
    .executeTakeFirst();
  return row?.decision;
}

async function followedOf(
  db: Reader,
  id: IntroductionId,
  components: readonly CoreComponent[],
): Promise<ComponentFollowed[]> {
  const { rows } = await sql<{
    componentId: CoreComponentId;
    checkedOn: Temporal.PlainDate;
    fidelity: Fidelity;
    note: string | null;
  }>`
    select component_id as "componentId", checked_on as "checkedOn", fidelity, note
    from fidelity_check where introduction_id = ${id} order by checked_on`.execute(db);
  return components
    .map((component) => ({
      component,
      checks: rows
        .filter(({ componentId }) => componentId === component.id)
        .map(({ checkedOn, fidelity, note }) => ({ checkedOn, fidelity, note })),
    }))
    .filter(({ component, checks }) => component.endedOn === null || checks.length > 0);
}

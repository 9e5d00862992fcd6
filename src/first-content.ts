import { sql } from "kysely";
import { loadAppraisalsDemo } from "#features/appraisals/demo.ts";
import { loadCircleDemo } from "#features/circles/demo.ts";
import { loadKnowledgeDemo } from "#features/knowledge/demo.ts";
import { loadNationalTerms } from "#features/knowledge/item/terms/commands.ts";
import { loadFillingDemo } from "#features/knowledge/filling/demo.ts";
import { loadStartingPoints } from "#features/knowledge/filling/own/commands.ts";
import { loadGlossary } from "#features/knowledge/glossary/own/commands.ts";
import { loadMeetingsDemo } from "#features/meetings/demo.ts";
import { type DemoLogIn, loadOrganisationDemo } from "#features/organisations/demo.ts";
import { loadReferenceData } from "#features/organisations/reference/commands.ts";
import { loadWorkshopsDemo } from "#features/workshops/demo.ts";
import { loadChecklistDemo } from "#features/workshops/checklist/demo.ts";
import { loadOwnChecklist } from "#features/workshops/checklist/own/commands.ts";
import type { Installation } from "#installation.ts";
import type { Reader } from "#platform/database/database.ts";
import type { Authentication } from "#platform/sign-in/authentication.ts";
import { setPassword } from "#platform/sign-in/session.ts";
import { StartProblem } from "#platform/start-problem.ts";

type Where = Pick<Installation, "db" | "now" | "config">;

/**
 * What an installation stands on from its first minute: the country's municipalities and regions, a checklist to weigh
 * methods with, and demo content where it is wanted and nobody has been here yet. Gives what to tell whoever starts it.
 */
export async function preparedContent(where: Where, authentication: Authentication): Promise<readonly string[]> {
  const { db, config } = where;
  await loadReferenceData(db);
  await loadOwnChecklist(db, where.now);
  await loadNationalTerms(db);
  await loadGlossary(db, where.now);
  await loadStartingPoints(db, where.now);
  const isWanted = config.demo ?? config.databaseUrl === undefined;
  if (!isWanted) return [];
  return oneAtATime(db, async () => {
    if (await hasDemo(db)) return told(await loadOrganisationDemo(db, where.now));
    return (await isEmpty(db)) ? told(await loadAll(where, authentication)) : [];
  });
}

/** Adds the demo content to an installation without circles. */
export async function loadDemo(where: Where, authentication: Authentication): Promise<readonly string[]> {
  const { db } = where;
  await loadReferenceData(db);
  await loadOwnChecklist(db, where.now);
  await loadNationalTerms(db);
  await loadGlossary(db, where.now);
  await loadStartingPoints(db, where.now);
  return oneAtATime(db, async () => {
    const { rows } = await sql`select 1 from round limit 1`.execute(db);
    if (rows.length > 0)
      throw new StartProblem("There are circles here already: demo content is for an empty installation.");
    return told(await loadAll(where, authentication));
  });
}

type LogIns = { readonly leader: DemoLogIn; readonly participant: DemoLogIn; readonly administrator: DemoLogIn };

async function loadAll({ db, now }: Where, authentication: Authentication): Promise<LogIns> {
  const ground = await loadOrganisationDemo(db, now);
  const { leader, participant, administrator } = ground;
  for (const { id, password } of [leader, participant, administrator]) await setPassword(authentication, id, password);
  await loadCircleDemo(db, ground, now);
  await loadMeetingsDemo(db, ground, now);
  const workshop = await loadWorkshopsDemo(db, ground, now);
  await loadChecklistDemo(db, ground.planner, workshop, now);
  await loadAppraisalsDemo(db, ground, now);
  await loadKnowledgeDemo(db, ground, now);
  await loadFillingDemo(db, ground, now);
  return ground;
}

function told({ leader, participant, administrator }: LogIns): readonly string[] {
  const line = (role: string, { email, password }: DemoLogIn) => `  ${role.padEnd(20)}${email.padEnd(26)}${password}`;
  return [
    "Demo content, with invented people. Sign in as:",
    line("development leader", leader),
    line("participant", participant),
    line("administrator", administrator),
  ];
}

/** Nobody has an account and nothing is planned. */
export async function isEmpty(db: Reader): Promise<boolean> {
  const { rows } = await sql`select 1 from person union all select 1 from round limit 1`.execute(db);
  return rows.length === 0;
}

async function hasDemo(db: Reader): Promise<boolean> {
  const { rows } = await sql`select 1 from audit_record where what = 'circles.demo_loaded' limit 1`.execute(db);
  return rows.length > 0;
}

/** Several processes may start at once on an empty database. */
async function oneAtATime<T>(db: Installation["db"], work: () => Promise<T>): Promise<T> {
  return db.connection().execute(async (held) => {
    await sql`select pg_advisory_lock(hashtext('first_content'))`.execute(held);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(hashtext('first_content'))`.execute(held);
    }
  });
}

import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";

export type Health = {
  readonly status: "ok" | "unwell";
  readonly version: string;
  readonly database: string;
  readonly jobs: string;
};

/** How the installation is, for whoever watches over it. What is wrong is said without addresses or passwords. */
export async function healthOf(db: Reader, version: string, jobsAreWell: () => boolean): Promise<Health> {
  const database = await sql`select 1`.execute(db).then(
    () => "ok",
    () => "cannot be reached",
  );
  const jobs = jobsAreWell() ? "ok" : "not running";
  return { status: database === "ok" && jobs === "ok" ? "ok" : "unwell", version, database, jobs };
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { crowd } from "./crowd.ts";
import { newId } from "../src/kernel/ids.ts";
import type { Database } from "../src/platform/database/database.ts";
import { type OpenDatabase, openDatabase, withOwner } from "../src/platform/database/open.ts";

export const places = 12;

/** A data folder of its own, gone when the work is done. */
export async function withDataFolder<T>(work: (dataDir: string) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), "sammanvagt-bench-"));
  try {
    return await work(dataDir);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Looks into the database of a running server. */
export function lookInto(dataDir: string): Promise<OpenDatabase> {
  return openDatabase({ dataDir, databaseUrl: undefined, databaseWebUrl: undefined }, "command");
}

/**
 * What the database does by itself within a minute of many new rows: it counts them, to know which index is worth
 * using. Only who owns the tables may ask for it.
 */
export function counted(ownerAddress: pg.ClientConfig): Promise<unknown> {
  return withOwner(ownerAddress, (owner) => owner.query("analyze"));
}

/** A published round with twelve places, given to whoever comes first. */
export async function openRound(db: Database, slug = "rusning"): Promise<{ id: string; slug: string }> {
  const [organisation, programme, round] = [newId<"organisation">(), newId<"programme">(), newId<"round">()];
  const opensUntil = Temporal.Now.plainDateISO().add({ months: 2 });
  await db
    .insertInto("organisation")
    .values({
      id: organisation,
      kinds: ["rdUnit"],
      name: "FoU Rusning",
      short_name: "FoU Rusning",
      slug: `fou-${slug}`,
    })
    .execute();
  await db
    .insertInto("programme")
    .values({ id: programme, organisation_id: organisation, kind: "researchCircle", slug, name: "Rusning" })
    .execute();
  await db
    .insertInto("round")
    .values({
      id: round,
      programme_id: programme,
      organisation_id: organisation,
      kind: "researchCircle",
      slug,
      state: "published",
      title: "Tidiga samordnade insatser",
      purpose: "Att samordna tidigare.",
      hours: 70,
      hard_capacity: places,
      target_capacity: places,
      allocation: "firstCome",
      manager_consultation: "none",
      asks_adaptation: false,
      deadline: opensUntil,
    })
    .execute();
  await db
    .insertInto("session")
    .values({ id: newId<"session">(), round_id: round, position: 0, date: opensUntil.add({ days: 30 }) })
    .execute();
  await db
    .insertInto("round_contact")
    .values({
      id: newId<"round_contact">(),
      round_id: round,
      position: 0,
      name: "Siv Alm",
      email: "siv.alm@example.se",
    })
    .execute();
  return { id: round, slug };
}

/** The form of one invented applicant. */
export function applicationForm(slug: string, number: number) {
  return {
    path: `/cirklar/${slug}/anmalan`,
    values: {
      name: `Sökande ${number}`,
      email: addressOf(number),
      workplace: "Familjeenheten",
      employer: "Uppsala kommun",
      sector: "socialServices",
      profession: "socialsekreterare",
      hoursAccepted: "yes",
    },
  };
}

export function addressOf(number: number): string {
  return `sokande.${number}@example.se`;
}

export function isAccepted(status: number): boolean {
  return status >= 200 && status < 400;
}

/** Everybody opens their mail and presses the button, in no particular order. Gives how many succeeded. */
export async function confirmAll(url: string, db: Database, expected: number, connections: number): Promise<number> {
  const tokens = await mailedTokens(db, expected);
  const shuffled = tokens.toSorted();
  const answers = await crowd(
    url,
    shuffled.map((token) => ({ path: `/anmalan/bekrafta/${token}`, values: {} })),
    connections,
  );
  return answers.filter((answer) => answer && isAccepted(answer.status)).length;
}

/** The secrets in the mails that ask somebody to confirm, once all of those mails have been written. */
async function mailedTokens(db: Database, expected: number): Promise<string[]> {
  for (let tries = 0; ; tries += 1) {
    const mails = await db
      .selectFrom("mail")
      .where("body_text", "like", "%/anmalan/bekrafta/%")
      .select("body_text as text")
      .execute();
    const tokens = mails.flatMap(({ text }) => /\/anmalan\/bekrafta\/([\w-]+)/.exec(text ?? "")?.[1] ?? []);
    if (tokens.length >= expected) return tokens;
    if (tries > 600) throw new Error(`Only ${tokens.length} of ${expected} mails were written`);
    await wait(500);
  }
}

/** How the round stands: everybody's number and state. */
export function standings(db: Database, roundId: string) {
  return db
    .selectFrom("registration")
    .where("round_id", "=", roundId as never)
    .orderBy("queue_no")
    .select(["queue_no as queueNo", "email", "state", "applied_at as appliedAt"])
    .execute();
}

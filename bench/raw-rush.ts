import { randomBytes } from "node:crypto";
import pg from "pg";
import { newId } from "../src/kernel/ids.ts";
import { databaseOn, temporalPool } from "../src/platform/database/database.ts";
import { openRound } from "./rush-ground.ts";

const connections = 10;

/**
 * The same transaction as an application makes, in plain prepared SQL over ten connections: lock the round, take the
 * next number, write the application, its audit row and its outbox job. Gives how many a second.
 */
export async function rawRush(address: pg.ClientConfig, applicants: number, slug: string): Promise<number> {
  const pool = new pg.Pool({ ...address, max: connections });
  const db = databaseOn(temporalPool(address, { as: "bench", max: 1 }));
  try {
    const round = await openRound(db, slug);
    const { rows } = await pool.query<{ durable: string }>(
      "select current_setting('fsync') || ' ' || current_setting('synchronous_commit') as durable",
    );
    if (rows[0]?.durable !== "on on")
      throw new Error("The database does not write durably: the comparison would be worth nothing");
    const [queue] = (
      await pool.query<{ name: string }>("select name from pgboss.queue where name = 'circles.registration_mail'")
    ).rows;
    if (!queue) throw new Error("There is no queue to leave the job in");

    let next = 0;
    const started = performance.now();
    await Promise.all(
      Array.from({ length: connections }, async () => {
        const client = await pool.connect();
        for (let number = next++; number < applicants; number = next++)
          await applyOnce(client, round.id, number, queue.name);
        client.release();
      }),
    );
    return applicants / ((performance.now() - started) / 1_000);
  } finally {
    await db.destroy();
    await pool.end();
  }
}

async function applyOnce(client: pg.PoolClient, roundId: string, number: number, queue: string): Promise<void> {
  const id = newId<"registration">();
  await client.query("begin");
  await client.query({ name: "lock", text: "select id from round where id = $1 for update", values: [roundId] });
  await client.query({
    name: "apply",
    text: `insert into registration (id, round_id, queue_no, applied_at, state, state_since, confirm_by, name, email, workplace,
        employer, sector, profession, round_version)
      values ($1, $2, (select coalesce(max(queue_no), 0) + 1 from registration where round_id = $2), clock_timestamp(), 'unconfirmed',
        now(), now() + interval '2 days', $3, $4, 'Familjeenheten', 'Uppsala kommun', 'socialServices', 'socialsekreterare', 1)`,
    values: [id, roundId, `Sökande ${number}`, `ra.${number}@example.se`],
  });
  await client.query({
    name: "record",
    text: `insert into audit_record (via, what, about, payload, salt, digest)
      select 'nobody', 'circles.application_received', $1, payload, salt, sha256(salt || convert_to(payload::text, 'UTF8'))
      from (select $2::jsonb as payload, $3::bytea as salt) as given`,
    values: [id, JSON.stringify({ after: { roundId } }), randomBytes(16)],
  });
  await client.query({
    name: "enqueue",
    // Far ahead, so that the product's own worker does not take it.
    text: "insert into pgboss.job (name, data, start_after) values ($1, $2, now() + interval '10 days')",
    values: [queue, JSON.stringify({ registrationId: id })],
  });
  await client.query("commit");
}

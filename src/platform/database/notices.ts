import { sql } from "kysely";
import pg from "pg";
import type { Reader } from "#platform/database/database.ts";

/** What is done when a notice arrives; `undefined` = notices may have been missed, so believe nothing that was kept. */
export type Heard = (payload: string | undefined) => void;

export type Listening = { close(): Promise<void> };

const pingEvery = 15_000;
const firstPause = 100;
const longestPause = 10_000;

/** Tells every process that listens on the channel, when and only when the transaction is committed. */
export async function notify(tx: Reader, channel: string, payload = ""): Promise<void> {
  await sql`select pg_notify(${channel}, ${payload})`.execute(tx);
}

/**
 * Hears the notices of some channels on one connection of its own, for as long as the process lives. A connection
 * that breaks, or has silently gone, is made anew, and everybody is told that something may have been missed.
 */
export async function listen(address: pg.ClientConfig, channels: Readonly<Record<string, Heard>>): Promise<Listening> {
  let closed = false;
  let client = await connect();
  let retry: NodeJS.Timeout | undefined;
  const ping = setInterval(() => void check(), pingEvery).unref();

  async function connect(): Promise<pg.Client> {
    const made = new pg.Client({
      ...address,
      application_name: `sammanvagt listen ${process.pid}`,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      query_timeout: 10_000,
    });
    made.on("error", () => undefined); // Followed by "end".
    made.on("notification", ({ channel, payload }) => channels[channel]?.(payload ?? ""));
    try {
      await made.connect();
      for (const channel of Object.keys(channels)) await made.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (problem) {
      await made.end().catch(() => undefined);
      throw problem;
    }
    made.once("end", () => again(firstPause));
    return made;
  }

  function again(wait: number): void {
    if (closed) return;
    retry = setTimeout(() => void comeBack(wait), wait).unref();
  }

  async function comeBack(waited: number): Promise<void> {
    try {
      client = await connect();
    } catch {
      return again(Math.min(waited * 2, longestPause));
    }
    if (closed) await client.end();
    else for (const heard of Object.values(channels)) heard(undefined);
  }

  async function check(): Promise<void> {
    const checked = client;
    try {
      await checked.query("select 1");
    } catch {
      await checked.end().catch(() => undefined); // "end" makes it anew.
    }
  }

  return {
    close: async () => {
      closed = true;
      clearInterval(ping);
      clearTimeout(retry);
      await client.end().catch(() => undefined);
    },
  };
}

import { createHash } from "node:crypto";
import { sql } from "kysely";
import { Refusal } from "#kernel/refusal.ts";
import type { MessageValues } from "#kernel/messages.ts";
import type { Database } from "#platform/database/database.ts";
import { networkOf, withoutMapping } from "#platform/rate-limits/network.ts";

/** So many times in so many seconds. */
export type Ceiling = { readonly times: number; readonly seconds: number };

/** What is limited, and how. A limit left out does not hold. */
export type LimitedDeed = {
  /** feature.what_is_tried: "sign_in.mail_link" */
  readonly name: string;
  /** For one caller's address. */
  readonly perAddress?: Ceiling;
  /** For one thing tried upon, such as the mail address somebody wants a link to, wherever the tries come from. */
  readonly perTarget?: Ceiling;
  /** For everybody in the same network. Generous by default: a town hall is one network. */
  readonly perNetwork?: Ceiling;
};

export type Attempt = {
  /** The caller's address, "unknown" where there is none. */
  readonly address: string;
  readonly target?: string | undefined;
};

export type Limits = {
  /** Counts an attempt, and refuses it when there have been too many; the refusal says when to try again. */
  readonly count: (deed: LimitedDeed, attempt: Attempt) => Promise<void>;
};

const generous: Ceiling = { times: 600, seconds: 60 };

/**
 * Opens the limits. They are counted in the database, so that they hold over all processes: one statement for all
 * three, in a table that is not written to disk. `raisedNetworkCeiling` is for load tests, which come from one
 * network, and raises nothing else.
 */
export function openLimits(
  db: Database,
  { raisedNetworkCeiling }: { raisedNetworkCeiling?: number | undefined } = {},
): Limits {
  const network = (ceiling: Ceiling) =>
    raisedNetworkCeiling ? { ...ceiling, times: Math.max(ceiling.times, raisedNetworkCeiling) } : ceiling;
  return {
    count: async ({ name, perAddress, perTarget, perNetwork = generous }, { address, target }) => {
      const counted = [
        ...(perAddress ? [{ key: `${name} address ${withoutMapping(address)}`, ceiling: perAddress }] : []),
        ...(perTarget && target !== undefined
          ? [{ key: `${name} target ${target.trim().toLowerCase()}`, ceiling: perTarget }]
          : []),
        { key: `${name} network ${networkOf(address)}`, ceiling: network(perNetwork) },
      ];
      const seconds = await reached(db, counted);
      if (seconds !== undefined) throw tooMany(seconds);
    },
  };
}

type Counted = { readonly key: string; readonly ceiling: Ceiling };

/** Adds one to each count, and gives the seconds until the last of those over their ceiling begins anew. */
async function reached(db: Database, counted: readonly Counted[]): Promise<number | undefined> {
  const ceilings = new Map(counted.map(({ key, ceiling }) => [hidden(key), ceiling]));
  // In the order of the keys: two callers that count the same never wait for each other in a ring.
  const keys = [...ceilings.keys()].toSorted();
  const { rows } = await sql<{ key: string; count: number; left: number }>`
    insert into rate_limit as r (key, count, expires_at)
    select key, 1, clock_timestamp() + seconds * interval '1 second'
    from unnest(${keys}::text[], ${keys.map((key) => ceilings.get(key)?.seconds)}::float8[]) as one(key, seconds)
    order by key collate "C"
    on conflict (key) do update set
      count = case when r.expires_at <= clock_timestamp() then 1 else r.count + 1 end,
      expires_at = case when r.expires_at <= clock_timestamp() then excluded.expires_at else r.expires_at end
    returning key, count, extract(epoch from expires_at - clock_timestamp())::float8 as left`.execute(db);
  const over = rows.filter(({ key, count }) => count > (ceilings.get(key)?.times ?? 0)).map(({ left }) => left);
  return over.length > 0 ? Math.max(1, Math.ceil(Math.max(...over))) : undefined;
}

/** Nobody reads addresses out of the table of counts. */
function hidden(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}

/** Says when to try again, for a person (`when`, a key of its own with its number) and for a machine (`seconds`). */
function tooMany(seconds: number): Refusal {
  const [unit, amount] =
    seconds < 90
      ? ["seconds", seconds]
      : seconds < 5_400
        ? ["minutes", Math.ceil(seconds / 60)]
        : ["hours", Math.ceil(seconds / 3_600)];
  const details: MessageValues = { unit, amount, seconds };
  return new Refusal("too_many", "platform.limit.reached", details);
}

/** Throws away counts that no longer count. */
export async function forgetCounts(db: Database): Promise<void> {
  await sql`delete from rate_limit where expires_at < clock_timestamp()`.execute(db);
}

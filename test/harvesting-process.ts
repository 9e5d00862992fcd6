// A process of its own that harvests, for tests that kill it: the database's address and the archive as JSON in ARGUMENTS.
import { harvest } from "#features/knowledge/filling/harvest/commands.ts";
import type { HarvestSourceId } from "#features/knowledge/filling/filling.ts";
import { databaseOn, temporalPool } from "#platform/database/database.ts";
import { outsideOf } from "#platform/outside/ask-outside.ts";

const { address, sourceId, now } = JSON.parse(process.env["ARGUMENTS"] ?? "{}") as {
  address: Parameters<typeof temporalPool>[0];
  sourceId: HarvestSourceId;
  now: string;
};
const outside = outsideOf({ baseUrl: "http://localhost", operatorContact: undefined, innerHosts: ["127.0.0.1"] });
const db = databaseOn(temporalPool(address, { as: "harvesting", max: 2 }));
await harvest(db, () => Temporal.Instant.from(now), sourceId, { outside, pause: 20, budget: 600_000 });
await db.destroy();

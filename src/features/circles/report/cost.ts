import { z } from "zod";
import { Count, OneLine } from "#kernel/answers.ts";
import { type Id, idOf } from "#kernel/ids.ts";

/** Something a round has cost, and who paid it. (R008) */
export const CostId = idOf("round_cost");
export type CostId = Id<"round_cost">;

/** In whole kronor, without value added tax that is drawn off. */
export const Cost = z.strictObject({ funder: OneLine(200), purpose: OneLine(200), amount: Count(1, 100_000_000) });
export type Cost = z.output<typeof Cost>;

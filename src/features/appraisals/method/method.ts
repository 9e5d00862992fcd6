import { z } from "zod";
import { type Id, idOf } from "#kernel/ids.ts";

/** A method or a way of working in the register. To stand there is never an approval. */
export const MethodId = idOf("method");
export type MethodId = Id<"method">;

export const CoreComponentId = idOf("core_component");
export type CoreComponentId = Id<"core_component">;

/** That an organisation uses a method, in one phase. */
export const MethodUseId = idOf("method_use");
export type MethodUseId = Id<"method_use">;

export const methodKinds = ["assessmentMethod", "intervention", "wayOfWorking"] as const;
export const MethodKind = z.enum(methodKinds);
export type MethodKind = z.infer<typeof MethodKind>;

/** What a way of working that is in use rests on; tradition and not knowing are answers too. (R019) */
export const bases = ["research", "provenExperience", "serviceUsers", "law", "tradition", "unknown"] as const;
export const Basis = z.enum(bases);
export type Basis = z.infer<typeof Basis>;

/** How far a method has come where it is introduced. */
export const phases = ["need", "installation", "initialUse", "fullUse", "maintained", "phasedOut"] as const;
export const Phase = z.enum(phases);
export type Phase = z.infer<typeof Phase>;

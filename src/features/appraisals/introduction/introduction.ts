import { z } from "zod";
import { type Id, idOf } from "#kernel/ids.ts";

/** What was decided is brought in: phase by phase, with somebody responsible, and with something taken away. */
export const IntroductionId = idOf("introduction");
export type IntroductionId = Id<"introduction">;

export const IntroductionStepId = idOf("introduction_step");
export type IntroductionStepId = Id<"introduction_step">;

/** Something to do, or something we stop doing when the new has come. */
export const stepKinds = ["step", "takenAway"] as const;
export const StepKind = z.enum(stepKinds);
export type StepKind = z.infer<typeof StepKind>;

/** Whether a core component is used as intended, the best first; not knowing is an answer too. */
export const fidelities = ["asIntended", "partly", "notDone", "notKnown"] as const;
export const Fidelity = z.enum(fidelities);
export type Fidelity = z.infer<typeof Fidelity>;

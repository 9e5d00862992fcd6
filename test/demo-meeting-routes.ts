import { type Answers, insiders } from "./door-answers.ts";
import type { demoStage } from "./demo-stage.ts";

type Stage = Awaited<ReturnType<typeof demoStage>>;

/**
 * One example of every address of networks, councils and their meetings. The participant sits in the first of the two
 * bodies, the leader is secretary in both and keeps them, and the administrator keeps them without a seat.
 */
export function meetingRoutes({ joint }: Stage): Record<string, readonly [address: string, answers: Answers]> {
  return {
    "/mote/:slug": [`/mote/${joint.slug}`, insiders],
  };
}

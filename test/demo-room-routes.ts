import { type Answers, everyone } from "./door-answers.ts";
import type { demoStage } from "./demo-stage.ts";

type Stage = Awaited<ReturnType<typeof demoStage>>;

/** One example of every address of a room that is open: for whoever has its code, signed in or not. */
export function roomRoutes({ room }: Stage): Record<string, readonly [address: string, answers: Answers]> {
  const way = `/delta/${room.code}`;
  // What the room is told, and answers, are for devices that have come in.
  const devices: Answers = "403 403 403 403 403";
  return {
    "/delta": ["/delta", everyone],
    "/delta/:code": [way, everyone],
    "/delta/:code/svar": [`${way}/svar`, "onward onward onward onward onward"],
    "/delta/:code/handelser": [`${way}/handelser`, devices],
    "/delta/:code/laget": [`${way}/laget`, devices],
    "/workshop/:slug/handelser": [`/workshop/${room.slug}/handelser`, "sign-in 404 404 ok ok"],
  };
}

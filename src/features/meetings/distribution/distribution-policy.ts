import type { Standing } from "#features/meetings/body/body-policy.ts";
import { mayPlanMeeting } from "#features/meetings/meeting/meeting-policy.ts";

/**
 * Sending what is final, and choosing who gets it besides those who sit there: whoever runs one of the bodies that meet.
 * Nothing is seen by sending: each body is sent its own, whoever presses the button.
 */
export function maySendMinutes(standings: readonly Standing[]): boolean {
  return mayPlanMeeting(standings);
}

import type { Role } from "#features/organisations/people/roles.ts";

/**
 * Roles whose holders work with circles, so that a round can be handed to them; the likeliest first. Those who take
 * part, represent service users or only look after the installation are none of them.
 */
export const rolesThatTakeOver = [
  "circleLeader",
  "developmentLeader",
  "municipalCoordinator",
  "administrator",
  "headOfOperations",
  "unitManager",
  "circleReader",
] as const satisfies readonly Role[];

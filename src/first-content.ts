import type { Installation } from "#installation.ts";

/** Reference data for an empty installation, and demo content where it is wanted. Gives what to tell about it. */
export async function preparedContent(_installation: Installation): Promise<readonly string[]> {
  return [];
}

/** Adds the demo content to an installation without circles. */
export async function loadDemo(_installation: Installation): Promise<readonly string[]> {
  return [];
}

import { sv } from "#features/knowledge/question/messages.sv.ts";

/** What each source is called in a draft: what is in the base is in Swedish, as everything people write in it. */
export const answerHeadings = {
  research: sv["ask.source.research"],
  profession: sv["ask.source.profession"],
  serviceUsers: sv["ask.source.serviceUsers"],
} as const;

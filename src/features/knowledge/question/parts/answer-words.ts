import type { AnswerWords } from "#features/knowledge/question/answer/answer-item.ts";
import { sv } from "#features/knowledge/question/messages.sv.ts";

/** What is said of each source in a draft: what is in the base is in Swedish, as everything people write in it. */
export const answerWords: AnswerWords = {
  research: sv["ask.source.research"],
  profession: sv["ask.source.profession"],
  serviceUsers: sv["ask.source.serviceUsers"],
  soughtNoneFound: sv["ask.standing_found_none"],
  notSought: sv["ask.standing_none"],
  soughtIn: (where) => sv["ask.sought_in"].replace("{where}", () => where),
};

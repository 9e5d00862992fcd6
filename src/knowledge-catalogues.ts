import { en as searchEn } from "#features/knowledge/search/messages.en.ts";
import { sv as searchSv } from "#features/knowledge/search/messages.sv.ts";
import { en as savedSearchEn } from "#features/knowledge/search/saved/messages.en.ts";
import { sv as savedSearchSv } from "#features/knowledge/search/saved/messages.sv.ts";
import { en as fillingEn } from "#features/knowledge/filling/messages.en.ts";
import { sv as fillingSv } from "#features/knowledge/filling/messages.sv.ts";
import { en as itemEn } from "#features/knowledge/item/messages.en.ts";
import { sv as itemSv } from "#features/knowledge/item/messages.sv.ts";
import { en as itemReviewEn } from "#features/knowledge/item/review/messages.en.ts";
import { sv as itemReviewSv } from "#features/knowledge/item/review/messages.sv.ts";
import { en as itemStandingEn } from "#features/knowledge/item/standing/messages.en.ts";
import { sv as itemStandingSv } from "#features/knowledge/item/standing/messages.sv.ts";
import { en as itemTermsEn } from "#features/knowledge/item/terms/messages.en.ts";
import { sv as itemTermsSv } from "#features/knowledge/item/terms/messages.sv.ts";
import { en as glossaryEn } from "#features/knowledge/glossary/messages.en.ts";
import { sv as glossarySv } from "#features/knowledge/glossary/messages.sv.ts";
import { en as fiveStepsEn } from "#features/knowledge/question/five-steps/messages.en.ts";
import { sv as fiveStepsSv } from "#features/knowledge/question/five-steps/messages.sv.ts";
import { en as practiceQuestionEn } from "#features/knowledge/question/messages.en.ts";
import { sv as practiceQuestionSv } from "#features/knowledge/question/messages.sv.ts";
import { en as readingEn } from "#features/knowledge/reading/messages.en.ts";
import { sv as readingSv } from "#features/knowledge/reading/messages.sv.ts";
import { en as lineageEn } from "#features/knowledge/lineage/messages.en.ts";
import { sv as lineageSv } from "#features/knowledge/lineage/messages.sv.ts";

/** Every sentence about the knowledge base, in Swedish. */
export const knowledgeSv = {
  ...searchSv,
  ...savedSearchSv,
  ...fillingSv,
  ...itemSv,
  ...itemReviewSv,
  ...itemStandingSv,
  ...itemTermsSv,
  ...practiceQuestionSv,
  ...fiveStepsSv,
  ...lineageSv,
  ...readingSv,
  ...glossarySv,
};

/** The same in English. */
export const knowledgeEn = {
  ...searchEn,
  ...savedSearchEn,
  ...fillingEn,
  ...itemEn,
  ...itemReviewEn,
  ...itemStandingEn,
  ...itemTermsEn,
  ...practiceQuestionEn,
  ...fiveStepsEn,
  ...lineageEn,
  ...readingEn,
  ...glossaryEn,
};

import { missPages } from "#features/knowledge/search/pages/misses.tsx";
import { savedSearchPages } from "#features/knowledge/search/pages/saved.tsx";
import { searchPages } from "#features/knowledge/search/pages/search.tsx";
import { bringInPages } from "#features/knowledge/filling/pages/bring-in.tsx";
import { candidatePages } from "#features/knowledge/filling/pages/candidate.tsx";
import { candidateListPages } from "#features/knowledge/filling/pages/candidates.tsx";
import { citationPages } from "#features/knowledge/filling/pages/citation.tsx";
import { sourcePages } from "#features/knowledge/filling/pages/sources.tsx";
import { knowledgePages } from "#features/knowledge/item/pages/browse.tsx";
import { experienceReadingPages, experienceWritingPages } from "#features/knowledge/item/pages/experience.tsx";
import { knowledgeFeedPages } from "#features/knowledge/item/pages/feed.tsx";
import { feedbackPages } from "#features/knowledge/item/pages/feedback.tsx";
import { itemFormPages } from "#features/knowledge/item/pages/item-forms.tsx";
import { itemPages } from "#features/knowledge/item/pages/item.tsx";
import { itemReviewPages } from "#features/knowledge/item/pages/review.tsx";
import { itemStandingPages } from "#features/knowledge/item/pages/standing.tsx";
import { termPages } from "#features/knowledge/item/pages/terms.tsx";
import { itemVersionPages } from "#features/knowledge/item/pages/versions.tsx";
import { answerPages } from "#features/knowledge/question/pages/answer.tsx";
import { helpedPages } from "#features/knowledge/question/pages/helped.tsx";
import { questionPages } from "#features/knowledge/question/pages/question.tsx";
import { glossaryFormPages, glossaryPages } from "#features/knowledge/glossary/pages/glossary.tsx";
import { fiveStepsPages } from "#features/knowledge/question/five-steps/pages/five-steps.tsx";
import { questionListPages } from "#features/knowledge/question/pages/questions.tsx";
import { appraisalKnowledgePages } from "#features/knowledge/lineage/pages/appraisal-knowledge.tsx";
import { keepListPages } from "#features/knowledge/reading/pages/keep-list.tsx";
import { readingListFormPages } from "#features/knowledge/reading/pages/list-forms.tsx";
import { readingListPages } from "#features/knowledge/reading/pages/list.tsx";
import { readingListsPages } from "#features/knowledge/reading/pages/lists.tsx";
import { toLookOverPages } from "#features/knowledge/lineage/pages/to-look-over.tsx";
import { lineagePages, tyingPages } from "#features/knowledge/lineage/pages/lineage.tsx";
import type { Pages } from "#platform/web/pages.ts";

/** The pages of the knowledge base: items, search, questions, lists to read and the words of the field. */
export const knowledgePageRoutes: readonly Pages[] = [
  missPages,
  searchPages,
  savedSearchPages,
  bringInPages,
  candidateListPages,
  candidatePages,
  sourcePages,
  citationPages,
  knowledgePages,
  knowledgeFeedPages,
  itemFormPages,
  termPages,
  itemVersionPages,
  itemReviewPages,
  itemStandingPages,
  experienceReadingPages,
  experienceWritingPages,
  feedbackPages,
  lineagePages,
  tyingPages,
  appraisalKnowledgePages,
  toLookOverPages,
  readingListsPages,
  readingListFormPages,
  keepListPages,
  readingListPages,
  // After its own pages under `/kunskap`: what is called neither of them is an item.
  itemPages,
  // Before a word by its name: `ny` is none.
  glossaryFormPages,
  glossaryPages,
  questionListPages,
  fiveStepsPages,
  answerPages,
  questionPages,
  helpedPages,
];

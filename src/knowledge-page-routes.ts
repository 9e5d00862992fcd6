import type { Pages } from "#platform/web/pages.ts";

/** The pages of the knowledge base: items, search, questions, lists to read and the words of the field. */
export const knowledgePageRoutes: readonly Pages[] = [];

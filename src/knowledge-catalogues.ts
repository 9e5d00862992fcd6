import { en as itemEn } from "#features/knowledge/item/messages.en.ts";
import { sv as itemSv } from "#features/knowledge/item/messages.sv.ts";

/** Every sentence about the knowledge base, in Swedish. */
export const knowledgeSv = { ...itemSv };

/** The same in English. */
export const knowledgeEn = { ...itemEn };

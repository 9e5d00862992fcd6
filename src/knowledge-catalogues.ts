/** Every sentence about the knowledge base, in Swedish. */
export const knowledgeSv = {};

/** The same in English. */
export const knowledgeEn = {};

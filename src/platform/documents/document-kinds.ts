import type { WrittenDocument } from "#platform/documents/document.ts";

/** The kinds of file a document is written to. What writes one is loaded when the first is asked for. */
export const documentKinds = {
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    make: async (document: WrittenDocument) => (await import("#platform/documents/word-file.ts")).wordFile(document),
  },
  pdf: {
    type: "application/pdf",
    make: async (document: WrittenDocument) => (await import("#platform/documents/pdf-file.ts")).pdfFile(document),
  },
} as const;

export type DocumentKind = keyof typeof documentKinds;

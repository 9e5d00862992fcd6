/**
 * What is known not to be as it shall be, and what is done about it. The words stand in the catalogue under
 * `accessibility.fault.<fault>`; a fault that is mended is taken away here, and one that is found is added.
 */
export const knownFaults = ["othersTexts", "englishDescriptions", "notAudited"] as const;

/** When the pages were last gone through by hand, besides the tests that every change passes. */
export const lastReviewed = Temporal.PlainDate.from("2026-11-23");

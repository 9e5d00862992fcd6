/** Between two facts on one line: it stays with the first of them when the line breaks. */
export const dot = "\u00A0· ";

import type { Translate } from "#kernel/messages.ts";

const manner = { maximumFractionDigits: 1 };
const words = { sv: new Intl.NumberFormat("sv-SE", manner), en: new Intl.NumberFormat("en-GB", manner) };
const bare = new Intl.NumberFormat("sv-SE", { ...manner, useGrouping: false });

/** A figure as it is read: "12 500", "3,5". */
export function sayFigure({ language }: Translate, figure: number): string {
  return words[language].format(figure);
}

/** A figure as a spreadsheet here reads it from a file: "12500", "3,5". */
export function bareFigure(figure: number): string {
  return bare.format(figure);
}

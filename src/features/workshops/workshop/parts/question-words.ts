import type { Translate } from "#kernel/messages.ts";
import type { WorkshopQuestion } from "#features/workshops/workshop/queries.ts";

type Shape = Pick<WorkshopQuestion, "kind" | "most" | "scaleLow" | "scaleHigh" | "options">;

/** How a question is answered, in a few words: "Öppen fråga, högst 5 svar var". */
export function answeredHow(t: Translate, { kind, most, scaleLow, scaleHigh, options }: Shape): string {
  return t(`workshop.how.${kind}`, {
    most: most ?? 1,
    low: scaleLow ?? 1,
    high: scaleHigh ?? 5,
    options: options.length,
  });
}

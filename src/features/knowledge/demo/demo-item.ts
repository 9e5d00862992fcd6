import type { ExperienceStage } from "#features/knowledge/item/experience-lifecycle.ts";
import type { ItemKind } from "#features/knowledge/item/item.ts";

/** An item of the demo. Everything in it is invented: people, figures and sources alike, and it says so. */
export type DemoItem = {
  /** What the demo itself calls it, to tie others to it. */
  readonly name?: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly says: string;
  readonly holdsFor?: string;
  readonly use?: string;
  readonly source?: string;
  readonly year?: number;
  readonly authors?: readonly string[];
  /** The words it is about. */
  readonly terms: readonly string[];
  /** Published so many days ago. */
  readonly days: number;
  /** To be looked over so many days from now; before now it is past its day. */
  readonly due: number;
  /** How far an experience has come. */
  readonly stage?: ExperienceStage;
  readonly asked?: {
    readonly who: string;
    readonly how: string;
    readonly count: number;
    readonly missing: string;
    readonly participation: string;
  };
  readonly followed?: { readonly count: number; readonly from: string; readonly to: string; readonly spread: string };
};

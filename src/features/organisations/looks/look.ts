import { z } from "zod";
import { EmailAddress } from "#kernel/email-address.ts";
import { FreeText } from "#kernel/personal-number.ts";

const Shown = FreeText(80).min(1);

/** How an organisation wants to show itself. What is left out, the one above it says. */
export const LookWish = z.strictObject({
  name: Shown.optional(),
  senderName: Shown.optional(),
  replyAddress: EmailAddress.optional(),
  contactEmail: EmailAddress.optional(),
});
export type LookWish = z.output<typeof LookWish>;

export type Mark = { readonly src: string; readonly width: number; readonly height: number };

/** How an organisation's public pages and mail look: whose they are, beside the product's own name and mark. */
export type Look = {
  readonly name: string | null;
  readonly mark: Mark | null;
  /** Who its mail is from, and where an answer goes when nobody nearer is named. */
  readonly sender: { readonly name: string } | undefined;
  readonly replyTo: { readonly name: string; readonly address: string } | undefined;
  readonly contactEmail: string | null;
};

/** One step on the way up from an organisation, with what it says itself. */
export type LookStep = {
  readonly organisation: string;
  readonly name: string | null;
  readonly markKey: string | null;
  readonly markType: MarkType | null;
  readonly markWidth: number | null;
  readonly markHeight: number | null;
  readonly senderName: string | null;
  readonly replyAddress: string | null;
  readonly contactEmail: string | null;
};

export const markTypes = ["image/png", "image/jpeg", "image/webp"] as const;
export type MarkType = (typeof markTypes)[number];

const endings = { "image/png": "png", "image/jpeg": "jpg", "image/webp": "webp" } as const satisfies Record<
  MarkType,
  string
>;

/** The address of a mark. It holds the hash of its content: what it names never changes. */
export function markAddress(key: string, type: MarkType): string {
  return `/marke/${key}.${endings[type]}`;
}

/**
 * The look that holds for an organisation: what it says itself, and else the nearest above it that says it. Each thing
 * is inherited by itself, so that a unit may have a sender of its own under the mark of its municipality.
 */
export function inheritedLook(upwards: readonly LookStep[]): Look {
  const said = <Field extends keyof LookStep>(field: Field) =>
    upwards.map((step) => step[field]).find((value) => value !== null) ?? null;
  const marked = upwards.find(({ markKey }) => markKey !== null);
  const name = said("name");
  const senderName = said("senderName") ?? name;
  const replying = upwards.find(({ replyAddress }) => replyAddress !== null);
  return {
    name,
    mark: markOf(marked),
    sender: senderName === null ? undefined : { name: senderName },
    replyTo:
      replying?.replyAddress == null
        ? undefined
        : { name: senderName ?? replying.organisation, address: replying.replyAddress },
    contactEmail: said("contactEmail"),
  };
}

function markOf(step: LookStep | undefined): Mark | null {
  const { markKey, markType, markWidth, markHeight } = step ?? {};
  if (!markKey || !markType || !markWidth || !markHeight) return null;
  return smallMark({ src: markAddress(markKey, markType), width: markWidth, height: markHeight });
}

/** What a mail about something of an organisation's carries of its look. */
export function mailLook({ name, mark, sender }: Look, baseUrl: string) {
  return {
    from: sender,
    host: name === null && mark === null ? undefined : { name, mark: mark && { ...mark, src: baseUrl + mark.src } },
  };
}

const tall = 32;
const widest = 128;

/** As high as the product's own mark, unless it would then be very wide. */
function smallMark({ src, width, height }: Mark): Mark {
  const scale = Math.min(tall / height, widest / width);
  return { src, width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

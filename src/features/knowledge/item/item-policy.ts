import { type Actor, reaches } from "#kernel/actor.ts";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import type { ItemKind } from "#features/knowledge/item/item.ts";
import type { VersionState } from "#features/knowledge/item/version-lifecycle.ts";

/** What of an item settles who may do what with it. */
export type ItemStanding = {
  readonly kind: ItemKind;
  /** Null: it came with the installation, and is kept by those who reach everywhere. */
  readonly organisationId: OrganisationId | null;
  readonly isRetired: boolean;
  readonly isPublished: boolean;
  /** The version that is written or reviewed now. */
  readonly working: {
    readonly state: VersionState;
    /** Who is asked to review it and has not answered. */
    readonly askedIds: readonly (PersonId | null)[];
  } | null;
  /** Who wrote the version that is written now, or else the latest one. */
  readonly writtenBy: PersonId | null;
  /** Whether whoever asks has a role where the item belongs. */
  readonly hasRoleThere: boolean;
};

/** Writing knowledge of any kind for an organisation: those who are trusted with it there. */
export function mayWriteFor(actor: Actor, organisationId: OrganisationId | null): boolean {
  return reaches(actor, "knowledge:write", { organisationId }) || mayPublishFor(actor, organisationId);
}

/** Reviewing, publishing and retiring for an organisation. */
export function mayPublishFor(actor: Actor, organisationId: OrganisationId | null): boolean {
  return reaches(actor, "knowledge:publish", { organisationId });
}

/**
 * Beginning an item for an organisation. What the profession knows from experience may be written by anybody who works
 * there: it is theirs, and others review it before it stands. (R133)
 */
export function mayBeginItem(actor: Actor, kind: ItemKind, at: Pick<ItemStanding, "organisationId" | "hasRoleThere">) {
  return mayWriteFor(actor, at.organisationId) || (kind === "professional" && at.hasRoleThere);
}

/**
 * Saying that an item is of another kind, for those who may begin one of that kind: a draft made of an answer is often more
 * one source's than the machine can tell. What is published stays of its kind, and so does an experience that has been
 * taken further, since it was weighed as one.
 */
export function mayChangeKind(
  actor: Actor,
  kind: ItemKind,
  item: Pick<ItemStanding, "organisationId" | "hasRoleThere" | "isPublished"> & { readonly stage: string | null },
): boolean {
  const isWeighed = item.stage !== null && item.stage !== "individual";
  return !item.isPublished && !isWeighed && mayBeginItem(actor, kind, item);
}

/** Writing in an item that is not retired: those who write for its organisation, and whoever wrote the experience. */
export function mayWriteItem(actor: Actor, item: ItemStanding): boolean {
  if (item.isRetired) return false;
  return mayWriteFor(actor, item.organisationId) || isOwnExperience(actor, item);
}

/** Saying what one thinks of a version that is reviewed: whoever is asked to. */
export function mayReview({ personId }: Actor, { working, isRetired }: ItemStanding): boolean {
  return !isRetired && working?.state === "inReview" && personId !== undefined && working.askedIds.includes(personId);
}

/** Publishing what is reviewed, or sending it back: those who publish for its organisation. */
export function mayPublish(actor: Actor, { working, isRetired, organisationId }: ItemStanding): boolean {
  return !isRetired && working?.state === "inReview" && mayPublishFor(actor, organisationId);
}

/** Saying that an item is not to be followed any more, that it still holds, or that it does again. */
export function mayRetire(actor: Actor, { isPublished, organisationId }: ItemStanding): boolean {
  return isPublished && mayPublishFor(actor, organisationId);
}

/** Whether whoever publishes wrote it and no colleague has approved it: shown, and not stopped, since units are small. */
export function publishesAlone({ personId }: Actor, writtenBy: PersonId | null, approvers: number): boolean {
  return personId !== undefined && writtenBy === personId && approvers === 0;
}

function isOwnExperience({ personId }: Actor, { kind, writtenBy, hasRoleThere }: ItemStanding): boolean {
  return kind === "professional" && hasRoleThere && personId !== undefined && writtenBy === personId;
}

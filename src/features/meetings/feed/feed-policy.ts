import { sitsIn, type Standing } from "#features/meetings/body/body-policy.ts";
import type { FeedKind } from "#features/meetings/feed/feed-link.ts";

/** What is new is followed by those who sit in a body and by those who keep it; when it meets, by those who sit in it. */
export function mayFollow(kind: FeedKind, standing: Standing): boolean {
  return sitsIn(standing) || (kind === "news" && standing.keeps);
}

import type { AttendanceRole, AttendanceState } from "#features/meetings/attendance/attendance.ts";
import { isThere } from "#features/meetings/attendance/attendance.ts";

/** What a body says about when enough have come. */
export type QuorumRule = {
  readonly id: string;
  readonly quorumOf: "persons" | "municipalities" | null;
  readonly quorumCount: number | null;
  readonly quorumPercent: number | null;
};

type QuorumRow = {
  readonly personKey: string;
  readonly personId: string | null;
  readonly role: AttendanceRole;
  readonly municipalityId: string | null;
  readonly substitutesFor: string | null;
  readonly state: AttendanceState;
};

type QuorumList = {
  readonly bodyId: string | null;
  readonly rows: readonly QuorumRow[];
  /** People in seats that count, and municipalities that are members, on the day. */
  readonly seated: number;
  readonly memberMunicipalities: readonly { readonly id: string }[];
};

/** Whether enough have come: how many are here of how many, how many it takes, and nothing as long as nobody is noted. */
export type Quorum = {
  readonly of: "persons" | "municipalities";
  readonly here: number;
  readonly total: number;
  readonly needed: number;
  readonly isEnough: boolean | null;
};

const voting: ReadonlySet<AttendanceRole> = new Set(["member", "substitute", "userRepresentative"]);

/**
 * Whether a body has quorum by the list of its own part; nothing for a body that asks for none.
 *
 * Counted is who sits there, or comes instead of somebody who is not there; guests, staff and adjoined members are
 * not. Of municipalities only those that are members are counted. A share is rounded upwards: half of 13 is 7. An
 * approximate count is no list, so that it never makes a quorum. (R059)
 */
export function quorumOf(body: QuorumRule, attendance: { readonly lists: readonly QuorumList[] }): Quorum | undefined {
  const list = attendance.lists.find(({ bodyId }) => bodyId === body.id);
  if (body.quorumOf === null || !list) return undefined;
  const total = body.quorumOf === "persons" ? list.seated : list.memberMunicipalities.length;
  const needed = body.quorumCount ?? Math.ceil((total * (body.quorumPercent ?? 0)) / 100);
  const here = body.quorumOf === "persons" ? personsIn(list, total) : municipalitiesIn(list);
  const isKnown = list.rows.length > 0 && total > 0;
  return { of: body.quorumOf, here, total, needed, isEnough: isKnown ? here >= needed : null };
}

function countedIn({ rows }: QuorumList): QuorumRow[] {
  const there = rows.filter(({ role, state }) => voting.has(role) && isThere(state));
  const came = new Set(there.flatMap(({ personId, role }) => (role === "substitute" ? [] : (personId ?? []))));
  return there.filter(
    ({ role, substitutesFor }) => role !== "substitute" || substitutesFor === null || !came.has(substitutesFor),
  );
}

function personsIn(list: QuorumList, total: number): number {
  return Math.min(total, new Set(countedIn(list).map(({ personKey }) => personKey)).size);
}

function municipalitiesIn(list: QuorumList): number {
  const members = new Set(list.memberMunicipalities.map(({ id }) => id));
  return new Set(
    countedIn(list)
      .flatMap(({ municipalityId }) => municipalityId ?? [])
      .filter((id) => members.has(id)),
  ).size;
}

import type { Translate } from "#kernel/messages.ts";
import {
  type AccessReason,
  type ExplainedRole,
  rolesWithoutRights,
} from "#features/organisations/people/access/access-explanation.ts";
import { sayPeriod } from "#features/organisations/parts/period.tsx";

/** A reason as two sentences: what may be done where, and which role says so. Spoken on pages and on the command line. */
export function sayReason(t: Translate, { grant, by }: AccessReason): { what: string; why: string } {
  const what = t(`organisations.grant.${grant}`);
  const said =
    by.scope.kind === "everywhere"
      ? t("organisations.access.everywhere", { what })
      : t(`organisations.access.${by.scope.kind}`, { what, place: by.place ?? "" });
  return {
    what: said,
    why: t("organisations.access.because", {
      role: t(`organisations.role.${by.role}`),
      period: sayPeriod(t, by) ?? "",
      why: t(`organisations.why.${by.role}`),
    }),
  };
}

/** A role that gives nothing, as a sentence. */
export function sayRoleWithoutRights(t: Translate, held: ExplainedRole): string {
  const place = held.place ?? t("organisations.place.everywhere");
  return t("organisations.access.only_role", {
    role: t(`organisations.role.${held.role}`),
    place,
    why: t(`organisations.why.${held.role}`),
  });
}

/** What somebody may do and why, right by right. */
export function AccessExplained({
  t,
  name,
  reasons,
  held,
}: {
  t: Translate;
  name: string;
  reasons: readonly AccessReason[];
  held: readonly ExplainedRole[];
}) {
  const said = reasons.map((reason) => sayReason(t, reason));
  return (
    <>
      {said.length > 0 ? (
        <ul>
          {said.map(({ what, why }) => (
            <li>
              {what} <span class="help">{why}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t("organisations.access.nothing", { name })}</p>
      )}
      {rolesWithoutRights(held).map((role) => (
        <p class="help">{sayRoleWithoutRights(t, role)}</p>
      ))}
    </>
  );
}

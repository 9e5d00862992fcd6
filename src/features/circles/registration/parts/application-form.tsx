import type { PublicRound } from "#features/circles/public/queries.ts";
import {
  AboutYou,
  type FieldsProps,
  RoundAsks,
  Rules,
  YourManager,
  YourWords,
  YourWork,
} from "#features/circles/registration/parts/application-fields.tsx";
import { applicationLabels, draftOf } from "#features/circles/registration/parts/application-labels.ts";
import { YourTeam } from "#features/circles/registration/parts/team-fields.tsx";
import { isAssessed, takesTeams } from "#features/circles/round/round.ts";
import { Button } from "#ui/button.tsx";
import { Form, FormEnd } from "#ui/form.tsx";

/** Everything a round asks of somebody who wants to take part, one group a subject. (R110, R115, R116, R117, R121) */
export function ApplicationForm(given: Omit<FieldsProps, "voice">) {
  const { t, seen, filled } = given;
  const props: FieldsProps = { ...given, voice: takesTeams(seen.round.allocation) ? "signer" : "own" };
  return (
    <Form t={t} filled={filled} labels={applicationLabels(t, seen)} keepDraft={draftOf(seen.round.slug)}>
      <AboutYou {...props} />
      <YourWork {...props} />
      <YourTeam {...props} />
      <Rules {...props} />
      <RoundAsks {...props} />
      <YourManager {...props} />
      <YourWords {...props} />
      <div class="stack">
        <p>{t(nextKey(seen))}</p>
        <p class="muted">
          {t("registration.page.form.privacy", { organiser: seen.organiser.name })}{" "}
          <a href="/personuppgifter">{t("registration.page.form.privacy_more")}</a>
        </p>
        <FormEnd>
          <Button>{t("registration.page.form.send")}</Button>
        </FormEnd>
      </div>
    </Form>
  );
}

function nextKey({ round }: PublicRound) {
  if (takesTeams(round.allocation)) return "registration.page.form.next_team" as const;
  return isAssessed(round.allocation)
    ? ("registration.page.form.next_selection" as const)
    : ("registration.page.form.next" as const);
}

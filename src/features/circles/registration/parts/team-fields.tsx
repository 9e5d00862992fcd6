import { type FieldsProps } from "#features/circles/registration/parts/application-fields.tsx";
import { rowsShown, withoutGaps } from "#features/circles/registration/team/team-rows.ts";
import { teamLimits } from "#features/circles/registration/team/team.ts";
import { takesTeams } from "#features/circles/round/round.ts";
import { Button } from "#ui/button.tsx";
import { FieldRow, Fieldset, TextArea, TextField } from "#ui/fields.tsx";

/** The people of a team, and what its principal would like to work on: only where one application is one team. (R121) */
export function YourTeam({ t, seen, filled }: Pick<FieldsProps, "t" | "seen" | "filled">) {
  const { round } = seen;
  if (!takesTeams(round.allocation)) return null;
  const limits = teamLimits({ ...round, seats: round.hardCapacity ?? 0 });
  const typed = { ...filled, values: withoutGaps(filled.values) };
  const rows = Array.from({ length: rowsShown(limits, filled.values) }, (_, index) => index);
  return (
    <>
      <Fieldset legend={t("registration.team.theme_legend")}>
        <TextArea
          t={t}
          filled={filled}
          name="themeProposal"
          label={t("registration.team.theme")}
          help={t("registration.team.theme_help")}
          rows={4}
          limit={1_000}
        />
      </Fieldset>
      <Fieldset
        legend={t("registration.team.members")}
        help={
          <div id="f-members" tabindex={-1}>
            {t("registration.team.members_help", limits)}
          </div>
        }
      >
        {rows.map((index) => (
          <FieldRow>
            <TextField
              t={t}
              filled={typed}
              name={`members.${index}.name`}
              label={t("registration.team.member_name", { number: index + 1 })}
              autocomplete="off"
              required={index < limits.least}
              noKeep
            />
            <TextField
              t={t}
              filled={typed}
              name={`members.${index}.email`}
              type="email"
              label={t("registration.team.member_email", { number: index + 1 })}
              autocomplete="off"
              required={index < limits.least}
              noKeep
            />
            <TextField
              t={t}
              filled={typed}
              name={`members.${index}.title`}
              label={t("registration.team.member_title", { number: index + 1 })}
              autocomplete="off"
              noKeep
            />
          </FieldRow>
        ))}
        {rows.length < limits.most ? (
          <div class="buttons">
            <Button quiet small name="fler" value="ja">
              {t("registration.team.more_rows")}
            </Button>
          </div>
        ) : null}
      </Fieldset>
    </>
  );
}

/** What the fields of a team are called in the list of what to correct. */
export function teamLabels(t: FieldsProps["t"], count: number): Record<string, string> {
  const rows = Array.from({ length: count }, (_, index) => index);
  return Object.fromEntries([
    ["members", t("registration.team.members")],
    ["themeProposal", t("registration.team.theme")],
    ...rows.flatMap((index) => [
      [`members.${index}.name`, t("registration.team.member_name", { number: index + 1 })],
      [`members.${index}.email`, t("registration.team.member_email", { number: index + 1 })],
      [`members.${index}.title`, t("registration.team.member_title", { number: index + 1 })],
    ]),
  ]);
}

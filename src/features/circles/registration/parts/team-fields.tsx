import type { FieldsProps } from "#features/circles/registration/parts/application-fields.tsx";
import { rowsShown, withoutGaps } from "#features/circles/registration/team/team-rows.ts";
import { teamLimits } from "#features/circles/registration/team/team.ts";
import { takesTeams } from "#features/circles/round/round.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { FieldRow, Fieldset, TextArea, TextField } from "#ui/fields.tsx";
import { problemsAt } from "#ui/filled.ts";

type TeamProps = Pick<FieldsProps, "t" | "seen" | "filled">;

/** What a team's principal would like to work on, and who is in it: only where one application is one team. (R121) */
export function YourTeam(props: TeamProps) {
  const { t, seen, filled } = props;
  if (!takesTeams(seen.round.allocation)) return null;
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
      <TeamPeople {...props} />
    </>
  );
}

/** The people of a team, a row each: as many as the round takes, or a few and a button for more. */
export function TeamPeople({ t, seen: { round }, filled }: TeamProps) {
  if (!takesTeams(round.allocation)) return null;
  const limits = teamLimits({ ...round, seats: round.hardCapacity ?? 0 });
  const typed = { ...filled, values: withoutGaps(filled.values) };
  const rows = Array.from({ length: rowsShown(limits, filled.values) }, (_, index) => index);
  return (
    <Fieldset
      legend={t("registration.team.members")}
      help={
        <div id="f-members" tabindex={-1}>
          <p>{t("registration.team.members_help", limits)}</p>
          {problemsAt(filled, "members").map(({ code, values }) => (
            <p class="problem">{t(code, values)}</p>
          ))}
        </div>
      }
    >
      {rows.map((index) => (
        <MemberRow t={t} filled={typed} index={index} required={index < limits.least} />
      ))}
      {rows.length < limits.most ? (
        <Buttons>
          <Button quiet small name="fler" value="ja">
            {t("registration.team.more_rows")}
          </Button>
        </Buttons>
      ) : null}
    </Fieldset>
  );
}

type MemberRowProps = Pick<FieldsProps, "t" | "filled"> & { index: number; required: boolean };

function MemberRow({ t, filled, index, required }: MemberRowProps) {
  const field = (name: "name" | "email" | "title") => (
    <TextField
      t={t}
      filled={filled}
      name={`members.${index}.${name}`}
      type={name === "email" ? "email" : "text"}
      label={t(`registration.team.member_${name}`, { number: index + 1 })}
      autocomplete="off"
      required={required && name !== "title"}
      noKeep
    />
  );
  return (
    <FieldRow>
      {field("name")}
      {field("email")}
      {field("title")}
    </FieldRow>
  );
}

/** What the fields of a team are called in the list of what to correct. */
export function teamLabels(t: FieldsProps["t"], count: number): Record<string, string> {
  const labels: Record<string, string> = {
    members: t("registration.team.members"),
    themeProposal: t("registration.team.theme"),
  };
  for (let number = 1; number <= count; number += 1) {
    for (const name of ["name", "email", "title"] as const)
      labels[`members.${number - 1}.${name}`] = t(`registration.team.member_${name}`, { number });
  }
  return labels;
}

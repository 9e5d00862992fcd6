import type { SectionProps } from "#features/circles/round/parts/basics-and-story.tsx";
import { leaderParts, ruleStrengths } from "#features/circles/round/round.ts";
import { Choice, FieldRow, Fieldset, Select, TextArea, TextField } from "#ui/fields.tsx";

/** Whom one meets, and whom one asks. */
export function PeopleFields({ t, filled, round }: SectionProps) {
  const leaders = [
    ...round.leaders,
    { name: "", title: null, part: "leader" as const },
    { name: "", title: null, part: "facilitator" as const },
  ];
  const contacts = [...round.contacts, { name: "", title: null, email: null, phone: null }];
  return (
    <>
      <Fieldset legend={t("round.reading.leaders")} help={t("round.people.leaders_help")}>
        {leaders.map(({ name, title, part }, index) => (
          <FieldRow>
            <TextField
              t={t}
              filled={filled}
              name={`leaders.${index}.name`}
              label={t("round.field.name")}
              value={name}
            />
            <TextField
              t={t}
              filled={filled}
              name={`leaders.${index}.title`}
              label={t("round.field.personTitle")}
              value={title}
            />
            <Select
              t={t}
              filled={filled}
              name={`leaders.${index}.part`}
              label={t("round.field.part")}
              options={leaderParts.map((value) => ({ value, label: t(`round.part.${value}`) }))}
              value={part}
              empty={false}
              required
            />
          </FieldRow>
        ))}
      </Fieldset>
      <Fieldset legend={t("round.reading.contacts")} help={t("round.people.contacts_help")}>
        {contacts.map(({ name, title, email, phone }, index) => (
          <>
            <FieldRow>
              <TextField
                t={t}
                filled={filled}
                name={`contacts.${index}.name`}
                label={t("round.field.name")}
                value={name}
              />
              <TextField
                t={t}
                filled={filled}
                name={`contacts.${index}.title`}
                label={t("round.field.personTitle")}
                value={title}
              />
            </FieldRow>
            <FieldRow>
              <TextField
                t={t}
                filled={filled}
                name={`contacts.${index}.email`}
                type="email"
                label={t("round.field.email")}
                value={email}
              />
              <TextField
                t={t}
                filled={filled}
                name={`contacts.${index}.phone`}
                type="tel"
                label={t("round.field.phone")}
                value={phone}
              />
            </FieldRow>
          </>
        ))}
      </Fieldset>
    </>
  );
}

/** Who the round is for. A rule that stands keeps its identity in a hidden field. */
export function AudienceFields({ t, filled, round }: SectionProps) {
  const rules = [
    ...round.rules,
    ...Array.from({ length: 2 }, () => ({ id: undefined, text: "", strength: "required" as const })),
  ];
  return (
    <>
      <TextArea
        t={t}
        filled={filled}
        name="audience"
        label={t("round.field.audience")}
        help={t("round.field.audience_help")}
        value={round.audience}
      />
      <Fieldset legend={t("round.audience.rules")} help={t("round.audience.rules_help")}>
        {rules.map(({ id, text, strength }, index) => (
          <>
            {id ? <input type="hidden" name={`rules.${index}.id`} value={id} /> : null}
            <TextField
              t={t}
              filled={filled}
              name={`rules.${index}.text`}
              label={t("round.field.rule", { number: index + 1 })}
              value={text}
            />
            <Choice
              t={t}
              filled={filled}
              name={`rules.${index}.strength`}
              label={t("round.field.strength")}
              options={ruleStrengths.map((value) => ({ value, label: t(`round.strength.${value}`) }))}
              value={strength}
              inline
              required
            />
          </>
        ))}
      </Fieldset>
    </>
  );
}

import { BesideReading, type ReadingProps } from "#features/circles/round/parts/reading-fields.tsx";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import { managerConsultations } from "#features/circles/round/round.ts";
import { Checkbox, Choice, DateField, Fieldset, NumberField, Select, TextArea, TextField } from "#ui/fields.tsx";

type Kinds = readonly { readonly code: string; readonly nameSv: string; readonly nameEn: string }[];

/** What the round is called and what it is for, beside the words. */
export function ReadStory({ t, filled, source, round, kinds }: ReadingProps & { round: RoundFacts; kinds: Kinds }) {
  const { invitation } = source.read;
  const isNamed = invitation.title !== null;
  const options = kinds.map(({ code, nameSv, nameEn }) => ({
    value: code,
    label: t.language === "sv" ? nameSv : nameEn,
  }));
  return (
    <Fieldset legend={t("round.section.basics")}>
      <BesideReading
        t={t}
        source={source}
        read={["title"]}
        doubt={isNamed ? undefined : t("round.reading.title_missing")}
      >
        <TextField t={t} filled={filled} name="title" label={t("round.field.title")} value={round.title} required />
      </BesideReading>
      <BesideReading t={t} source={source} read={["kind", "title"]}>
        <Select
          t={t}
          filled={filled}
          name="kind"
          label={t("round.field.kind")}
          options={options}
          value={round.kind}
          empty={false}
          required
        />
      </BesideReading>
      <BesideReading t={t} source={source} read={["theme"]}>
        <TextField t={t} filled={filled} name="theme" label={t("round.field.theme")} value={round.theme} />
      </BesideReading>
      <BesideReading t={t} source={source} read={["purpose"]}>
        <TextArea
          t={t}
          filled={filled}
          name="purpose"
          label={t("round.field.purpose")}
          value={round.purpose}
          rows={4}
        />
      </BesideReading>
      <BesideReading t={t} source={source} read={["goal"]}>
        <TextArea t={t} filled={filled} name="goal" label={t("round.field.goal")} value={round.goal} rows={4} />
      </BesideReading>
    </Fieldset>
  );
}

/** How many, how long, what it costs, beside the words. */
export function ReadFrame({ t, filled, source, round }: ReadingProps & { round: RoundFacts }) {
  return (
    <Fieldset legend={t("round.section.frame")}>
      <BesideReading
        t={t}
        source={source}
        read={["capacity"]}
        doubt={round.hardCapacity === null ? t("round.reading.hard_missing") : undefined}
      >
        <NumberField
          t={t}
          filled={filled}
          name="hardCapacity"
          label={t("round.field.hardCapacity")}
          value={round.hardCapacity}
        />
        <NumberField
          t={t}
          filled={filled}
          name="targetCapacity"
          label={t("round.field.targetCapacity")}
          value={round.targetCapacity}
        />
        <Checkbox
          t={t}
          filled={filled}
          name="capacityApproximate"
          label={t("round.field.capacityApproximate")}
          checked={round.capacityApproximate}
          required
        />
      </BesideReading>
      <BesideReading t={t} source={source} read={["hours"]}>
        <NumberField
          t={t}
          filled={filled}
          name="hours"
          label={t("round.field.hours")}
          value={round.hours}
          unit={t("round.unit.hours")}
        />
      </BesideReading>
      <BesideReading t={t} source={source} read={["cost"]}>
        <NumberField
          t={t}
          filled={filled}
          name="cost"
          label={t("round.field.cost")}
          help={t("round.field.cost_help")}
          value={round.cost}
          unit={t("round.unit.kronor")}
        />
      </BesideReading>
      <BesideReading t={t} source={source} read={["funder"]}>
        <TextField t={t} filled={filled} name="funder" label={t("round.field.funder")} value={round.funder} />
      </BesideReading>
      <BesideReading t={t} source={source} read={["materialByPost"]}>
        <Choice
          t={t}
          filled={filled}
          name="materialByPost"
          label={t("round.field.materialByPost")}
          options={yesNo(t)}
          value={yesNoOf(round.materialByPost)}
          inline
        />
      </BesideReading>
      <BesideReading
        t={t}
        source={source}
        read={["link"]}
        doubt={round.externalLink ? t("round.reading.link_doubt") : undefined}
      >
        <TextField
          t={t}
          filled={filled}
          name="externalLink"
          type="url"
          label={t("round.field.externalLink")}
          value={round.externalLink}
        />
      </BesideReading>
    </Fieldset>
  );
}

/** How one applies and when one knows, beside the words. */
export function ReadWayIn({ t, filled, source, round }: ReadingProps & { round: RoundFacts }) {
  const { invitation } = source.read;
  const deadlinePartial = invitation.deadline?.startsWith("--") ? invitation.deadline : undefined;
  return (
    <Fieldset legend={t("round.section.wayIn")}>
      <BesideReading
        t={t}
        source={source}
        read={["allocation"]}
        doubt={invitation.allocation === "teamByPrincipal" ? t("round.reading.team") : undefined}
      >
        <Choice
          t={t}
          filled={filled}
          name="allocation"
          label={t("round.field.allocation")}
          options={(["firstCome", "selection"] as const).map((value) => ({
            value,
            label: t(`round.allocation.${value}`),
          }))}
          value={round.allocation}
        />
      </BesideReading>
      <BesideReading
        t={t}
        source={source}
        read={["deadline"]}
        doubt={deadlinePartial ? t("round.reading.deadline_year") : undefined}
      >
        <DateField
          t={t}
          filled={filled}
          name="deadline"
          label={t("round.field.deadline")}
          value={round.deadline?.toString()}
        />
        {deadlinePartial ? <input type="hidden" name="deadlinePartial" value={deadlinePartial} /> : null}
      </BesideReading>
      <BesideReading
        t={t}
        source={source}
        read={["noticeDate"]}
        doubt={round.noticeMonth ? t("round.reading.notice_month") : undefined}
      >
        <DateField
          t={t}
          filled={filled}
          name="noticeDate"
          label={t("round.field.noticeDate")}
          value={round.noticeDate?.toString()}
        />
        {round.noticeMonth ? <input type="hidden" name="noticeMonth" value={round.noticeMonth} /> : null}
      </BesideReading>
      <BesideReading t={t} source={source} read={["managerConsultation"]}>
        <Choice
          t={t}
          filled={filled}
          name="managerConsultation"
          label={t("round.field.managerConsultation")}
          options={managerConsultations.map((value) => ({ value, label: t(`round.manager.${value}`) }))}
          value={round.managerConsultation}
          required
        />
      </BesideReading>
    </Fieldset>
  );
}

/** Yes and no as choices; neither chosen means not known. */
export function yesNo(t: ReadingProps["t"]) {
  return [
    { value: "yes", label: t("round.yes") },
    { value: "no", label: t("round.no") },
  ];
}

export function yesNoOf(answer: boolean | null): string | null {
  return answer === null ? null : answer ? "yes" : "no";
}

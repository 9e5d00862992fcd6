import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { KeptSource } from "#features/circles/round/draft/queries.ts";
import { type RoundFieldName, RoundFields, type SectionProps } from "#features/circles/round/parts/round-field.tsx";
import { Beside } from "#ui/beside.tsx";
import { Fieldset } from "#ui/fields.tsx";

type ReadProps = SectionProps & { source: KeptSource };

/** What the round is called and what it is for, beside the words. */
export function ReadStory(props: ReadProps) {
  const { t, source } = props;
  return (
    <Fieldset legend={t("round.section.basics")}>
      <Read
        {...props}
        names={["title"]}
        doubt={source.read.invitation.title === null ? t("round.reading.title_missing") : undefined}
      />
      <Read {...props} names={["kind"]} read={["kind", "title"]} />
      <Read {...props} names={["theme"]} />
      <Read {...props} names={["purpose"]} />
      <Read {...props} names={["goal"]} />
    </Fieldset>
  );
}

/** How many, how long, what it costs, beside the words. */
export function ReadFrame(props: ReadProps) {
  const { t, round } = props;
  return (
    <Fieldset legend={t("round.section.frame")}>
      <Read
        {...props}
        names={["hardCapacity", "targetCapacity", "capacityApproximate"]}
        read={["capacity"]}
        doubt={round.hardCapacity === null ? t("round.reading.hard_missing") : undefined}
      />
      <Read {...props} names={["hours"]} />
      <Read {...props} names={["cost"]} />
      <Read {...props} names={["funder"]} />
      <Read {...props} names={["materialByPost"]} />
      <Read
        {...props}
        names={["externalLink"]}
        read={["link"]}
        doubt={round.externalLink ? t("round.reading.link_doubt") : undefined}
      />
    </Fieldset>
  );
}

/** How one applies and when one knows, beside the words. */
export function ReadWayIn(props: ReadProps) {
  const { t, round, source } = props;
  const { invitation } = source.read;
  const deadlinePartial = invitation.deadline?.startsWith("--") ? invitation.deadline : undefined;
  return (
    <Fieldset legend={t("round.section.wayIn")}>
      <Read
        {...props}
        names={["allocation"]}
        doubt={invitation.allocation === "teamByPrincipal" ? t("round.reading.team") : undefined}
      />
      <Read {...props} names={["deadline"]} doubt={deadlinePartial ? t("round.reading.deadline_year") : undefined}>
        {deadlinePartial ? <input type="hidden" name="deadlinePartial" value={deadlinePartial} /> : null}
      </Read>
      <Read {...props} names={["noticeDate"]} doubt={round.noticeMonth ? t("round.reading.notice_month") : undefined}>
        {round.noticeMonth ? <input type="hidden" name="noticeMonth" value={round.noticeMonth} /> : null}
      </Read>
      <Read {...props} names={["managerConsultation"]} />
    </Fieldset>
  );
}

type FieldsReadProps = ReadProps & {
  names: readonly RoundFieldName[];
  /** Under which names the reading keeps the words, if not the fields' own. */
  read?: readonly string[];
  doubt?: Child;
  children?: Child;
};

/** Fields of the editor, beside the words they were read from. */
function Read({ names, read = names, doubt, children, ...props }: FieldsReadProps) {
  return (
    <BesideReading t={props.t} source={props.source} read={read} doubt={doubt}>
      <RoundFields {...props} names={names} brief />
      {children}
    </BesideReading>
  );
}

type BesideReadingProps = {
  t: Translate;
  source: KeptSource;
  /** Under which names the reading keeps the words: the first one that has any is shown. */
  read: readonly string[];
  doubt?: Child;
  children?: Child;
};

/** Whatever is asked, beside the words it was read from. */
export function BesideReading({ t, source, read, doubt, children }: BesideReadingProps) {
  const span = read.flatMap((path) => source.read.readFrom[path] ?? []);
  const [start, end] = span;
  const words = start === undefined || end === undefined ? undefined : squeezed(source.text.slice(start, end));
  const line = start === undefined ? undefined : source.text.slice(0, start).split("\n").length;
  return (
    <Beside
      t={t}
      words={words}
      where={line === undefined ? undefined : t("round.reading.line", { line })}
      doubt={doubt}
    >
      {children}
    </Beside>
  );
}

function squeezed(words: string): string {
  const single = words.replaceAll(/\s+/gu, " ").trim();
  return single.length > 400 ? `${single.slice(0, 397)}…` : single;
}

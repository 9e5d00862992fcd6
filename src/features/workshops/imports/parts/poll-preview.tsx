import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import {
  columnsOf,
  isHardlyGroups,
  type PollChoice,
  type PollColumn,
  type PollFile,
  type ReadAnswer,
} from "#features/workshops/imports/poll-file.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Checkbox, Checks, Fieldset, Select } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { Notice } from "#ui/notice.tsx";

/** An answer as it was read, with its place among them and whether it is here already. */
export type PreviewedAnswer = ReadAnswer & { readonly at: number; readonly isKnown: boolean };

type PollPreviewProps = {
  t: Translate;
  filled: Filled;
  file: PollFile;
  choice: PollChoice;
  answers: readonly PreviewedAnswer[];
  groups: readonly string[];
  isAnonymous: boolean;
};

/** What a file or a text would bring in: its columns to choose, what is refused, and every answer to tick. */
export function PollPreview({ t, filled, file, choice, answers, groups, isAnonymous }: PollPreviewProps) {
  const refused = answers.filter(({ problem }) => problem !== null);
  const known = answers.filter(({ problem, isKnown }) => problem === null && isKnown);
  const fresh = answers.filter(({ problem, isKnown }) => problem === null && !isKnown);
  const there = new Set(groups.map((name) => name.toLocaleLowerCase("sv")));
  const newGroups = [...new Set(fresh.flatMap(({ group }) => group ?? []))].filter(
    (name) => !there.has(name.toLocaleLowerCase("sv")),
  );
  return (
    <>
      {file.isLines ? null : <ColumnChoice t={t} filled={filled} file={file} choice={choice} />}
      {refused.length > 0 ? (
        <Notice t={t} tone="warn" heading={t("bringing_in.refused", { count: refused.length })}>
          <ul>
            {refused.slice(0, 50).map(({ line, problem }) => (
              <li>
                {t("bringing_in.refused_row", { line, reason: t(`bringing_in.problem.${problem ?? "tooLong"}`) })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {isHardlyGroups(answers) ? (
        <Notice
          t={t}
          tone="warn"
          heading={t("bringing_in.hardly_groups", { count: new Set(answers.map(({ group }) => group)).size })}
        />
      ) : null}
      {known.length > 0 ? <p>{t("bringing_in.known", { count: known.length })}</p> : null}
      <Groups t={t} isAnonymous={isAnonymous && answers.some(({ group }) => group !== null)} added={newGroups} />
      {fresh.length > 0 ? (
        <>
          <Checks
            t={t}
            filled={filled}
            name="rows"
            label={t("bringing_in.field.rows", { count: fresh.length })}
            options={fresh.map(({ at, text, line, group }) => ({
              value: String(at),
              label: text,
              help: group === null ? t("bringing_in.row", { line }) : t("bringing_in.row_group", { line, group }),
            }))}
            value={fresh.map(({ at }) => String(at))}
            required
          />
          <Buttons>
            <Button name="deed" value="take">
              {t("bringing_in.take")}
            </Button>
          </Buttons>
        </>
      ) : (
        <p class="muted">{t("bringing_in.field.rows", { count: 0 })}</p>
      )}
    </>
  );
}

function Groups({ t, isAnonymous, added }: { t: Translate; isAnonymous: boolean; added: readonly string[] }): Child {
  if (isAnonymous) return <p>{t("bringing_in.anonymous")}</p>;
  return added.length > 0 ? <p>{t("bringing_in.new_groups", { groups: added.slice(0, 60).join(", ") })}</p> : null;
}

type ColumnChoiceProps = Pick<PollPreviewProps, "t" | "filled" | "file" | "choice">;

function ColumnChoice({ t, filled, file, choice }: ColumnChoiceProps) {
  const sheet = file.sheets[choice.sheet];
  const columns = sheet ? columnsOf(sheet, choice.hasHeader) : [];
  return (
    <Fieldset legend={t("bringing_in.columns")}>
      {file.sheets.length > 1 ? (
        <Select
          t={t}
          filled={filled}
          name="sheet"
          label={t("bringing_in.field.sheet")}
          options={file.sheets.map(({ name }, at) => ({ value: String(at), label: name }))}
          value={String(choice.sheet)}
          empty={false}
          width="medium"
          required
        />
      ) : null}
      <Checks
        t={t}
        filled={filled}
        name="columns"
        label={t("bringing_in.field.columns")}
        options={columns.map((column) => ({
          value: String(column.at),
          label: columnName(t, column),
          help: column.example === "" ? undefined : t("bringing_in.example", { example: column.example.slice(0, 120) }),
        }))}
        value={choice.columns.map(String)}
        required
      />
      <Select
        t={t}
        filled={filled}
        name="groupColumn"
        label={t("bringing_in.field.groupColumn")}
        help={t("bringing_in.field.groupColumn_help")}
        options={columns.map((column) => ({ value: String(column.at), label: columnName(t, column) }))}
        value={choice.groupColumn === null ? undefined : String(choice.groupColumn)}
        empty={t("bringing_in.no_group")}
        width="medium"
      />
      <Checkbox
        t={t}
        filled={filled}
        name="hasHeader"
        label={t("bringing_in.field.hasHeader")}
        checked={choice.hasHeader}
      />
      <Buttons>
        <Button quiet name="deed" value="look">
          {t("bringing_in.look")}
        </Button>
      </Buttons>
    </Fieldset>
  );
}

function columnName(t: Translate, { at, heading }: PollColumn): string {
  const letter = at < 26 ? String.fromCharCode(65 + at) : String(at + 1);
  return heading === "" ? t("bringing_in.column", { letter }) : heading;
}

import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { mayRunBody } from "#features/meetings/body/body-policy.ts";
import { BodyChange, Charter, longest, mostTasks, NewBody, Rest, Restart } from "#features/meetings/body/charter.ts";
import { addBody, changeBody, restartBody, restBody, writeCharter } from "#features/meetings/body/commands.ts";
import { keepersFor, withOrganisation } from "#features/meetings/body/pages/keeper.ts";
import { BodyFields } from "#features/meetings/body/parts/body-fields.tsx";
import { KeeperField } from "#features/meetings/body/parts/keeper-field.tsx";
import { bodyCalled, type BodyFacts, tasksOf } from "#features/meetings/body/queries.ts";
import { Checkbox, DateField, OneOfSeveral, TextArea, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type Page = Context<Environment>;

/** Beginning a body, changing what it says of itself, its charter, and letting it rest. */
export const bodyFormPages = pages("signedIn")
  .form("/grupper/ny", {
    async draw(c, filled) {
      const { t, actor } = c.var;
      if (!actor.reach.has("bodies:manage")) throw new Refusal("not_found", "body.no_such_body");
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          heading={t("body.add")}
          lead={t("body.new_lead")}
          press={t("body.save")}
          back="/grupper"
        >
          <KeeperField t={t} filled={filled} label={t("body.kept_by_field")} keepers={await keepersFor(c)} />
          <BodyFields t={t} filled={filled} />
        </FormPage>,
        { title: t("body.add") },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      if (!actor.reach.has("bodies:manage")) throw new Refusal("not_found", "body.no_such_body");
      const placed = await withOrganisation(c, filled, "keeper", "organisationId", true);
      const { slug } = await addBody(db, actor, now, checkedForm(NewBody, placed));
      return c.redirect(`/grupper/${slug}?klart=upplagd`, 303);
    },
  })
  .form("/grupper/:slug/andra", {
    async draw(c, filled) {
      const body = await bodyToRun(c);
      return drawAbout(c, filled, body, {
        heading: c.var.t("body.change"),
        hidden: { version: String(body.version) },
        children: <BodyFields t={c.var.t} filled={filled} before={body} />,
      });
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { id, slug } = await bodyToRun(c);
      await changeBody(db, actor, now, id, checkedForm(BodyChange, filled));
      return c.redirect(`/grupper/${slug}?klart=andrad`, 303);
    },
  })
  .form("/grupper/:slug/uppgifter", {
    async draw(c, filled) {
      const { t, db } = c.var;
      const body = await bodyToRun(c);
      const tasks = await tasksOf(db, body.id);
      const typed = Object.keys(filled.values).map((name) => Number(/^tasks\.(\d+)\./u.exec(name)?.[1] ?? -1));
      const rows = Math.min(mostTasks, Math.max(tasks.length + 3, ...typed.map((row) => row + 1)));
      return drawAbout(c, filled, body, {
        heading: t("body.write_tasks"),
        lead: t("body.write_tasks_lead"),
        hidden: { version: String(body.version) },
        children: Array.from({ length: rows }, (_, row) => (
          <OneOfSeveral legend={t("body.task_numbered", { number: row + 1 })}>
            <TextField
              t={t}
              filled={filled}
              name={`tasks.${row}.text`}
              label={t("body.task_text")}
              value={tasks[row]?.text}
            />
            <TextField
              t={t}
              filled={filled}
              name={`tasks.${row}.goal`}
              label={t("body.task_goal")}
              help={row === 0 ? t("body.task_goal_help") : undefined}
              value={tasks[row]?.goal}
            />
            <Checkbox
              t={t}
              filled={filled}
              name={`tasks.${row}.isOpen`}
              label={t("body.task_is_open")}
              checked={tasks[row]?.isOpen ?? false}
            />
          </OneOfSeveral>
        )),
      });
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { id, slug } = await bodyToRun(c);
      await writeCharter(db, actor, now, id, checkedForm(Charter, withoutEmptyRows(filled)));
      return c.redirect(`/grupper/${slug}?klart=andrad`, 303);
    },
  })
  .form("/grupper/:slug/vila", {
    async draw(c, filled) {
      const { t, now } = c.var;
      const body = await bodyToRun(c);
      return drawAbout(c, filled, body, {
        heading: t("body.rest"),
        lead: t("body.rest_lead"),
        children: (
          <>
            <DateField
              t={t}
              filled={filled}
              name="fromDay"
              label={t("body.rest_from")}
              value={dateIn(now()).toString()}
            />
            <TextArea
              t={t}
              filled={filled}
              name="reason"
              required
              label={t("body.rest_reason")}
              help={t("body.no_clients")}
              rows={2}
              limit={longest.reason}
            />
          </>
        ),
      });
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { id, slug } = await bodyToRun(c);
      await restBody(db, actor, now, id, checkedForm(Rest, filled));
      return c.redirect(`/grupper/${slug}?klart=vilar`, 303);
    },
  })
  .form("/grupper/:slug/starta", {
    async draw(c, filled) {
      const { t, now } = c.var;
      const body = await bodyToRun(c);
      if (!body.dormantSince) throw new Refusal("conflict", "body.does_not_rest");
      const day = sayDate(t.language, body.dormantSince, { weekday: false });
      const value = dateIn(now()).toString();
      return drawAbout(c, filled, body, {
        heading: t("body.restart"),
        lead: t("body.restart_lead", { day }),
        children: <DateField t={t} filled={filled} name="day" label={t("body.restart_on")} value={value} />,
      });
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { id, slug } = await bodyToRun(c);
      await restartBody(db, actor, now, id, checkedForm(Restart, filled));
      return c.redirect(`/grupper/${slug}?klart=startad`, 303);
    },
  });

type Drawn = {
  readonly heading: string;
  readonly lead?: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly press?: string;
  readonly danger?: boolean;
  readonly children: Child;
};

/** A form about a body: it leads back there, and says when somebody else has changed the body meanwhile. */
export function drawAbout(c: Page, filled: Filled, { name, slug }: BodyFacts, drawn: Drawn) {
  const { t } = c.var;
  const back = `/grupper/${slug}`;
  const isOvertaken = filled.problems.some(({ code }) => code === "body.changed_meanwhile");
  const overtaken = isOvertaken ? (
    <Notice t={t} tone="warn" heading={t("body.overtaken")}>
      <p>
        {t("body.overtaken_text")}{" "}
        <a href={back} target="_blank" rel="noopener">
          {t("body.overtaken_see")}
        </a>
      </p>
    </Notice>
  ) : null;
  const { heading, press, children, ...rest } = drawn;
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={<a href={back}>{name}</a>}
      heading={heading}
      before={overtaken}
      press={press ?? t("body.save")}
      back={back}
      {...rest}
    >
      {children}
    </FormPage>,
    { title: `${heading}: ${name}` },
  );
}

/** The body a form is about, for those who run it. */
export async function bodyToRun(c: Page): Promise<BodyFacts> {
  const { db, actor, now } = c.var;
  const body = await bodyCalled(db, actor, c.req.param("slug") ?? "", dateIn(now()));
  if (!mayRunBody(body.standing)) throw new Refusal("forbidden", "body.not_yours");
  return body;
}

/** A row that only has its box ticked, or nothing in it, is no task. */
function withoutEmptyRows(filled: Filled): Filled {
  const isWritten = (row: string) =>
    ["text", "goal"].some((field) => String(filled.values[`tasks.${row}.${field}`] ?? "").trim() !== "");
  const values = Object.entries(filled.values).filter(([name]) => {
    const row = /^tasks\.(\d+)\./u.exec(name)?.[1];
    return row === undefined || isWritten(row);
  });
  return { ...filled, values: Object.fromEntries(values) };
}

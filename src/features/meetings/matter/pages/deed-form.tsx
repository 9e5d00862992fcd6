import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { MessageKey, Translate } from "#kernel/messages.ts";
import type { Environment } from "#platform/web/environment.ts";
import type { Filled } from "#platform/web/form.ts";
import type { Form } from "#platform/web/pages.ts";
import { matterToSteer } from "#features/meetings/matter/pages/matter.tsx";
import type { MatterInside } from "#features/meetings/matter/queries.ts";
import { TextArea } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";

type Page = Context<Environment>;
type Drawing = { readonly c: Page; readonly t: Translate; readonly filled: Filled; readonly inside: MatterInside };

/** One deed on a page of its own: what it is called, its fields, and what it does. */
type Deed = {
  readonly heading: MessageKey;
  /** Refuses a matter that it makes no sense for, so that nobody fills in a form in vain. */
  readonly mustFit?: (inside: MatterInside) => void;
  readonly lead?: (drawing: Drawing) => string;
  readonly hidden?: (inside: MatterInside) => Record<string, string>;
  readonly danger?: boolean;
  readonly fields: (drawing: Drawing) => Child | Promise<Child>;
  readonly send: (c: Page, slug: string, filled: Filled) => Promise<unknown>;
  /** The word in the address that the page afterwards says what was done by. */
  readonly done: string;
};

/** A form on a page of its own for a deed, for those who may steer the matter. */
export function deedForm({ heading, mustFit, lead, hidden, danger, fields, send, done }: Deed): Form {
  return {
    async draw(c, filled) {
      const { t } = c.var;
      const inside = await matterToSteer(c);
      mustFit?.(inside);
      const { slug, title } = inside.matter;
      const drawing = { c, t, filled, inside };
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={`/fraga/${slug}`}>{title}</a>}
          heading={t(heading)}
          lead={lead?.(drawing)}
          press={t("matter.save")}
          danger={danger}
          back={`/fraga/${slug}`}
          hidden={hidden?.(inside)}
        >
          {await fields(drawing)}
        </FormPage>,
        { title: `${t(heading)}: ${title}` },
      );
    },
    async send(c, filled) {
      const slug = c.req.param("slug") ?? "";
      await send(c, slug, filled);
      return c.redirect(`/fraga/${slug}?klart=${done}`, 303);
    },
  };
}

type WordsProps = {
  t: Translate;
  filled: Filled;
  name: string;
  label: MessageKey;
  limit: number;
  required?: boolean;
  value?: string | null;
};

/** A free text, with the standing sentence about single persons. */
export function MatterWords({ t, filled, name, label, limit, required, value }: WordsProps) {
  return (
    <TextArea
      t={t}
      filled={filled}
      name={name}
      label={t(label)}
      help={t("matter.no_clients")}
      rows={4}
      limit={limit}
      required={required}
      value={value}
    />
  );
}

import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, emptyForm, type Filled } from "#platform/web/form.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { pages } from "#platform/web/pages.ts";
import { Joining } from "#features/workshops/answering/answer.ts";
import { joinRoom } from "#features/workshops/answering/commands.ts";
import { deviceSecret, keptSecret } from "#features/workshops/answering/pages/device-cookie.ts";
import { codesTried, comingsIn } from "#features/workshops/answering/pages/room-limits.ts";
import { RoomFrame } from "#features/workshops/answering/parts/room-frame.tsx";
import { groupsWithDevice, roomOf, type Visit, visitOf } from "#features/workshops/answering/queries.ts";
import { isToAnswer, type Room } from "#features/workshops/answering/room.ts";
import { JoinCode, spokenCode } from "#features/workshops/workshop/join-code.ts";
import { Narrow } from "#ui/columns.tsx";
import { Choice, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Button } from "#ui/button.tsx";
import { Form, FormEnd } from "#ui/form.tsx";

type Page = Context<Environment>;

/** How often a page without script is asked for again while there is nothing to answer, in seconds. */
const askedAgain = 10;

/** The way into a room with a code, without an account. */
export const startPages = pages("open").form("/delta", {
  draw: (c, filled) => {
    const typed = JoinCode.safeParse(c.req.query("kod") ?? "");
    return typed.success ? c.redirect(`/delta/${typed.data}`, 303) : drawStart(c, filled);
  },
  send: (c, filled) => {
    const typed = JoinCode.safeParse(filled.values["code"] ?? "");
    if (!typed.success)
      throw new Refusal("invalid", "workshop.code_form", {}, [{ path: "code", code: "workshop.code_form" }]);
    return c.redirect(`/delta/${typed.data}`, 303);
  },
});

/** A room: to come into, and to answer in. */
export const roomPages = pages("mailedLink").form("/delta/:code", {
  draw: (c, filled) => drawRoom(c, filled),
  async send(c, filled) {
    const { db, now, limits } = c.var;
    const code = codeIn(c);
    if (!code) return drawStart(c, emptyForm);
    const { group } = checkedForm(Joining, filled);
    await limits.count(comingsIn, { address: networkAddress(c), target: code });
    await joinRoom(db, now, code, keptSecret(c), group);
    return c.redirect(`/delta/${code}`, 303);
  },
});

/** The room as its page shows it to whoever has come in, or the way in. */
export async function drawRoom(c: Page, filled: Filled): Promise<Response> {
  const { db, limits } = c.var;
  const code = codeIn(c);
  if (code && c.req.method === "GET" && code !== c.req.param("code")) return c.redirect(`/delta/${code}`, 303);
  const secret = deviceSecret(c);
  const visit = code ? await visitOf(db, code, secret) : undefined;
  const room = visit && (await roomOf(db, visit.workshopId));
  if (!code || !visit || !room) {
    await limits.count(codesTried, { address: networkAddress(c) });
    return drawStart(c, emptyForm, code ?? c.req.param("code"));
  }
  c.header("Cache-Control", "no-store");
  const wantsIn = !visit.device || c.req.query("byt") === "grupp";
  return wantsIn ? drawJoining(c, room, visit, filled) : drawInside(c, room, visit.device, filled);
}

function drawStart(c: Page, filled: Filled, wrong?: string): Response | Promise<Response> {
  const { t } = c.var;
  const title = t("answering.start.title");
  if (wrong !== undefined) c.status(404);
  const code = wrong !== undefined && wrong.length === 6 ? spokenCode(wrong) : (wrong ?? "").slice(0, 20);
  return c.render(
    <Narrow>
      <PageHeading
        heading={wrong === undefined ? title : t("answering.no_such_code.title", { code })}
        lead={t(wrong === undefined ? "answering.start.lead" : "answering.no_such_code.lead")}
      />
      <Form t={t} filled={filled} action="/delta">
        <TextField
          t={t}
          filled={filled}
          name="code"
          label={t("answering.start.code")}
          help={t("answering.start.code_help")}
          autocomplete="off"
          width="short"
          required
        />
        <FormEnd>
          <Button>{t("answering.start.press")}</Button>
        </FormEnd>
      </Form>
    </Narrow>,
    { title, kind: "public" },
  );
}

async function drawJoining(c: Page, room: Room, { workshopId }: Visit, filled: Filled): Promise<Response> {
  const { t, db } = c.var;
  const { code } = room;
  const isOneEach = room.device === "group";
  if (room.state === "draft") {
    // Here the script has nothing to watch yet.
    c.header("Refresh", String(askedAgain));
    return c.render(
      <Narrow>
        <PageHeading heading={room.title} lead={t("answering.not_begun.lead")} />
        <p>
          <a href={`/delta/${code}`}>{t("answering.refresh")}</a>
        </p>
      </Narrow>,
      { title: room.title, kind: "public" },
    );
  }
  const taken = isOneEach ? await groupsWithDevice(db, workshopId) : new Set<string>();
  const options = room.groups.map(({ id, name }) => ({
    value: id,
    label: name,
    ...(taken.has(id) ? { help: t("answering.join.taken") } : {}),
  }));
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      action={`/delta/${code}`}
      heading={room.title}
      lead={t(isOneEach ? "answering.join.lead_group" : "answering.join.lead")}
      press={t("answering.join.press")}
      back="/delta"
    >
      {options.length > 0 ? (
        <Choice
          t={t}
          filled={filled}
          name="group"
          label={t(isOneEach ? "answering.join.group_device" : "answering.join.group")}
          options={options}
          required
        />
      ) : null}
      <p class="muted">{t(room.isAnonymous ? "answering.join.anonymous" : "answering.join.by_group")}</p>
    </FormPage>,
    { title: room.title, kind: "public" },
  );
}

function drawInside(c: Page, room: Room, device: Visit["device"], filled: Filled): Response | Promise<Response> {
  const { t, now } = c.var;
  const at = now();
  const again = device && !isToAnswer(room, device, at) ? { refreshedWithoutScript: askedAgain } : {};
  return c.render(<RoomFrame t={t} room={room} now={at} mark={randomUUID()} device={device} filled={filled} />, {
    title: room.title,
    kind: "public",
    ...again,
  });
}

/** The code in the address, as it is written; nothing for what is no code. */
export function codeIn(c: Page): string | undefined {
  const typed = JoinCode.safeParse(c.req.param("code") ?? "");
  return typed.success ? typed.data : undefined;
}

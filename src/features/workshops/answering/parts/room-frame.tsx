import type { Translate } from "#kernel/messages.ts";
import type { Filled } from "#platform/web/form.ts";
import { grace } from "#features/workshops/answering/answer.ts";
import { RoomNow } from "#features/workshops/answering/parts/room-now.tsx";
import type { Device, Room } from "#features/workshops/answering/room.ts";
import { Narrow } from "#ui/columns.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type RoomFrameProps = {
  t: Translate;
  room: Room;
  now: Temporal.Instant;
  mark: string;
  device: Device | undefined;
  filled: Filled;
};

/** A room on a phone: what it is, what is asked now, and what a script says in between. */
export function RoomFrame({ t, room, now, mark, device, filled }: RoomFrameProps) {
  const { code } = room;
  const group = room.groups.find(({ id }) => id === device?.groupId)?.name;
  const isRelieved = room.device === "group" && device?.isRapporteur === false;
  const address = `/delta/${code}`;
  return (
    <Narrow>
      <PageHeading kicker={group === undefined ? undefined : t("answering.group", { group })} heading={room.title} />
      {device?.isShutOut ? (
        <Notice t={t} tone="warn" heading={t("answering.shut_out.title")}>
          {t("answering.shut_out")}
        </Notice>
      ) : isRelieved ? (
        <Notice
          t={t}
          tone="warn"
          heading={t("answering.other_device")}
          action={<a href={`${address}?byt=grupp`}>{t("answering.change_group")}</a>}
        >
          {t("answering.other_device.text")}
        </Notice>
      ) : (
        <>
          <workshop-room
            data-address={address}
            data-mark={String(room.version)}
            data-now={String(now.epochMilliseconds)}
            data-grace={String(grace)}
            data-new={t("answering.told.new", { question: "#" })}
            data-sending={t("answering.told.sending")}
            data-sent={t("answering.told.sent")}
            data-offline={t("answering.told.offline")}
            data-minute={t("answering.told.minute")}
            data-soon={t("answering.told.soon")}
            data-up={t("answering.told.up")}
            data-late={t("answering.told.late")}
            data-fast={t("answering.told.fast")}
            data-left={t("answering.left", { left: "#" })}
            data-thanks={t("answering.thanks.title")}
            data-next={t("answering.thanks.text")}
          >
            <p class="room-told" role="status" />
            <div data-room="">
              <RoomNow t={t} room={room} now={now} mark={mark} device={device} filled={filled} />
            </div>
          </workshop-room>
          <p class="muted">{t("answering.no_clients")}</p>
        </>
      )}
      <p class="muted">
        <a href={address}>{t("answering.refresh")}</a>
        {room.groups.length > 0 && !isRelieved ? (
          <>
            {" · "}
            <a href={`${address}?byt=grupp`}>{t("answering.change_group")}</a>
          </>
        ) : null}
      </p>
    </Narrow>
  );
}

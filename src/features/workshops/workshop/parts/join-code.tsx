import { type Child, raw } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { spokenCode } from "#features/workshops/workshop/join-code.ts";

/** Where one comes in, as it is said and as it is written in full: "sammanvagt.se/delta" and the address with the code. */
export function joinAddress(baseUrl: string, code: string) {
  return { said: `${new URL(baseUrl).host}/delta`, whole: `${baseUrl}/delta/${code}` };
}

/** The drawing that a telephone reads. */
export async function joinDrawing(baseUrl: string, code: string): Promise<string> {
  const { toString: qrCode } = await import("qrcode");
  return qrCode(joinAddress(baseUrl, code).whole, { type: "svg", margin: 2 });
}

type JoinCodeProps = { t: Translate; baseUrl: string; code: string; drawing: string; children?: Child };

/** The way into the room: address, code and the drawing for a telephone. */
export function JoinCode({ t, baseUrl, code, drawing, children }: JoinCodeProps) {
  const { said, whole } = joinAddress(baseUrl, code);
  return (
    <div class="way-in">
      <p>
        {t("workshop.go_to")} <a href={whole}>{said}</a>
      </p>
      <p class="room-code">
        <span class="sr-only">{t("workshop.code")}: </span>
        <code>{spokenCode(code)}</code>
      </p>
      <div class="qr" role="img" aria-label={t("workshop.code_drawing")}>
        {raw(drawing)}
      </div>
      {children}
    </div>
  );
}

import type { PersonId } from "#kernel/ids.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { BodyFacts } from "#features/meetings/body/queries.ts";
import { askedOf } from "#features/meetings/minutes/finishing.ts";
import type { MinutesPart } from "#features/meetings/minutes/minutes.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";

/** A part, and what whoever reads it may do. */
export type PartShown = {
  readonly t: Translate;
  readonly part: MinutesPart;
  /** Its bodies: its own, or all that meet. */
  readonly bodies: readonly BodyFacts[];
  /** Where the pages of these minutes are. */
  readonly address: string;
  readonly can: { readonly write: boolean; readonly run: boolean; readonly adjust: boolean; readonly add: boolean };
  /** Whether enough have come, as far as it is known. */
  readonly isEnough: boolean | null;
  readonly personId: PersonId | undefined;
  readonly now: Temporal.Instant;
};

/** What can be done with the part as a whole. */
export function PartDeeds({ t, part, bodies, address, can }: PartShown) {
  const at = `${address}/${part.id}`;
  const { isAdjusted } = askedOf(bodies);
  const isReady = part.state === (isAdjusted ? "adjusting" : "working");
  const deeds: Child[] = [];
  if (can.write && part.state === "working")
    deeds.push(
      <LinkButton href={`${at}/punkt`} quiet>
        {t("minutes.item_add")}
      </LinkButton>,
    );
  if (can.adjust && part.state === "adjusting")
    deeds.push(
      <Form t={t} action={`${at}/justera`} tight>
        <Button>{t("minutes.adjust")}</Button>
      </Form>,
    );
  if (can.run && isReady)
    deeds.push(
      <LinkButton href={`${at}/klar`} quiet>
        {t("minutes.finish")}
      </LinkButton>,
    );
  if (can.run && isAdjusted && part.state === "working")
    deeds.push(
      <LinkButton href={`${at}/justering`} quiet>
        {t("minutes.adjusting_ask")}
      </LinkButton>,
    );
  if (can.run && part.state === "adjusting")
    deeds.push(
      <Form t={t} action={`${at}/ta-tillbaka`} tight>
        <Button plain>{t("minutes.take_back")}</Button>
      </Form>,
    );
  if (can.run && part.state === "working")
    deeds.push(
      <LinkButton href={`${at}/antecknar`} plain>
        {t("minutes.note_takers_choose")}
      </LinkButton>,
    );
  if (can.add && part.state === "final")
    deeds.push(
      <LinkButton href={`${at}/tillagg`} quiet>
        {t("minutes.add")}
      </LinkButton>,
    );
  return deeds.length > 0 ? <Buttons>{deeds}</Buttons> : null;
}

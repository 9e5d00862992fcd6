import type { Translate } from "#kernel/messages.ts";
import { writerOf } from "#platform/shared-texts/text-saving.ts";
import type { BodyFacts } from "#features/meetings/body/queries.ts";
import { askedOf } from "#features/meetings/minutes/finishing.ts";
import { ItemSaid, ItemTags, sayPerson } from "#features/meetings/minutes/parts/item-said.tsx";
import type { Addition, MinutesItem, MinutesPart } from "#features/meetings/minutes/minutes.ts";
import { PartDeeds, type PartShown } from "#features/meetings/minutes/parts/part-deeds.tsx";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { dot } from "#ui/dot.ts";
import { type FactItem, Facts } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { sayMoment } from "#ui/swedish-dates.ts";
import { Tag } from "#ui/tag.tsx";
import { Unknown } from "#ui/unknown.tsx";

/** What a part is called: the common one, or by its body. */
export function namePart(t: Translate, part: Pick<MinutesPart, "bodyId">, bodies: readonly BodyFacts[]): string {
  return part.bodyId === null ? t("minutes.common") : (bodies[0]?.name ?? "");
}

/** A part of the minutes: who wrote it, what was said, and what can be done with it. */
export function PartOfMinutes(shown: PartShown) {
  const { t, part, bodies } = shown;
  const hasMandate = part.hadMandate ?? askedOf(bodies).hasMandate;
  return (
    <section class="stack" id={`del-${part.id}`} aria-labelledby={`h-${part.id}`}>
      <h2 id={`h-${part.id}`}>{namePart(t, part, bodies)}</h2>
      <p>
        <Tag tone={part.state === "final" ? "plain" : "open"}>{t(`minutes.state.${part.state}`)}</Tag>
      </p>
      <PartFacts {...shown} />
      <Warnings {...shown} />
      {part.items.length === 0 ? (
        <p>
          <Unknown>{t("minutes.nothing_noted")}</Unknown>
        </p>
      ) : (
        part.items.map((item) => <Item {...shown} item={item} hasMandate={hasMandate} />)
      )}
      <Additions t={t} additions={part.additions.filter(({ itemId }) => itemId === null)} />
      <PartDeeds {...shown} />
    </section>
  );
}

function PartFacts({ t, part, bodies }: PartShown) {
  const moment = (at: Temporal.Instant) => sayMoment(t.language, at);
  const facts: FactItem[] = [
    {
      term: t("minutes.note_takers"),
      value:
        part.takers.length > 0
          ? part.takers.map((person) => sayPerson(t, person)).join(", ")
          : t("minutes.note_takers_none"),
    },
  ];
  if (part.adjusters.length > 0)
    facts.push({
      term: t("minutes.adjusters"),
      value: (
        <ul>
          {part.adjusters.map((person) => (
            <li>
              {sayPerson(t, person)}
              {dot}
              {person.adjustedAt
                ? t("minutes.adjusters.done", { moment: moment(person.adjustedAt) })
                : t("minutes.adjusters.left")}
            </li>
          ))}
        </ul>
      ),
    });
  if (part.diaryNumber) facts.push({ term: t("minutes.diary_number"), value: part.diaryNumber });
  const { finishedAt, finishedBy, secrecyCheckedAt, secrecyCheckedBy } = part;
  return (
    <>
      {part.state === "final" ? null : (
        <p class="muted">
          {t(part.bodyId === null && bodies.length > 1 ? "minutes.working_help_common" : "minutes.working_help")}
        </p>
      )}
      <Facts items={facts} />
      {finishedAt ? (
        <p class="muted">
          {finishedBy
            ? t("minutes.finished_by", { moment: moment(finishedAt), name: sayPerson(t, finishedBy) })
            : t("minutes.finished", { moment: moment(finishedAt) })}
        </p>
      ) : null}
      {secrecyCheckedAt && secrecyCheckedBy ? (
        <p class="muted">
          {t("minutes.secrecy_checked", { moment: moment(secrecyCheckedAt), name: sayPerson(t, secrecyCheckedBy) })}
        </p>
      ) : null}
    </>
  );
}

/** That a body may not decide, or is too few to: said before it is final, and told of it afterwards. */
function Warnings({ t, part, bodies, isEnough }: PartShown) {
  const decides = part.items.some(({ kind, decidedBy }) => kind === "decision" && decidedBy === null);
  if (part.state === "final")
    return (
      <>
        {part.hadQuorum === false ? <p>{t("minutes.without_quorum")}</p> : null}
        {decides && part.hadMandate === false ? <p>{t("minutes.without_mandate")}</p> : null}
      </>
    );
  const isCounted = bodies.some(({ quorumOf }) => quorumOf !== null);
  return (
    <>
      {isEnough === false ? (
        <Notice t={t} tone="warn">
          {t("minutes.too_few")}
        </Notice>
      ) : null}
      {isCounted && isEnough === null && decides ? (
        <Notice t={t} tone="warn">
          {t("minutes.quorum_unknown")}
        </Notice>
      ) : null}
      {decides && !askedOf(bodies).hasMandate ? (
        <Notice t={t} tone="warn">
          {t("minutes.no_mandate")}
        </Notice>
      ) : null}
    </>
  );
}

type ItemProps = PartShown & { item: MinutesItem; hasMandate: boolean };

function Item({ item, hasMandate, ...shown }: ItemProps) {
  const { t, part, can, address } = shown;
  const isEmpty = item.body === "" && item.kind === null;
  return (
    <div class="minutes-item" id={`p-${item.id}`}>
      <h3>{item.heading}</h3>
      <ItemTags t={t} item={item} hasMandate={hasMandate} />
      {item.matter ? (
        <p>
          <a href={`/fraga/${item.matter.slug}`}>{t("minutes.matter", { title: item.matter.title })}</a>
        </p>
      ) : null}
      {isEmpty ? (
        <p>
          <Unknown>{t("minutes.nothing_on_item")}</Unknown>
        </p>
      ) : null}
      {item.body === "" ? null : <p class="as-written">{item.body}</p>}
      <ItemSaid t={t} item={item} />
      <Additions t={t} additions={part.additions.filter(({ itemId }) => itemId === item.id)} />
      {part.state === "working" ? (
        <Working {...shown} at={`${address}/punkt/${item.id}`} item={item} mayWrite={can.write} />
      ) : null}
    </div>
  );
}

/** What there is to know and do while an item is written. */
function Working({
  t,
  item,
  at,
  mayWrite,
  personId,
  now,
}: PartShown & { item: MinutesItem; at: string; mayWrite: boolean }) {
  const { heading, savedBy, savedAt } = item;
  const standing = { ...item, hand: null, writerId: item.writer?.id ?? null };
  const isOthers = item.writer !== null && item.writer.id !== personId && writerOf(standing, now) !== undefined;
  return (
    <>
      {item.unsettled > 0 ? (
        <Notice
          t={t}
          tone="warn"
          action={
            mayWrite ? (
              <LinkButton href={`${at}/jamfor`} quiet>
                {t("ui.compare")}
              </LinkButton>
            ) : undefined
          }
        >
          {t("minutes.unsettled", { heading })}
        </Notice>
      ) : null}
      {savedBy && savedAt ? (
        <p class="muted">
          {t("minutes.saved_by", { name: sayPerson(t, savedBy), moment: sayMoment(t.language, savedAt) })}
          {mayWrite ? (
            <>
              {dot}
              <a href={`${at}/jamfor`} aria-label={t("minutes.other_texts_of", { heading })}>
                {t("ui.compare.earlier")}
              </a>
            </>
          ) : null}
        </p>
      ) : null}
      {isOthers && item.writer ? <p>{t("minutes.writes_now", { name: sayPerson(t, item.writer) })}</p> : null}
      {mayWrite ? (
        <Buttons>
          <Form t={t} action={`${at}/skriv`} tight>
            <Button quiet small label={t("minutes.write_in", { heading })}>
              {t("minutes.write")}
            </Button>
          </Form>
          <LinkButton
            href={`${at}/utfall`}
            quiet
            small
            label={t(item.kind === null ? "minutes.settle_of" : "minutes.settle_again_of", { heading })}
          >
            {t(item.kind === null ? "minutes.settle" : "minutes.settle_again")}
          </LinkButton>
          <LinkButton href={`${at}/andra`} plain small label={t("minutes.item_change_of", { heading })}>
            {t("minutes.item_change")}
          </LinkButton>
        </Buttons>
      ) : null}
    </>
  );
}

function Additions({ t, additions }: { t: Translate; additions: readonly Addition[] }) {
  if (additions.length === 0) return null;
  return (
    <ul aria-label={t("minutes.additions")}>
      {additions.map(({ text, writer, writtenAt }) => (
        <li>
          <span class="as-written">{text}</span>
          {dot}
          <span class="muted">
            {t("minutes.addition_by", { name: sayPerson(t, writer), moment: sayMoment(t.language, writtenAt) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

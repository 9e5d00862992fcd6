import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import type { Database } from "#platform/database/database.ts";
import { createItem } from "#features/knowledge/item/commands.ts";
import { NewItem } from "#features/knowledge/item/item-words.ts";
import type { TermId } from "#features/knowledge/item/item.ts";
import { itemInside } from "#features/knowledge/item/queries.ts";
import { answerReview, sendForReview } from "#features/knowledge/item/review/commands.ts";
import { ForReview, ReviewAnswer } from "#features/knowledge/item/review/review-words.ts";
import { actorOf, personWithAddress } from "#features/organisations/people/queries.ts";

type Ground = { readonly organisationId: OrganisationId; readonly planner: Actor };

const draft = {
  kind: "professional",
  title: "Två korta samtal i stället för ett långt",
  says: "När första mötet blev kortare och följdes av ett till samma vecka kom fler tillbaka.",
  source: "Påhittad av demon",
};

const reviewed = {
  kind: "localFollowUp",
  title: "Tid från anmälan till första samtal",
  says: "Mitten ligger på nio dagar. Var fjärde familj väntar mer än tre veckor.",
  holdsFor: "Anmälningar om barn på två enheter under en höst.",
  use: "Ring inom tre dagar, också när samtalet får vänta.",
  source: "Påhittad av demon",
  year: 2026,
  followedCount: 61,
  spread: "Från en dag till sju veckor",
};

/** What is under way in the base: a draft, and a follow-up by a colleague that one has looked at and one is asked to. */
export async function loadUnfinishedDemo(
  db: Database,
  { organisationId, planner }: Ground,
  earlier: (days: number) => Clock,
  terms: ReadonlyMap<string, TermId>,
): Promise<void> {
  const about = (...slugs: readonly string[]) => slugs.flatMap((slug) => terms.get(slug) ?? []);
  const begun = { ...draft, organisationId, terms: about("barn-och-unga", "bemotande") };
  await createItem(db, planner, earlier(3), NewItem.parse(begun));

  const called = async (name: string) => (await personWithAddress(db, `${name}@example.se`))?.id;
  const acting = async (id: PersonId | undefined) =>
    id && (await actorOf(db, id, dateIn(earlier(0)())).then((found) => found?.actor));
  const [writer, colleague] = [await acting(await called("ylva.sand")), await acting(await called("siv.alm"))];
  if (!writer || !colleague) return;
  const sent = { ...reviewed, organisationId, terms: about("barn-och-unga", "foraldrar-och-familjer", "uppfoljning") };
  const { slug } = await createItem(db, writer, earlier(6), NewItem.parse(sent));
  const asRead = async () => {
    const { versionNo, rowVersion } = (await itemInside(db, writer, slug, dateIn(earlier(0)()))).version;
    return { versionNo, rowVersion };
  };
  const reviewers = [planner.personId, colleague.personId];
  // Sent today: their roles in the demo begin today.
  const now = earlier(0);
  await sendForReview(db, writer, now, slug, ForReview.parse({ ...(await asRead()), reviewers }));
  const said = "Siffrorna stämmer. Skriv ut hur du räknade dagarna.";
  const answer = ReviewAnswer.parse({ ...(await asRead()), verdict: "approved", said });
  await answerReview(db, colleague, now, slug, answer);
}

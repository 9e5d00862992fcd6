import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import type { Database } from "#platform/database/database.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { demoExperiences } from "#features/knowledge/demo/demo-experiences.ts";
import { demoFollowUps } from "#features/knowledge/demo/demo-follow-ups.ts";
import { demoGuidelines } from "#features/knowledge/demo/demo-guidelines.ts";
import { loadUnfinishedDemo } from "#features/knowledge/demo/unfinished/demo.ts";
import type { DemoItem } from "#features/knowledge/demo/demo-item.ts";
import { demoQuestions } from "#features/knowledge/demo/demo-questions.ts";
import { demoResearch } from "#features/knowledge/demo/demo-research.ts";
import { demoVoices } from "#features/knowledge/demo/demo-voices.ts";
import { createItem } from "#features/knowledge/item/commands.ts";
import { stepExperience } from "#features/knowledge/item/experience/commands.ts";
import { ExperienceStep } from "#features/knowledge/item/experience/experience-words.ts";
import { bodiesThatProve } from "#features/knowledge/item/experience/queries.ts";
import { NewItem } from "#features/knowledge/item/item-words.ts";
import { itemInside } from "#features/knowledge/item/queries.ts";
import { publishItem, sendForReview } from "#features/knowledge/item/review/commands.ts";
import { ForReview, Publishing } from "#features/knowledge/item/review/review-words.ts";
import { retireItem } from "#features/knowledge/item/standing/commands.ts";
import { Retirement } from "#features/knowledge/item/standing/standing-words.ts";
import { allTerms } from "#features/knowledge/item/terms/queries.ts";
import { tie } from "#features/knowledge/lineage/commands.ts";
import { NewTie } from "#features/knowledge/lineage/lineage-words.ts";
import { answerQuestion } from "#features/knowledge/question/answer/commands.ts";
import { askQuestion } from "#features/knowledge/question/commands.ts";
import { NewQuestion, QuestionAnswer } from "#features/knowledge/question/question-words.ts";
import { addToList, createReadingList, publishReadingList } from "#features/knowledge/reading/commands.ts";
import { NewReadingList, ToRead } from "#features/knowledge/reading/reading-words.ts";
import { actorOf, personWithAddress } from "#features/organisations/people/queries.ts";

export type KnowledgeGround = { readonly organisationId: OrganisationId; readonly planner: Actor };

export type KnowledgeDemo = {
  /** The address of each item that the demo has a name for. */
  readonly slugs: ReadonlyMap<string, string>;
};

/** The ways to proven, one step after the other. */
const stages = ["shared", "documented", "followedUp", "examined", "proven"] as const;

/**
 * A knowledge base to look around in: forty items of the five kinds, some past their day, some proven by a body of the
 * demo, one retired with an appraisal and a list resting on it, one that is written and one that is reviewed, and
 * questions answered and open. Everything in it is invented and says so. Made by the same commands as real ones; needs
 * the demo's bodies and appraisals, and gives a list to its circle if that has come.
 */
export async function loadKnowledgeDemo(
  db: Database,
  { organisationId, planner }: KnowledgeGround,
  now: Clock,
): Promise<KnowledgeDemo> {
  const earlier = (days: number): Clock => {
    const at = now().subtract({ hours: 24 * days });
    return () => at;
  };
  const on = (days: number) => dateIn(now()).add({ days }).toString();
  const terms = new Map((await allTerms(db)).map(({ slug, id }) => [slug, id]));
  const slugs = new Map<string, string>();
  const items = [...demoResearch, ...demoGuidelines, ...demoExperiences, ...demoVoices, ...demoFollowUps];
  for (const item of items.toSorted((one, other) => other.days - one.days)) {
    const wish = NewItem.parse({ ...said(item), organisationId, terms: item.terms.map((slug) => terms.get(slug)) });
    const { slug } = await createItem(db, planner, earlier(item.days + 9), wish);
    if (item.name) slugs.set(item.name, slug);
    await publish(db, planner, slug, {
      sent: earlier(item.days + 7),
      out: earlier(item.days),
      reviewDue: on(item.due),
    });
    if (item.stage) await takeFurther(db, planner, slug, item, { earlier, on });
  }

  const called = (name: string) => slugs.get(name) ?? "";
  await tieTogether(db, planner, called, now);
  await readTogether(db, { planner, organisationId }, called, earlier);
  const reason = "Andra utgåvan har kommit. Den första saknar det som gäller när det finns våld.";
  const retired = Retirement.parse({ reason, readInstead: called("newManual") });
  await retireItem(db, planner, earlier(12), called("manual"), retired);
  await askAndAnswer(db, { planner, organisationId }, called, earlier);
  await loadUnfinishedDemo(db, { planner, organisationId }, earlier, terms);
  return { slugs };
}

function said({ kind, title, says, holdsFor, use, source, year, authors, asked, followed }: DemoItem) {
  return {
    kind,
    title,
    says,
    holdsFor,
    use,
    year,
    authors,
    source: source ?? "Påhittad av demon",
    licence: "Fri att använda",
    ...(asked && {
      askedWho: asked.who,
      askedHow: asked.how,
      askedCount: asked.count,
      missing: asked.missing,
      participation: asked.participation,
    }),
    ...(followed && {
      followedCount: followed.count,
      followedFrom: followed.from,
      followedTo: followed.to,
      spread: followed.spread,
    }),
  };
}

type Out = { readonly sent: Clock; readonly out: Clock; readonly reviewDue: string };

async function publish(db: Database, planner: Actor, slug: string, { sent, out, reviewDue }: Out): Promise<void> {
  const read = async () => {
    const { working, version } = await itemInside(db, planner, slug, dateIn(out()));
    const { versionNo, rowVersion } = working ?? version;
    return { versionNo, rowVersion };
  };
  await sendForReview(db, planner, sent, slug, ForReview.parse({ ...(await read()), reviewers: [] }));
  await publishItem(db, planner, out, slug, Publishing.parse({ ...(await read()), reviewDue }));
}

type Days = { readonly earlier: (days: number) => Clock; readonly on: (days: number) => string };

async function takeFurther(
  db: Database,
  planner: Actor,
  slug: string,
  { stage = "individual", days, due }: DemoItem,
  { earlier, on }: Days,
): Promise<void> {
  const bodies = await bodiesThatProve(db);
  const way =
    stage === "withdrawn" ? (["shared", "withdrawn"] as const) : stages.slice(0, stages.indexOf(stage as never) + 1);
  for (const [index, next] of way.entries()) {
    const ago = Math.max(1, days - 20 * (index + 1));
    const { item } = await itemInside(db, planner, slug, dateIn(earlier(ago)()));
    const proven = next === "proven" ? { bodyId: bodies[0]?.id, reviewOn: on(due > 0 ? due : -due + 30) } : {};
    const step = { stage: next, reason: reasons[next], saidOn: on(-ago), version: item.version, ...proven };
    await stepExperience(db, planner, earlier(ago), slug, ExperienceStep.parse(step));
  }
}

const reasons = {
  shared: "Flera på enheten gör likadant.",
  documented: "Det står i enhetens arbetssätt, med vad vi gör och varför.",
  followedUp: "Vi har följt upp i ett halvår och skrivit ner hur det gick.",
  examined: "Två andra enheter har prövat och ser samma sak.",
  proven: "Nätverket har gått igenom vad som finns skrivet och står bakom det.",
  withdrawn: "Uppföljningen visade att det inte hjälpte.",
} as const;

/** What rests on what: the appraisal that tries a method, its method, and texts on each other. */
async function tieTogether(db: Database, planner: Actor, called: (name: string) => string, now: Clock): Promise<void> {
  const idOf = async (name: string) => {
    const row = db.selectFrom("knowledge_item").where("slug", "=", called(name)).select("id");
    return (await row.executeTakeFirstOrThrow()).id;
  };
  const over = async (name: string, kind: string, id: string | undefined, note: string | null = null) => {
    if (id) await tie(db, planner, now, called(name), NewTie.parse({ side: "over", kind, id, note }));
  };
  const method = await db.selectFrom("method").where("slug", "like", "natverksmoten%").select("id").executeTakeFirst();
  const weighed = await db
    .selectFrom("appraisal")
    .where("state", "=", "decided")
    .orderBy("created_at")
    .select("id")
    .executeTakeFirst();
  await over("manual", "appraisal", weighed?.id, "Hur mötena leds");
  await over("networkStudy", "appraisal", weighed?.id, "Vad forskningen säger");
  await over("familiesSay", "appraisal", weighed?.id, "Vad familjerna säger");
  await over("manual", "method", method?.id);
  await over("networkStudy", "item", await idOf("networkFollowUp"));
  await over("childTalks", "item", await idOf("childRoom"), "Kravet som arbetssättet svarar mot");
  await over("parentStudy", "item", await idOf("proven"));
}

type DemoList = {
  readonly title: string;
  readonly purpose: string;
  readonly roundId?: RoundId | undefined;
  readonly items: readonly (readonly [name: string, note: string | null])[];
};

/** A list for a theme, one that rests on what is retired, and one that a circle reads. */
async function readTogether(
  db: Database,
  { planner, organisationId }: KnowledgeGround,
  called: (name: string) => string,
  earlier: Days["earlier"],
): Promise<void> {
  const circle = await db
    .selectFrom("round")
    .where("title", "=", "Tidiga samordnade insatser för barn och unga")
    .where("organisation_id", "=", organisationId)
    .where("state", "=", "published")
    .select("id")
    .executeTakeFirst();
  const lists: readonly DemoList[] = [
    {
      title: "Nätverksmöten: läs innan du börjar",
      purpose: "Det viktigaste för den som ska leda sitt första möte. Tar en timme.",
      items: [
        ["networkStudy", "Börja här"],
        ["manual", "Stegen, ett efter ett"],
        ["familiesSay", null],
      ],
    },
    {
      title: "Barn som får säga sin mening",
      purpose: "För den som utreder: ett krav, en erfarenhet och vad ungdomar säger.",
      items: [
        ["childTalks", null],
        ["childRoom", "Prova på nästa samtal"],
      ],
    },
    {
      title: "Inför cirkeln om tidiga insatser",
      purpose: "Läs en text före varje träff. Ta med en fråga som du vill prata om.",
      roundId: circle?.id,
      items: [
        ["childTalks", "Före första träffen"],
        ["networkStudy", "Före andra träffen"],
        ["familiesSay", null],
      ],
    },
  ];
  for (const { items, ...list } of lists) {
    const wish = NewReadingList.parse({ ...list, organisationId });
    const { slug } = await createReadingList(db, planner, earlier(80), wish);
    for (const [name, note] of items) await addToList(db, planner, slug, ToRead.parse({ item: called(name), note }));
    await publishReadingList(db, planner, earlier(78), slug);
  }
}

/** Questions from practice: asked by a unit manager, some answered from the three sources. */
async function askAndAnswer(
  db: Database,
  { planner, organisationId }: KnowledgeGround,
  called: (name: string) => string,
  earlier: Days["earlier"],
): Promise<void> {
  const manager = await personWithAddress(db, "petra.nord@example.se");
  const known = manager ? await actorOf(db, manager.id, dateIn(earlier(0)())) : undefined;
  for (const { days, answer, isHome, ...words } of demoQuestions) {
    const asker = isHome || !known ? planner : known.actor;
    const at =
      isHome || !known ? organisationId : known.actor.reach.get("knowledge:write")?.organisations.values().next().value;
    const wish = NewQuestion.parse({ ...words, organisationId: at });
    const { slug } = await askQuestion(db, asker, earlier(days), wish);
    if (!answer || !isHome) continue;
    const items = answer.items.map(called);
    await answerQuestion(db, planner, earlier(days - 6), slug, QuestionAnswer.parse({ ...answer, items }));
  }
}

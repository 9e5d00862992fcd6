import { describe, expect, test } from "vitest";
import { type Actor, nobody } from "#kernel/actor.ts";
import { changeItem, createItem, discardDraft } from "#features/knowledge/item/commands.ts";
import { giveFeedback, takeBackFeedback } from "#features/knowledge/item/feedback/commands.ts";
import { Feedback } from "#features/knowledge/item/feedback/feedback-words.ts";
import { feedbackOf } from "#features/knowledge/item/feedback/queries.ts";
import { ItemChange, NewItem } from "#features/knowledge/item/item-words.ts";
import { itemsListed, publishedChoices } from "#features/knowledge/item/listing/queries.ts";
import { itemInside, publishedItem } from "#features/knowledge/item/queries.ts";
import { answerReview, publishItem, sendBack, sendForReview } from "#features/knowledge/item/review/commands.ts";
import { lookedAtBy, reviewsOf } from "#features/knowledge/item/review/queries.ts";
import { ForReview, Publishing, ReviewAnswer, SendingBack } from "#features/knowledge/item/review/review-words.ts";
import { restoreItem, retireItem, sayStillHolds } from "#features/knowledge/item/standing/commands.ts";
import { Retirement, StillHolds } from "#features/knowledge/item/standing/standing-words.ts";
import { addLocalName, loadNationalTerms, retireLocalName } from "#features/knowledge/item/terms/commands.ts";
import { allTerms, termCounts, termsFor } from "#features/knowledge/item/terms/queries.ts";
import { testDatabase } from "../../../../test/database.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, someone } = given(ownerDb);
const now = noon("2027-03-18");
const unit = await organisation({ name: "FoU Norr" });
const below = await organisation({ name: "Familjeenheten", parent_id: unit });
const other = await organisation({ name: "FoU Söder" });
const maja = await someone("developmentLeader", { organisation: unit });
const karin = await someone("unitManager", { organisation: below });
const elsa = await someone("participant", { organisation: below });
const stranger = await someone("developmentLeader", { organisation: other });
await loadNationalTerms(db);

let number = 0;
const begun = (over: object = {}, by: Actor = maja) => {
  number += 1;
  const wish = {
    kind: "research",
    title: `Stöd till föräldrar ${number}`,
    says: "Stödet hjälper.",
    organisationId: unit,
  };
  return createItem(db, by, now, NewItem.parse({ ...wish, ...over }));
};
const read = (slug: string, by: Actor = maja) => itemInside(db, by, slug, someDay);
const asRead = async (slug: string) => {
  const { working, version } = await read(slug);
  const { versionNo, rowVersion } = working ?? version;
  return { versionNo, rowVersion };
};
const sent = async (slug: string, reviewers: readonly string[] = [], by: Actor = maja) =>
  sendForReview(db, by, now, slug, ForReview.parse({ ...(await asRead(slug)), reviewers }));
const published = async (slug: string, by: Actor = maja) =>
  publishItem(db, by, now, slug, Publishing.parse({ ...(await asRead(slug)), reviewDue: "2028-03-18" }));
const out = async (over: object = {}) => {
  const item = await begun(over);
  await sent(item.slug);
  await published(item.slug);
  return item;
};
const slugs = async (by: Actor = maja, wish: object = {}) =>
  (await itemsListed(db, by, { limit: 200, ...wish })).items.map(({ slug }) => slug);

describe("who sees what", () => {
  test("a draft is for those who write it and nobody else, in lists and counts alike (R108)", async () => {
    const { slug } = await begun();
    for (const by of [stranger, elsa, nobody])
      await expect(read(slug, by)).rejects.toMatchObject({ kind: "not_found", code: "item.no_such_item" });
    expect(await publishedItem(db, slug)).toBeUndefined();
    expect((await read(slug, maja)).can).toEqual({ write: true, review: false, publish: false, retire: false });
    for (const by of [stranger, nobody]) expect(await slugs(by, { which: "all" })).not.toContain(slug);
    expect(await slugs(maja, { which: "inWork" })).toContain(slug);
    expect(await slugs(stranger, { which: "inWork" })).toEqual([]);
  });

  test("what is published is open to anybody, and what is written beside it is not", async () => {
    const { slug } = await out();
    const seen = await read(slug, nobody);
    expect(seen).toMatchObject({ working: null, can: { write: false, review: false, publish: false, retire: false } });
    await changeItem(
      db,
      maja,
      now,
      slug,
      ItemChange.parse({ ...(await asRead(slug)), title: "Hemlig ändring", says: "X" }),
    );
    expect((await read(slug, nobody)).version.title).toBe(seen.version.title);
    expect((await read(slug, nobody)).working).toBeNull();
    expect((await read(slug, maja)).working?.title).toBe("Hemlig ändring");
    expect(await publishedChoices(db, "Hemlig")).toEqual([]);
  });

  test("whoever has a role there writes an experience, and nothing else (R133)", async () => {
    await expect(begun({ organisationId: below }, elsa)).rejects.toMatchObject({ code: "item.not_your_organisation" });
    await expect(begun({ kind: "professional", organisationId: other }, elsa)).rejects.toMatchObject({
      kind: "forbidden",
    });
    const { slug } = await begun({ kind: "professional", organisationId: below }, elsa);
    expect((await read(slug, elsa)).can).toMatchObject({ write: true, publish: false });
    await sent(slug, [], elsa);
    await expect(published(slug, elsa)).rejects.toMatchObject({ code: "item.may_not.publish" });
    await published(slug, maja);
    expect((await lookedAtBy(db, (await read(slug)).version.id)).isAlone).toBe(false);
  });

  test("an address that another page has is no item's, and two of the same title have one each", async () => {
    expect((await begun({ title: "Ny" })).slug).toBe("ny-2");
    expect([(await begun({ title: "Två" })).slug, (await begun({ title: "Två" })).slug]).toEqual(["tva", "tva-2"]);
  });
});

describe("review", () => {
  test("nothing is published without saying in plain words what it says", async () => {
    const { slug } = await begun({ says: "" });
    await expect(sent(slug)).rejects.toMatchObject({ code: "item_review.says_nothing" });
    await expect(published(slug)).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("reviewers answer once, and their history stays", async () => {
    const { slug } = await begun();
    await sent(slug, [karin.personId ?? ""]);
    expect((await read(slug, karin)).can.review).toBe(true);
    const answer = async (verdict: string, said?: string) =>
      answerReview(db, karin, now, slug, ReviewAnswer.parse({ ...(await asRead(slug)), verdict, said }));
    expect(ReviewAnswer.safeParse({ versionNo: 1, rowVersion: 1, verdict: "changesWanted" }).success).toBe(false);
    await answer("changesWanted", "Säg för vem det gäller");
    await expect(answer("approved")).rejects.toMatchObject({ code: "item.may_not.review" });
    await sendBack(db, maja, now, slug, SendingBack.parse({ ...(await asRead(slug)), said: "Se Karins svar" }));
    expect((await read(slug)).working?.state).toBe("draft");
    const { item } = await read(slug);
    expect((await reviewsOf(db, item.id)).map(({ verdict, said }) => [verdict, said])).toEqual(
      expect.arrayContaining([
        ["changesWanted", "Säg för vem det gäller"],
        ["changesWanted", "Se Karins svar"],
      ]),
    );
  });

  test("a sole author may publish, and it shows; a colleague's yes is told instead", async () => {
    const { slug } = await out();
    expect(await lookedAtBy(db, (await read(slug)).version.id)).toEqual({
      approvers: 0,
      isAlone: true,
      isUnknown: false,
    });
    const reviewed = await begun();
    await sent(reviewed.slug, [karin.personId ?? ""]);
    const words = { ...(await asRead(reviewed.slug)), verdict: "approved" };
    await answerReview(db, karin, now, reviewed.slug, ReviewAnswer.parse(words));
    await published(reviewed.slug);
    expect(await lookedAtBy(db, (await read(reviewed.slug)).version.id)).toEqual({
      approvers: 1,
      isAlone: false,
      isUnknown: false,
    });
  });

  test("a new version takes the place of the one before, which stays; an older reading is told", async () => {
    const { slug } = await out();
    const before = await asRead(slug);
    const change = (words: object, by: Actor = maja) =>
      changeItem(db, by, now, slug, ItemChange.parse({ ...before, title: "Ny rubrik", says: "Nytt", ...words }));
    await expect(change({}, stranger)).rejects.toMatchObject({ code: "item.may_not.write" });
    await change({});
    await expect(change({ title: "Krock" })).rejects.toMatchObject({ code: "item.changed_meanwhile" });
    await sent(slug);
    await published(slug);
    const states = await ownerDb
      .selectFrom("knowledge_version as v")
      .innerJoin("knowledge_item as i", "i.id", "v.item_id")
      .where("i.slug", "=", slug)
      .orderBy("v.version_no")
      .select("v.state")
      .execute();
    expect(states.map(({ state }) => state)).toEqual(["replaced", "published"]);
    expect((await read(slug, nobody)).version.title).toBe("Ny rubrik");
  });

  test("a draft may be made one of another kind until it is published, and what is asked follows", async () => {
    const { slug } = await begun({ kind: "professional" });
    const change = async (words: object, by: Actor = maja) =>
      changeItem(
        db,
        by,
        now,
        slug,
        ItemChange.parse({ ...(await asRead(slug)), title: "Ny rubrik", says: "Nytt", ...words }),
      );
    await change({ kind: "serviceUsers", source: "Enkät", askedWho: "Föräldrar i två grupper" });
    expect((await read(slug)).item).toMatchObject({ kind: "serviceUsers", stage: null });
    expect((await read(slug)).version).toMatchObject({ source: "Enkät", askedWho: "Föräldrar i två grupper" });
    await change({});
    expect((await read(slug)).item.kind, "nothing said of the kind leaves it").toBe("serviceUsers");
    await change({ kind: "professional" });
    expect((await read(slug)).item).toMatchObject({ kind: "professional", stage: "individual" });
    await sent(slug);
    await published(slug);
    await expect(change({ kind: "research" })).rejects.toMatchObject({ code: "item.kind_is_settled" });
    expect((await read(slug)).item.kind).toBe("professional");
    expect((await read(slug)).working).toBeNull();

    const { slug: own } = await begun({ kind: "professional", organisationId: below }, elsa);
    const wish = { ...(await asRead(own)), title: "Min erfarenhet", kind: "research" };
    await expect(changeItem(db, elsa, now, own, ItemChange.parse(wish))).rejects.toMatchObject({
      code: "item.kind_is_settled",
    });
  });

  test("a day to look over lies ahead, and not for ever", async () => {
    const { slug } = await begun();
    await sent(slug);
    for (const reviewDue of ["2027-03-18", "2026-01-01", "2040-01-01"])
      await expect(
        publishItem(db, maja, now, slug, Publishing.parse({ ...(await asRead(slug)), reviewDue })),
      ).rejects.toMatchObject({ problems: [{ path: "reviewDue", code: "item_review.day_not_ahead" }] });
    expect((await read(slug)).version.state).toBe("inReview");
  });

  test("a draft is thrown away, and with it an item that never was published", async () => {
    const { slug } = await begun();
    expect(await discardDraft(db, maja, now, slug)).toEqual({ isGone: true });
    await expect(read(slug)).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("whether it holds", () => {
  test("a retired item is read, marked, with what to read instead, and is in no list of what stands", async () => {
    const [old, fresh] = [await out(), await out()];
    const retire = (readInstead: string, by: Actor = maja) =>
      retireItem(db, by, now, old.slug, Retirement.parse({ reason: "Ny vägledning", readInstead }));
    await expect(retire("", karin)).rejects.toMatchObject({ code: "item.may_not.retire" });
    for (const wrong of [old.slug, "finns-inte"])
      await expect(retire(wrong)).rejects.toMatchObject({ problems: [{ path: "readInstead" }] });
    await retire(`https://exempel.example.se/kunskap/${fresh.slug}?klart=x`);
    const seen = await publishedItem(db, old.slug);
    expect(seen?.item).toMatchObject({ retiredReason: "Ny vägledning", replacedBy: { slug: fresh.slug } });
    expect(await slugs(nobody)).not.toContain(old.slug);
    expect(await slugs(nobody, { which: "retired" })).toContain(old.slug);
    await restoreItem(db, maja, now, old.slug);
    expect((await publishedItem(db, old.slug))?.item.retiredAt).toBeNull();
  });

  test("looked over, it holds until a new day, and the link is told of", async () => {
    const { slug } = await out({ link: "https://www.example.se/rapport" });
    await sayStillHolds(db, maja, now, slug, StillHolds.parse({ reviewDue: "2029-01-01", link: "broken" }));
    const { item, version } = await read(slug);
    expect(item.reviewDue?.toString()).toBe("2029-01-01");
    expect(version).toMatchObject({ linkIsBroken: true, linkCheckedOn: someDay });
  });
});

describe("words", () => {
  test("a local name leads to the national word (R046)", async () => {
    const national = (await allTerms(db)).find(({ slug }) => slug === "barn-och-unga");
    if (!national) throw new Error("no such term");
    const wish = { organisationId: unit, means: national.id, name: "Barn & familj" };
    await expect(addLocalName(db, stranger, wish)).rejects.toMatchObject({ kind: "forbidden" });
    const { id } = await addLocalName(db, maja, wish);
    await expect(addLocalName(db, maja, wish)).rejects.toMatchObject({ code: "item_terms.there_already" });
    expect((await termsFor(db, [below])).some((term) => term.id === id)).toBe(true);
    expect((await termsFor(db, [other])).some((term) => term.id === id)).toBe(false);
    const { slug } = await out({ terms: [id] });
    expect(await slugs(nobody, { terms: [national.id] })).toContain(slug);
    expect((await termCounts(db)).get(national.id)).toBe(1);
    await retireLocalName(db, maja, now, id);
    expect(await slugs(nobody, { terms: [national.id] })).toContain(slug);
  });

  test("the national words are loaded once", async () => {
    const before = (await allTerms(db)).length;
    await loadNationalTerms(db);
    expect((await allTerms(db)).length).toBe(before);
  });
});

describe("whether it was of use (R143)", () => {
  test("is answered once by each, may be changed, and is counted from five", async () => {
    const { slug, id } = await out();
    const answer = (by: Actor, wasUseful: string) => giveFeedback(db, by, now, slug, Feedback.parse({ wasUseful }));
    const four = [maja, karin, elsa, stranger];
    for (const by of four) await answer(by, "yes");
    await answer(maja, "no");
    expect(await feedbackOf(db, maja, id)).toEqual({ own: { wasUseful: "no", said: null }, counts: null });
    await answer(await someone("guest", { organisation: other }), "partly");
    expect((await feedbackOf(db, nobody, id)).counts).toEqual({ yes: 3, partly: 1, no: 1 });
    await takeBackFeedback(db, maja, slug);
    await takeBackFeedback(db, maja, slug);
    expect((await feedbackOf(db, maja, id)).counts).toBeNull();
    await expect(answer(nobody, "yes")).rejects.toMatchObject({ kind: "forbidden" });
  });
});

import type { Insertable } from "kysely";
import { type Id, newId, type OrganisationId, type PersonId } from "../src/kernel/ids.ts";
import { type AppraisalId, sources } from "../src/features/appraisals/appraisal/appraisal.ts";
import type { CoreComponentId, MethodId } from "../src/features/appraisals/method/method.ts";
import type { ChecklistVersionId } from "../src/features/workshops/checklist/checklist.ts";
import type { Database } from "../src/platform/database/database.ts";
import type { Schema } from "../src/platform/database/schema.ts";
import { noon } from "./given-rounds.ts";
import { given, someDay } from "./given.ts";

type Over<Table extends keyof Schema> = Partial<Insertable<Schema[Table]>>;

type Appraised = {
  readonly method?: MethodId;
  readonly checklist?: ChecklistVersionId;
  readonly authors?: readonly PersonId[];
  /** Every source sought, so that a decision may be proposed; else none is. */
  readonly isSought?: boolean;
};

const at = noon("2027-03-18")();

/**
 * Sentences about methods and how they are weighed:
 *
 *     const method = await appraisals.method(unit, { name: "Nätverksmöten" }, ["Familjen bjuder in"]);
 *     const { slug } = await appraisals.appraisal(unit, { state: "proposed", decider_id: nils }, { authors: [eva] });
 */
export function givenAppraisals(db: Database) {
  const method = async (
    organisation_id: OrganisationId,
    over: Over<"method"> = {},
    components: readonly string[] = [],
  ): Promise<MethodId> => {
    const id = newId<"method">();
    const said = { kind: "intervention" as const, name: "Nätverksmöten", slug: `met-${id}`, created_at: at };
    await db
      .insertInto("method")
      .values({ ...said, organisation_id, ...over, id })
      .execute();
    for (const text of components) await component(id, text);
    return id;
  };

  let position = 0;
  const component = async (method_id: MethodId, text: string): Promise<CoreComponentId> => {
    const id = newId<"core_component">();
    position += 1;
    await db.insertInto("core_component").values({ id, method_id, position, text }).execute();
    return id;
  };

  /** A published version of a checklist with some questions, the first eight of them in the short form. */
  const checklist = async (
    texts: readonly string[] = ["Vad ska det ersätta?", "Vad kostar det?"],
    over: Over<"checklist"> = {},
  ): Promise<ChecklistVersionId> => {
    const [checklistId, id] = [newId<"checklist">(), newId<"checklist_version">()];
    await db
      .insertInto("checklist")
      .values({ slug: `chk-${checklistId}`, title: "Inför införande", created_at: at, ...over, id: checklistId })
      .execute();
    await db.insertInto("checklist_version").values({ id, checklist_id: checklistId, version_no: 1 }).execute();
    for (const [order, text] of texts.entries())
      await db
        .insertInto("checklist_question")
        .values({ id: newId(), version_id: id, position: order, lineage: newId(), text, is_short: order < 8 })
        .execute();
    // Last: what is published takes no more questions.
    await db.updateTable("checklist_version").set({ published_at: at }).where("id", "=", id).execute();
    return id;
  };

  /** An appraisal with its three sources; proposed or decided, it needs a `decider_id`. */
  const appraisal = async (
    organisation_id: OrganisationId,
    over: Over<"appraisal"> = {},
    { authors = [], isSought = false, ...given }: Appraised = {},
  ): Promise<{ id: AppraisalId; slug: string; method: MethodId; checklist: ChecklistVersionId }> => {
    const id = newId<"appraisal">();
    const slug = over.slug ?? `mb-${id}`;
    const methodId = given.method ?? (await method(organisation_id));
    const checklistId = given.checklist ?? (await checklist());
    const state = over.state ?? "weighing";
    const proposed_at = state === "proposed" || state === "decided" ? at : null;
    const withdrawn_reason = state === "withdrawn" ? "Behövs inte" : null;
    await db
      .insertInto("appraisal")
      .values({
        title: "Nätverksmöten",
        created_at: at,
        proposed_at,
        withdrawn_reason,
        ...over,
        id,
        slug,
        state,
        organisation_id,
        method_id: methodId,
        checklist_version_id: checklistId,
      })
      .execute();
    const sought = { standing: "soughtNoneFound" as const, sought_where: "Metodguiden", sought_on: someDay };
    await db
      .insertInto("appraisal_source")
      .values(sources.map((source) => ({ appraisal_id: id, source, ...(isSought ? sought : {}) })))
      .execute();
    for (const person_id of authors)
      await db.insertInto("appraisal_author").values({ id: newId(), appraisal_id: id, person_id }).execute();
    return { id, slug, method: methodId, checklist: checklistId };
  };

  /** An appraisal that a unit manager writes, in a unit of her own. */
  const written = async (over: Over<"appraisal"> = {}) => {
    const { organisation, someone } = given(db);
    const unit = await organisation();
    const author = await someone("unitManager", { organisation: unit }, { name: "Eva Lund" });
    return { ...(await appraisal(unit, over, { authors: [author.personId] })), unit, author };
  };

  /** Somebody says what they think by a link, which has been closed since. */
  const perspective = async (
    appraisal_id: AppraisalId,
    over: Over<"perspective"> = {},
  ): Promise<Id<"perspective_link">> => {
    const link_id = newId<"perspective_link">();
    const asked = { audience: "staff" as const, question: "Vad tycker du?", open_until: someDay, created_at: at };
    await db
      .insertInto("perspective_link")
      .values({ id: link_id, appraisal_id, secret_hash: Buffer.from(link_id), ...asked })
      .execute();
    const said = { stance: "unsure" as const, text: "Det beror på.", received_on: someDay };
    await db
      .insertInto("perspective")
      .values({ id: newId(), sent_mark: newId(), ...said, ...over, link_id })
      .execute();
    return link_id;
  };

  /** What was decided is brought in. */
  const introduction = async (
    appraisal_id: AppraisalId,
    over: Over<"introduction"> = {},
  ): Promise<Id<"introduction">> => {
    const id = newId<"introduction">();
    await db
      .insertInto("introduction")
      .values({ phase: "installation", responsible_role: "Gruppledare", ...over, id, appraisal_id })
      .execute();
    await db
      .insertInto("introduction_phase")
      .values({
        id: newId(),
        introduction_id: id,
        phase: over.phase ?? "installation",
        from_day: someDay.with({ month: 1, day: 1 }),
      })
      .execute();
    return id;
  };

  /** Something to do in an introduction. */
  const step = async (
    introduction_id: Id<"introduction">,
    over: Over<"introduction_step"> = {},
  ): Promise<Id<"introduction_step">> => {
    const id = newId<"introduction_step">();
    position += 1;
    await db
      .insertInto("introduction_step")
      .values({ kind: "step", text: "Boka lokal", position, ...over, id, introduction_id })
      .execute();
    return id;
  };

  return { method, component, checklist, appraisal, written, perspective, introduction, step };
}

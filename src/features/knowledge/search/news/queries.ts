import { sql } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import type { Language } from "#kernel/messages.ts";
import type { Database, Reader } from "#platform/database/database.ts";
import { publishedLines } from "#features/knowledge/item/listing/queries.ts";
import type { ItemId } from "#features/knowledge/item/item.ts";
import { shownAmong } from "#features/knowledge/search/kinds/every/queries.ts";
import { dutiesOf, type Duty } from "#features/knowledge/search/news/duties/queries.ts";
import { runningSearch } from "#features/knowledge/search/running/queries.ts";
import { savedSearches, type SavedSearch } from "#features/knowledge/search/saved/queries.ts";
import { actorOf } from "#features/organisations/people/queries.ts";

type Titled = { readonly title: string; readonly href: string };

/** What is new for one person since they were told last. */
export type News = {
  readonly personId: PersonId;
  readonly to: string;
  readonly name: string;
  readonly language: Language;
  readonly month: string;
  readonly searches: readonly { readonly saved: SavedSearch; readonly found: readonly Titled[] }[];
  readonly published: readonly Titled[];
  /** What waits, for those who answer for what is published. */
  readonly duties: readonly Duty[];
};

/** So much is looked through of each search, and told of it. */
const lookedThrough = 100;
const mostTold = 10;

/** Everybody who wants to be told, and has not been told this month. */
export async function peopleToTell(db: Reader, today: Temporal.PlainDate): Promise<PersonId[]> {
  const first = today.with({ day: 1 });
  const { rows } = await sql<{ id: PersonId }>`
    select p.id from person p
    where p.email is not null and p.merged_into is null and p.erased_at is null and (
      exists (select from saved_search s
        where s.person_id = p.id and s.is_mailed and (s.last_told_on is null or s.last_told_on < ${first}::date))
      or exists (select from knowledge_digest d
        where d.person_id = p.id and (d.last_told_on is null or d.last_told_on < ${first}::date)))
    order by p.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** What one person is to be told, as far as they may read it now; nothing when nothing is new, or they want no mail. */
export async function newsFor(
  db: Database,
  personId: PersonId,
  month: string,
  today: Temporal.PlainDate,
): Promise<News | undefined> {
  const known = await actorOf(db, personId, today);
  const person = await db
    .selectFrom("person")
    .where("id", "=", personId)
    .where("merged_into", "is", null)
    .where("email", "is not", null)
    .select(["email", "name", "language"])
    .executeTakeFirst();
  if (!known || !person?.email) return undefined;
  const { actor } = known;
  const wished = (await savedSearches(db, actor)).filter(({ isMailed }) => isMailed);
  const searches = [];
  for (const saved of wished) {
    const open = await runningSearch(db).openTo(actor, today);
    const { hits } = open.index.search(saved.words, {
      mayRead: open.mayRead,
      facets: saved.facets,
      limit: lookedThrough,
    });
    const ids = await newAmong(
      db,
      hits.map(({ id }) => id),
      saved,
    );
    const things = await shownAmong(db, actor, today, ids);
    const found = ids.flatMap((id) => things.get(id) ?? []).slice(0, mostTold);
    if (found.length > 0) searches.push({ saved, found: found.map(({ title, href }) => ({ title, href })) });
  }
  const published = await publishedFor(db, personId);
  const duties = (await hasDigest(db, personId)) ? await dutiesOf(db, actor, today) : [];
  if (searches.length + published.length + duties.length === 0) return undefined;
  const { email: to, name, language } = person;
  return { personId, to, name, language, month, searches, published, duties };
}

/** Those of some documents that have come since a search was told of last, in the same order. */
async function newAmong(db: Reader, ids: readonly string[], { lastToldOn, createdAt }: SavedSearch): Promise<string[]> {
  const since = lastToldOn ? lastToldOn.toZonedDateTime("Europe/Stockholm").toInstant() : createdAt;
  const { rows } = await sql<{ id: string }>`
    select known.id from (
      select 'item:' || v.item_id as id, min(v.published_at) as came from knowledge_version v
      where v.published_at is not null group by v.item_id
      union all select 'method:' || m.id, m.created_at from method m
      union all select 'proposal:' || p.id, p.published_at from proposal p
      union all select 'readingList:' || l.id, l.published_at from reading_list l
      union all select 'glossaryTerm:' || g.id, g.created_at from glossary_term g
      union all select 'matter:' || x.id, x.created_at from matter x
      union all select 'appraisal:' || a.id, a.created_at from appraisal a
      union all select 'checklist:' || k.checklist_id, max(k.published_at) from checklist_version k group by k.checklist_id
    ) as known
    where known.id = any(${[...ids]}::text[]) and known.came > ${since}`.execute(db);
  const fresh = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => fresh.has(id));
}

async function hasDigest(db: Reader, personId: PersonId): Promise<boolean> {
  const row = await db
    .selectFrom("knowledge_digest")
    .where("person_id", "=", personId)
    .select("person_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Texts published for the first time since somebody was told last, of the words they have chosen, or all. */
async function publishedFor(db: Reader, personId: PersonId): Promise<Titled[]> {
  const { rows } = await sql<{ id: ItemId }>`
    select i.id from knowledge_digest d, knowledge_item i join lateral (
        select min(v.published_at) as came from knowledge_version v where v.item_id = i.id) first on true
      join knowledge_version v on v.item_id = i.id and v.state = 'published'
    where d.person_id = ${personId} and i.retired_at is null
      and first.came > coalesce(d.last_told_on::timestamptz, d.created_at)
      and (not exists (select from knowledge_digest_term c where c.person_id = d.person_id) or exists (
        select from knowledge_about a join knowledge_term te on te.id = a.term_id
          join knowledge_digest_term c on c.person_id = d.person_id and c.term_id in (te.id, te.means)
        where a.version_id = v.id))
    order by first.came desc, i.id limit ${2 * mostTold}`.execute(db);
  const lines = await publishedLines(
    db,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id }) => {
    const line = lines.find((each) => each.id === id);
    return line ? [{ title: line.title, href: `/kunskap/${line.slug}` }] : [];
  });
}

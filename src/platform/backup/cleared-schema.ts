import type pg from "pg";

/**
 * Removes everything of ours from the database, in the transaction under way: tables, functions, collations, types.
 * What an extension brought along stays, for it may have been put there by somebody with other rights than ours.
 */
export async function clearSchema(owner: pg.Client): Promise<void> {
  const tables = (await objectsLeft(owner)).filter(({ type }) => type === "table");
  if (tables.length > 0) await owner.query(`drop table ${tables.map(({ identity }) => identity).join(", ")} cascade`);
  for (const { type, identity } of await objectsLeft(owner)) {
    await owner.query(`drop ${type} if exists ${identity} cascade`);
  }
}

async function objectsLeft(owner: pg.Client): Promise<{ type: string; identity: string }[]> {
  const { rows } = await owner.query<{ type: string; identity: string }>(`
    select object.type, object.identity
    from pg_depend d, pg_identify_object(d.classid, d.objid, d.objsubid) object
    where d.refclassid = 'pg_namespace'::regclass and d.refobjid = 'public'::regnamespace and d.deptype = 'n'
      and object.type not in ('extension', 'default acl')
      and not exists (select from pg_depend e where e.classid = d.classid and e.objid = d.objid and e.deptype = 'e')
    order by object.identity`);
  return rows;
}

-- The platform's own tables: what every feature leans on and no user has a word for.
--
-- Every file here runs once, in the order of the names, each in its own transaction, as the owner of the database.
-- :"web" stands for the role the web server logs in as. It owns nothing and may read and write the rows of every
-- table made here; a table where it may do less says so with a revoke.

-- Names in Swedish order: å ä ö last, Avdelning 2 before Avdelning 10. Columns that are sorted for people carry it.
-- The database itself sorts by code point, so that no index depends on the version of a language library.
create collation swedish (provider = icu, locale = 'sv-SE-u-kn-true');


-- ── Secrets ─────────────────────────────────────────────────────────────────────────────────────────────────────

-- What the installation made up for itself and only the owner may read, such as the password of the web role.
create table platform_secret (
  name   text primary key,
  value  text not null
);
revoke all on platform_secret from :"web";

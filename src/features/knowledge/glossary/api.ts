import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { addTerm, changeTerm } from "#features/knowledge/glossary/commands.ts";
import { GlossaryTermId, NewTerm, TermChange } from "#features/knowledge/glossary/glossary.ts";
import { glossaryTerm, glossaryTerms } from "#features/knowledge/glossary/queries.ts";

const bySlug = { params: z.strictObject({ slug: z.string().min(1).max(200) }) };
const Text = z.string().nullable();

const TermJson = z.object({
  id: GlossaryTermId,
  slug: z.string(),
  term: z.string(),
  english: Text,
  alsoCalled: z.array(z.string()),
  definitions: z.array(z.object({ text: z.string(), source: z.string(), year: z.int().nullable(), link: Text })),
  version: z.int(),
});

/** The words of the field: several definitions each, with source and year. */
export const glossaryApi: readonly ApiRoute[] = [
  operation(
    "open",
    {
      method: "get",
      path: "/glossary",
      operationId: "listGlossaryTerms",
      summary: "List the words of the field with the first of their definitions",
      responses: {
        200: json(
          "All the words",
          z.object({
            terms: z.array(
              z.object({
                slug: z.string(),
                term: z.string(),
                alsoCalled: z.array(z.string()),
                text: z.string(),
                definitions: z.int().describe("How many there are"),
              }),
            ),
          }),
        ),
      },
    },
    async (c) => {
      const terms = await glossaryTerms(c.var.db);
      return c.json({ terms: terms.map((term) => ({ ...term, alsoCalled: [...term.alsoCalled] })) });
    },
  ),
  operation(
    "knowledge:publish",
    {
      method: "post",
      path: "/glossary",
      operationId: "addGlossaryTerm",
      summary: "Write a word in the glossary, with what it means and who says so",
      request: { body: body(NewTerm) },
      responses: { 201: json("The word", z.object({ id: GlossaryTermId, slug: z.string() })) },
    },
    async (c, { body: words }) => c.json(await addTerm(c.var.db, c.var.actor, c.var.now, words), 201),
  ),
  operation(
    "open",
    {
      method: "get",
      path: "/glossary/{slug}",
      operationId: "readGlossaryTerm",
      summary: "Read a word with all its definitions, each with source and year",
      request: bySlug,
      responses: { 200: json("The word", TermJson) },
    },
    async (c, { params: { slug } }) => {
      const term = await glossaryTerm(c.var.db, slug);
      if (!term) throw new Refusal("not_found", "glossary.no_such_term");
      return c.json({ ...term, alsoCalled: [...term.alsoCalled], definitions: [...term.definitions] });
    },
  ),
  operation(
    "knowledge:publish",
    {
      method: "put",
      path: "/glossary/{slug}",
      operationId: "changeGlossaryTerm",
      summary: "Change a word and what it means, from the version one has read",
      request: { ...bySlug, body: body(TermChange) },
      responses: { 204: { description: "Done" } },
    },
    async (c, { params: { slug }, body: words }) => {
      await changeTerm(c.var.db, c.var.actor, slug, words);
      return c.body(null, 204);
    },
  ),
];

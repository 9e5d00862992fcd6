import { fillingToDo } from "#features/knowledge/filling/todo/queries.ts";
import { itemsWaiting } from "#features/knowledge/item/todo/queries.ts";
import { together, waiting } from "#features/today/parts/waiting.ts";

const addresses = { review: "granska/svara", writeOn: "granska", publish: "publicera" } as const;

/** What may be forgotten in the knowledge base: what others wait for before what is one's own. */
export const whatWaitsInKnowledge = together([
  waiting(itemsWaiting, ({ slug, title, waitsTo }, { t, go }) => ({
    title: t(`today.knowledge.${waitsTo}`, { title }),
    action: go(`/kunskap/${slug}/${addresses[waitsTo]}`, t(`today.knowledge_go.${waitsTo}`)),
  })),
  waiting(fillingToDo, (what, { t, go }) =>
    what.kind === "candidates"
      ? {
          title: t("filling.todo.waiting", { count: what.count }),
          action: go("/hamtat", t("filling.todo.go_through")),
        }
      : {
          title: t("filling.todo.failing", { name: what.name }),
          action: go("/hamta/kallor", t("filling.todo.look")),
        },
  ),
]);

import { fillingToDo } from "#features/knowledge/filling/todo/queries.ts";
import { itemsWaiting } from "#features/knowledge/item/todo/queries.ts";
import { answersToSayOf, questionsToAnswer } from "#features/knowledge/question/todo/queries.ts";
import { toLookOver } from "#features/knowledge/lineage/todo/queries.ts";
import { together, waiting } from "#features/today/parts/waiting.ts";

const addresses = { review: "granska/svara", writeOn: "granska", publish: "publicera" } as const;

/** What may be forgotten in the knowledge base: what others wait for before what is one's own. */
export const whatWaitsInKnowledge = together([
  waiting(itemsWaiting, ({ slug, title, waitsTo }, { t, go }) => ({
    title: t(`today.knowledge.${waitsTo}`, { title }),
    action: go(`/kunskap/${slug}/${addresses[waitsTo]}`, t(`today.knowledge_go.${waitsTo}`)),
  })),
  waiting(questionsToAnswer, ({ count, slug, text, organisation }, { t, go }) => ({
    title: t("today.question_waits", { count }),
    detail: t("today.question_oldest", {
      organisation,
      text: text.length > 90 ? `${text.slice(0, 87).trimEnd()}…` : text,
    }),
    action: go(count === 1 ? `/fragor/${slug}` : "/fragor", t("today.question_go")),
  })),
  waiting(answersToSayOf, ({ slug, text, isAsked }, { t, go }) => ({
    title: t(isAsked ? "today.answer_helped" : "today.answer_came"),
    detail: text.length > 90 ? `${text.slice(0, 87).trimEnd()}…` : text,
    action: isAsked
      ? go(`/fragor/${slug}#hjalpte`, t("today.answer_helped_go"))
      : go(`/fragor/${slug}`, t("today.answer_came_go")),
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
  waiting(toLookOver, ({ what, count }, { t, go }) => ({
    title: t(`debt.${what}`, { count }),
    action: go("/att-se-over", t("debt.look_over")),
  })),
]);

import { z } from "zod";
import { languages } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { LimitedDeed } from "#platform/rate-limits/limits.ts";
import { type ApiContext, type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { apply, withdraw } from "#features/circles/registration/commands.ts";
import { confirmApplication } from "#features/circles/registration/confirmation/commands.ts";
import { answerManager } from "#features/circles/registration/manager/commands.ts";
import { ManagerAnswer } from "#features/circles/registration/manager/manager-word.ts";
import { answerOffer } from "#features/circles/registration/offer/commands.ts";
import { applicationForm } from "#features/circles/registration/queries.ts";
import { questionsOf } from "#features/circles/registration/application-questions.ts";
import { Application, registrationStates } from "#features/circles/registration/registration.ts";
import { roundIdOf } from "#features/circles/round/queries.ts";

const State = z.enum(registrationStates);
const Secret = z.string().min(1).max(100).describe("The secret at the end of the link in the mail");
const Standing = z.object({ id: z.string(), state: State });
const bySlug = { params: z.object({ slug: z.string().max(200) }) };
const Asked = z.enum(["required", "optional", "no"]);

/** The same limit as the application form's, under the same name. */
const applying: LimitedDeed = { name: "registration.apply", perTarget: { times: 10, seconds: 3_600 } };

/** The round behind a readable address, or a refusal. */
export async function roundCalled(c: ApiContext, slug: string) {
  const id = await roundIdOf(c.var.db, slug);
  if (!id) throw new Refusal("not_found", "registration.no_such_round");
  return id;
}

/** What applicants and managers do, without an account: by applying, and by the secrets of the links they are mailed. */
export const applicationsApi: readonly ApiRoute[] = [
  operation(
    "open",
    {
      method: "get",
      path: "/rounds/{slug}/application-form",
      operationId: "readApplicationForm",
      summary: "Read what an application to a round asks for, and whether one can be sent",
      request: bySlug,
      responses: {
        200: json(
          "The questions",
          z.object({
            way: z.enum(["open", "late", "closed"]),
            placesLeft: z.int(),
            questions: z.record(z.string(), Asked).describe("Answers beyond those every application needs"),
            rules: z.array(
              z.object({ id: z.string(), text: z.string(), strength: z.enum(["required", "recommended"]) }),
            ),
            deleteExtrasAfter: z.string().describe("When diet, adaptation and postal address are erased"),
          }),
        ),
      },
    },
    async (c, { params: { slug } }) => {
      const form = await applicationForm(c.var.db, slug, c.var.now());
      if (!form) throw new Refusal("not_found", "registration.no_such_round");
      const { round, way, left, rules, deleteExtrasAfter } = form;
      return c.json({
        way,
        placesLeft: left,
        questions: questionsOf(round),
        rules,
        deleteExtrasAfter: deleteExtrasAfter.toString(),
      });
    },
  ),
  operation(
    "open",
    {
      method: "post",
      path: "/rounds/{slug}/registrations",
      operationId: "apply",
      summary: "Apply to a round; the address is then confirmed by a mailed link",
      request: { ...bySlug, body: body(Application.extend({ language: z.enum(languages).default("sv") })) },
      responses: {
        202: json(
          "The number in the queue, and until when it waits for the confirmation",
          z.object({ id: z.string(), queueNo: z.int(), confirmBy: z.string() }),
        ),
      },
    },
    async (c, { params: { slug }, body: { language, ...application } }) => {
      await c.var.limits.count(applying, { address: networkAddress(c), target: application.email });
      const roundId = await roundCalled(c, slug);
      const { id, queueNo, confirmBy } = await apply(
        c.var.db,
        c.var.actor,
        { roundId, application, language },
        c.var.now,
      );
      return c.json({ id, queueNo, confirmBy: confirmBy.toString() }, 202);
    },
  ),
  operation(
    "open",
    {
      method: "post",
      path: "/registrations/confirm",
      operationId: "confirmApplication",
      summary: "Confirm an application by the secret of its mailed link",
      answersSecret: true,
      request: { body: body(z.strictObject({ token: Secret })) },
      responses: {
        200: json(
          "How the application stands, and the secret of the applicant's own page",
          Standing.extend({ ownToken: z.string() }),
        ),
      },
    },
    async (c, { body: { token } }) => c.json(await confirmApplication(c.var.db, c.var.actor, token, c.var.now)),
  ),
  operation(
    "open",
    {
      method: "post",
      path: "/registrations/withdraw",
      operationId: "withdrawOwnRegistration",
      summary: "Withdraw one's own application by the secret of one's own page",
      request: { body: body(z.strictObject({ ownToken: Secret })) },
      responses: { 200: json("The application that is withdrawn", z.object({ id: z.string() })) },
    },
    async (c, { body: whose }) => c.json(await withdraw(c.var.db, c.var.actor, whose, c.var.now)),
  ),
  operation(
    "open",
    {
      method: "post",
      path: "/offers/answer",
      operationId: "answerOffer",
      summary: "Answer the offer of a place by the secret of its mailed link",
      request: { body: body(z.strictObject({ offerToken: Secret, answer: z.enum(["yes", "no"]) })) },
      responses: { 200: json("How the application stands", Standing) },
    },
    async (c, { body: { offerToken, answer } }) =>
      c.json(await answerOffer(c.var.db, c.var.actor, { offerToken }, answer, c.var.now)),
  ),
  operation(
    "open",
    {
      method: "post",
      path: "/manager-answers",
      operationId: "answerAsManager",
      summary: "Answer as the manager of an applicant by the secret of the mailed link: yes, no, or a question",
      request: { body: body(z.strictObject({ token: Secret, reply: ManagerAnswer })) },
      responses: { 200: json("The application that was answered about", z.object({ id: z.string() })) },
    },
    async (c, { body: { token, reply } }) =>
      c.json(await answerManager(c.var.db, c.var.actor, token, reply, c.var.now)),
  ),
];

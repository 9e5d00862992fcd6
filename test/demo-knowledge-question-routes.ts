import type { demoKnowledgeQuestions } from "./demo-knowledge-questions.ts";
import { type Answers, anyoneSignedIn, everyone } from "./door-answers.ts";

type Stage = {
  readonly questions: Awaited<ReturnType<typeof demoKnowledgeQuestions>>;
  readonly link: (purpose: string, subject: string) => Promise<string>;
};

/** Of a question that the leader has asked: those who answer it, and nobody else knows of it. */
const parties: Answers = "sign-in 404 404 ok ok";
/** Keeping the glossary: whoever publishes anywhere. */
const keepers: Answers = "sign-in 403 ok ok ok";

/** One example of every address of questions from practice, of the five steps and of the glossary. */
export async function knowledgeQuestionRoutes({
  questions: { open, answered },
  link,
}: Stage): Promise<Record<string, readonly [address: string, answers: Answers]>> {
  const at = (rest = "") => `/fragor/${open.slug}${rest}`;
  return {
    "/fraga/ny": ["/fraga/ny?q=Vad hjälper?", anyoneSignedIn],
    "/fraga/hjalpte/:token": [`/fraga/hjalpte/${await link("question.helped", answered.id)}`, everyone],
    "/fragor": ["/fragor", anyoneSignedIn],
    "/fragor/:slug": [`/fragor/${answered.slug}`, parties],
    "/fragor/:slug/andra": [at("/andra"), parties],
    "/fragor/:slug/svara": [at("/svara"), parties],
    "/fragor/:slug/lamna-vidare": [at("/lamna-vidare"), parties],
    "/fragor/:slug/hjalpte": [`/fragor/${answered.slug}/hjalpte`, "sign-in 404 404 ok 403"],
    "/fragor/:slug/avsluta": [at("/avsluta"), parties],
    "/fem-steg": ["/fem-steg", everyone],
    "/ordlista": ["/ordlista?ord=erfarenhet", everyone],
    "/ordlista/ny": ["/ordlista/ny", keepers],
    "/ordlista/:slug": ["/ordlista/beprovad-erfarenhet", everyone],
    "/ordlista/:slug/andra": ["/ordlista/beprovad-erfarenhet/andra", keepers],
  };
}

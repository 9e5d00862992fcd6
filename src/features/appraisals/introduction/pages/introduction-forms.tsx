import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled, filledFrom } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { type AppraisalPerson } from "#features/appraisals/appraisal/queries.ts";
import { peopleToWrite } from "#features/appraisals/appraisal/people/queries.ts";
import {
  beginIntroduction,
  changeIntroduction,
  checkFidelity,
  comeToPhase,
} from "#features/appraisals/introduction/commands.ts";
import { nextPhases } from "#features/appraisals/introduction/introduction-lifecycle.ts";
import {
  FidelityCheck,
  IntroductionChange,
  IntroductionStep,
  longest,
  NewIntroduction,
  PhaseEntered,
  StepDone,
} from "#features/appraisals/introduction/introduction-words.ts";
import { fidelities, IntroductionStepId, StepKind } from "#features/appraisals/introduction/introduction.ts";
import { introductionAsked } from "#features/appraisals/introduction/pages/introduction.tsx";
import { PhaseFields, Responsible, StepFields } from "#features/appraisals/introduction/parts/introduction-fields.tsx";
import { type Introduction, type IntroductionInside, stepCalled } from "#features/appraisals/introduction/queries.ts";
import {
  addIntroductionStep,
  changeIntroductionStep,
  finishIntroductionStep,
  removeIntroductionStep,
} from "#features/appraisals/introduction/steps/commands.ts";
import { phases } from "#features/appraisals/method/method.ts";
import { Button } from "#ui/button.tsx";
import { Choice, DateField, OneOfSeveral, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { FormPage } from "#ui/form-page.tsx";

type Page = Context<Environment>;
type Running = IntroductionInside & { readonly introduction: Introduction };

/** Writing how an introduction goes. */
export const introductionFormPages = pages("signedIn")
  .form("/metodbedomning/:slug/inforande/paborja", {
    async draw(c, filled) {
      const { t } = c.var;
      const found = await introductionAsked(c);
      if (!found.can.run) throw new Refusal("forbidden", "introduction.not_yours");
      if (found.introduction) throw new Refusal("conflict", "introduction.begun_already");
      if (!found.can.begin) throw new Refusal("conflict", "introduction.not_decided");
      return drawAbout(c, filled, found, {
        heading: t("introduction.begin"),
        lead: t("introduction.begin_lead"),
        children: (
          <>
            <PhaseFields t={t} today={dateIn(c.var.now())} filled={filled} phases={phases} value="installation" />
            <Responsible t={t} filled={filled} people={await peopleFor(c, found)} />
          </>
        ),
      });
    },
    async send(c, filled) {
      const slug = c.req.param("slug") ?? "";
      await beginIntroduction(c.var.db, c.var.actor, c.var.now, slug, checkedForm(NewIntroduction, filled));
      return back(c, "paborjat");
    },
  })
  .form("/metodbedomning/:slug/inforande/andra", {
    async draw(c, filled) {
      const found = await introductionToRun(c);
      return drawAbout(c, filled, found, {
        heading: c.var.t("introduction.change"),
        hidden: { version: String(found.introduction.version) },
        children: (
          <Responsible t={c.var.t} filled={filled} people={await peopleFor(c, found)} before={found.introduction} />
        ),
      });
    },
    async send(c, filled) {
      const slug = c.req.param("slug") ?? "";
      await changeIntroduction(c.var.db, c.var.actor, c.var.now, slug, checkedForm(IntroductionChange, filled));
      return back(c, "andrat");
    },
  })
  .form("/metodbedomning/:slug/inforande/fas", {
    async draw(c, filled) {
      const { t } = c.var;
      const found = await introductionToRun(c);
      const { phase } = found.introduction;
      return drawAbout(c, filled, found, {
        heading: t("introduction.come_to_phase"),
        lead: t("introduction.come_to_phase_lead", { phase: t(`method.phase.${phase}`) }),
        children: (
          <>
            <PhaseFields
              t={t}
              today={dateIn(c.var.now())}
              filled={filled}
              phases={nextPhases[phase]}
              value={nextPhases[phase][0]}
            />
            <TextArea
              t={t}
              filled={filled}
              name="note"
              label={t("introduction.phase_note")}
              help={t("introduction.no_clients")}
              rows={3}
              limit={longest.note}
            />
          </>
        ),
      });
    },
    async send(c, filled) {
      const slug = c.req.param("slug") ?? "";
      await comeToPhase(c.var.db, c.var.actor, c.var.now, slug, checkedForm(PhaseEntered, filled));
      return back(c, "fas");
    },
  })
  .form("/metodbedomning/:slug/inforande/steg", {
    async draw(c, filled) {
      const { t } = c.var;
      const found = await introductionToRun(c);
      const kind = StepKind.safeParse(c.req.query("sort")).data;
      return drawAbout(c, filled, found, {
        heading: t(kind === "takenAway" ? "introduction.add_taken_away" : "introduction.add_step"),
        children: <StepFields t={t} filled={filled} kind={kind ?? "step"} />,
      });
    },
    async send(c, filled) {
      const slug = c.req.param("slug") ?? "";
      await addIntroductionStep(c.var.db, c.var.actor, c.var.now, slug, checkedForm(IntroductionStep, filled));
      return back(c, "steg", "steg");
    },
  })
  .form("/metodbedomning/:slug/inforande/steg/:step", {
    async draw(c, filled) {
      const { t } = c.var;
      const found = await introductionToRun(c);
      const step = stepCalled(found, c.req.param("step") ?? "");
      const { slug } = found.inside.appraisal;
      return drawAbout(c, filled, found, {
        heading: t("introduction.change_step"),
        after: (
          <Form t={t} tight action={`/metodbedomning/${slug}/inforande/steg/${step.id}/ta-bort`}>
            <Button plain danger>
              {t("introduction.remove_step")}
            </Button>
          </Form>
        ),
        children: <StepFields t={t} filled={filled} kind={step.kind} before={step} />,
      });
    },
    async send(c, filled) {
      const words = checkedForm(IntroductionStep, filled);
      await changeIntroductionStep(c.var.db, c.var.actor, c.var.now, c.req.param("slug") ?? "", stepAsked(c), words);
      return back(c, "steg", "steg");
    },
  })
  .post("/metodbedomning/:slug/inforande/steg/:step/klart", async (c) => {
    const words = checkedForm(StepDone, await filledFrom(c));
    await finishIntroductionStep(c.var.db, c.var.actor, c.var.now, c.req.param("slug") ?? "", stepAsked(c), words);
    return back(c, words.isDone ? "klart" : "inte-klart", "steg");
  })
  .post("/metodbedomning/:slug/inforande/steg/:step/ta-bort", async (c) => {
    await removeIntroductionStep(c.var.db, c.var.actor, c.var.now, c.req.param("slug") ?? "", stepAsked(c));
    return back(c, "steg-borta", "steg");
  })
  .form("/metodbedomning/:slug/inforande/uppfoljning", {
    async draw(c, filled) {
      const { t, now } = c.var;
      const found = await introductionToRun(c);
      const today = dateIn(now()).toString();
      const standing = found.followed.filter(({ component }) => component.endedOn === null);
      if (standing.length === 0) throw new Refusal("conflict", "introduction.no_components");
      return drawAbout(c, filled, found, {
        heading: t("introduction.check"),
        lead: t("introduction.check_lead"),
        hidden: Object.fromEntries(standing.map(({ component }, row) => [`components.${row}.id`, component.id])),
        labels: Object.fromEntries(
          standing.map(({ component }, row) => [`components.${row}.fidelity`, component.text]),
        ),
        children: (
          <>
            <DateField
              t={t}
              filled={filled}
              name="checkedOn"
              required
              label={t("introduction.checked_on")}
              value={today}
              max={today}
            />
            {standing.map(({ component }, row) => (
              <OneOfSeveral>
                <Choice
                  t={t}
                  filled={filled}
                  name={`components.${row}.fidelity`}
                  required
                  inline
                  label={component.text}
                  options={fidelities.map((each) => ({ value: each, label: t(`introduction.fidelity.${each}`) }))}
                />
                <TextField
                  t={t}
                  filled={filled}
                  name={`components.${row}.note`}
                  label={t("introduction.fidelity_note")}
                  help={row === 0 ? t("introduction.no_clients") : undefined}
                />
              </OneOfSeveral>
            ))}
          </>
        ),
      });
    },
    async send(c, filled) {
      const slug = c.req.param("slug") ?? "";
      await checkFidelity(c.var.db, c.var.actor, c.var.now, slug, checkedForm(FidelityCheck, filled));
      return back(c, "uppfoljt", "uppfoljning");
    },
  });

type Drawn = {
  readonly heading: string;
  readonly lead?: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly after?: Child;
  readonly children: Child;
};

function drawAbout(c: Page, filled: Filled, { inside }: IntroductionInside, { children, after, ...drawn }: Drawn) {
  const { t } = c.var;
  const { slug, title } = inside.appraisal;
  const address = `/metodbedomning/${slug}/inforande`;
  const kicker = (
    <a href={address}>
      {t("introduction.heading")}: {title}
    </a>
  );
  return c.render(
    <>
      <FormPage t={t} filled={filled} kicker={kicker} press={t("introduction.save")} back={address} {...drawn}>
        {children}
      </FormPage>
      {after}
    </>,
    { title: `${drawn.heading}: ${title}`, current: "/metoder" },
  );
}

function back(c: Page, done: string, part?: string): Response {
  const address = `/metodbedomning/${c.req.param("slug") ?? ""}/inforande?klart=${done}`;
  return c.redirect(part ? `${address}#${part}` : address, 303);
}

async function introductionToRun(c: Page): Promise<Running> {
  const found = await introductionAsked(c);
  if (!found.can.run) throw new Refusal("forbidden", "introduction.not_yours");
  const { introduction } = found;
  if (!introduction) throw new Refusal("not_found", "introduction.not_begun");
  return { ...found, introduction };
}

function stepAsked(c: Page): IntroductionStepId {
  const id = IntroductionStepId.safeParse(c.req.param("step")).data;
  if (!id) throw new Refusal("not_found", "introduction.no_such_step");
  return id;
}

/** Whom an introduction can be led by: those with a role near the unit, and whoever leads it already. */
async function peopleFor(c: Page, { inside, introduction }: IntroductionInside): Promise<AppraisalPerson[]> {
  const near = await peopleToWrite(c.var.db, inside.appraisal.organisationId, dateIn(c.var.now()));
  const now = introduction?.responsibleId
    ? [{ id: introduction.responsibleId, name: introduction.responsible ?? "" }]
    : [];
  return [...new Map([...now, ...near].map((person) => [person.id, person])).values()];
}

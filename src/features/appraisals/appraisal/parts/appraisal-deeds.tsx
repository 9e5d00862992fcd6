import type { Translate } from "#kernel/messages.ts";
import { isPossible } from "#features/appraisals/appraisal/appraisal-lifecycle.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";

/** What somebody may do with an appraisal as a whole. The way to decide stands with the decision. */
export function AppraisalDeeds({ t, inside, isAuthor }: { t: Translate; inside: AppraisalInside; isAuthor: boolean }) {
  const { appraisal, can } = inside;
  const { slug, state } = appraisal;
  const address = `/metodbedomning/${slug}`;
  return (
    <div class="buttons">
      {can.write ? (
        <LinkButton href={`${address}/foresla`} wide>
          {t("appraisal.propose")}
        </LinkButton>
      ) : null}
      {isAuthor && isPossible("takeBack", state) ? (
        <Form t={t} tight action={`${address}/ta-tillbaka`}>
          <Button quiet wide>
            {t("appraisal.take_back")}
          </Button>
        </Form>
      ) : null}
      {can.decide && isPossible("sendBack", state) ? (
        <LinkButton href={`${address}/skicka-tillbaka`} quiet wide>
          {t("appraisal.send_back")}
        </LinkButton>
      ) : null}
      {can.write ? (
        <LinkButton href={`${address}/andra`} quiet wide>
          {t("appraisal.change")}
        </LinkButton>
      ) : null}
      {can.keep && state !== "withdrawn" ? (
        <LinkButton href={`${address}/vilka`} quiet wide>
          {t("appraisal.people_change")}
        </LinkButton>
      ) : null}
      {can.keep && isPossible("weighAgain", state) ? (
        <LinkButton href={`${address}/igen`} quiet wide>
          {t("appraisal.weigh_again")}
        </LinkButton>
      ) : null}
      {can.keep && isPossible("withdraw", state) ? (
        <LinkButton href={`${address}/dra-tillbaka`} plain wide>
          {t("appraisal.withdraw")}
        </LinkButton>
      ) : null}
    </div>
  );
}

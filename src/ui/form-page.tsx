import type { Child } from "#kernel/jsx-runtime.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { Form, FormEnd, type FormProps } from "#ui/form.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type FormPageProps = FormProps & {
  kicker?: Child;
  heading: Child;
  lead?: Child;
  /** What there is to know before one answers, above the form. */
  before?: Child;
  /** What the button says. */
  press: string;
  danger?: boolean | undefined;
  /** Where somebody goes who does not go through with it. */
  back: string;
  /** What the way back is called, when it is not "Avbryt". */
  backSays?: string | undefined;
};

/** A page that asks for one thing: what it is about, the fields, the button, and the way back. */
export function FormPage(props: FormPageProps) {
  const { kicker, heading, lead, before, press, danger, back, backSays, children, ...form } = props;
  return (
    <Narrow>
      <PageHeading kicker={kicker} heading={heading} lead={lead} />
      {before}
      <Form {...form}>
        {children}
        <FormEnd>
          <Button danger={danger}>{press}</Button>
          <LinkButton href={back} plain>
            {backSays ?? form.t("ui.cancel")}
          </LinkButton>
        </FormEnd>
      </Form>
    </Narrow>
  );
}

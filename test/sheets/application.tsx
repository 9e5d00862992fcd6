import { Button } from "#ui/button.tsx";
import {
  Checkbox,
  Checks,
  Choice,
  DateField,
  FieldRow,
  Fieldset,
  FileField,
  NumberField,
  OneOfSeveral,
  Select,
  TextArea,
  TextField,
  TimeField,
} from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { FormPage } from "#ui/form-page.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { ProgressSteps } from "#ui/progress-steps.tsx";
import { Framed, type SheetProps, problem, publicMenu, t } from "./framed.tsx";

const sectors = [
  { value: "ifo", label: "Individ- och familjeomsorg" },
  { value: "school", label: "Förskola eller skola", help: "Även elevhälsa och fritidshem" },
  { value: "health", label: "Hälso- och sjukvård" },
];
const ages = [
  { value: "0-5", label: "0–5 år" },
  { value: "6-12", label: "6–12 år" },
  { value: "13-", label: "13 år och äldre" },
];
const municipalities = [
  { value: "0305", label: "Håbo" },
  { value: "0380", label: "Uppsala" },
];

/** A form that was sent with two problems. */
export function FormSheet({ assets }: SheetProps) {
  const filled: Filled = {
    values: {
      name: "Nils Berg",
      email: "nils.berg",
      hours: "70",
      day: "2027-10-01",
      ages: ["0-5"],
      why: "Vi möter barnen sent.",
    },
    problems: [
      { path: "email", code: problem("sheet.email") },
      { path: "sector", code: problem("sheet.sector") },
      { path: "", code: problem("sheet.full") },
    ],
  };
  return (
    <Framed title="Anmälan" assets={assets} menu={publicMenu} current="/cirklar" failed>
      <FormPage
        t={t}
        action="/anmalan"
        filled={filled}
        keepDraft="sheet"
        hidden={{ step: "2" }}
        kicker="Tidiga samordnade insatser"
        heading="Anmäl dig"
        lead="Det tar ungefär fem minuter."
        before={
          <ProgressSteps
            t={t}
            now={2}
            steps={[{ label: "Du", href: "/1" }, { label: "Ditt arbete" }, { label: "Chefen" }, { label: "Granska" }]}
          />
        }
        press="Skicka anmälan"
        back="/cirklar"
      >
        <TextField t={t} filled={filled} name="name" label="Namn" autocomplete="name" required />
        <TextField
          t={t}
          filled={filled}
          name="email"
          type="email"
          label="E-post"
          help="Dit skickar vi en länk att bekräfta med."
          autocomplete="email"
          required
        />
        <Choice t={t} filled={filled} name="sector" label="Vad arbetar du med?" required options={sectors} />
        <Checks t={t} filled={filled} name="ages" label="Vilka åldrar möter du?" inline options={ages} />
        <Select
          t={t}
          filled={filled}
          name="municipality"
          label="Kommun"
          width="medium"
          required
          options={municipalities}
        />
        <Fieldset legend="När passar det dig?" help="Vi söker en tid som passar de flesta.">
          <FieldRow>
            <DateField t={t} filled={filled} name="day" label="Dag" required />
            <TimeField t={t} filled={filled} name="start" label="Från" value="09:00" required />
            <TimeField t={t} filled={filled} name="end" label="Till" />
          </FieldRow>
        </Fieldset>
        <Fieldset legend="Vilka fler vill du ska få veta?">
          {["first", "second"].map((name, index) => (
            <OneOfSeveral legend={`Kollega ${index + 1}`}>
              <FieldRow>
                <TextField t={t} filled={filled} name={`${name}.name`} label="Vem" />
                <TextField t={t} filled={filled} name={`${name}.email`} type="email" label="Adress" />
              </FieldRow>
            </OneOfSeveral>
          ))}
        </Fieldset>
        <NumberField t={t} filled={filled} name="hours" label="Avsatt tid" unit="timmar" required />
        <TextArea
          t={t}
          filled={filled}
          name="why"
          label="Varför vill du vara med?"
          help="Några meningar räcker."
          limit={2000}
        />
        <FileField
          t={t}
          filled={filled}
          name="file"
          label="Bilaga"
          help="Word, text eller HTML, högst 10 MB."
          accept=".docx,.txt,.html"
        />
        <Checkbox
          t={t}
          filled={filled}
          name="agreed"
          label="Det här är avstämt med min chef"
          help="Chefen vet att det tar cirka 70 timmar."
          required
        />
      </FormPage>
    </Framed>
  );
}

/** The same kind of form before anyone has written in it. */
export function ApplicationSheet({ assets }: SheetProps) {
  return (
    <Framed title="Anmälan" assets={assets} menu={publicMenu} current="/cirklar">
      <PageHeading kicker="Tidiga samordnade insatser" heading="Anmäl dig" lead="Det tar ungefär fem minuter." />
      <Form t={t} action="/anmalan" keepDraft="application">
        <TextField t={t} name="name" label="Namn" autocomplete="name" required />
        <Choice t={t} name="sector" label="Vad arbetar du med?" required options={sectors} />
        <Checks t={t} name="ages" label="Vilka åldrar möter du?" options={ages} />
        <Select t={t} name="municipality" label="Kommun" required options={municipalities} />
        <TextField t={t} name="diet" label="Specialkost" noKeep />
        <TextField t={t} name="password" type="password" label="Lösenord" autocomplete="new-password" required />
        <TextArea t={t} name="why" label="Varför vill du vara med?" limit={20} />
        <FormEnd>
          <Button>Skicka anmälan</Button>
        </FormEnd>
      </Form>
    </Framed>
  );
}

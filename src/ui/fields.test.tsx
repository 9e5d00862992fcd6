import type { Child } from "#kernel/jsx-runtime.ts";
import { describe, expect, test } from "vitest";
import type { MessageKey } from "#kernel/messages.ts";
import { translator } from "#platform/web/translate.ts";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { Checkbox, Checks, Choice, NumberField, Select, TextArea, TextField } from "#ui/fields.tsx";
import { fieldId, type Filled, unfilled } from "#ui/filled.ts";
import { en } from "#ui/messages.en.ts";
import { sv } from "#ui/messages.sv.ts";

const t = translator({ sv: { ...sv, "test.wrong": "Det stämmer inte.", "test.full": "Omgången är full." }, en }, "sv");
const wrong = "test.wrong" as MessageKey;
const markup = (element: Child) => String(element);

const sent = (values: Filled["values"], paths: readonly string[] = []): Filled => ({
  values,
  problems: paths.map((path) => ({ path, code: wrong })),
});

const answers = [
  { value: "yes", label: "Ja" },
  { value: "no", label: "Nej" },
];

describe("what stands in a field", () => {
  test("is what it starts with, until somebody has written in it", () => {
    expect(markup(<TextField t={t} name="name" label="Namn" value="Maja" filled={unfilled} />)).toContain(
      'value="Maja"',
    );
    expect(markup(<TextField t={t} name="name" label="Namn" value="Maja" filled={sent({ name: "" })} />)).toContain(
      'value=""',
    );
    expect(markup(<NumberField t={t} name="hours" label="Tid" value={70} />)).toContain('value="70"');
  });

  test("is shown as text, whatever it is", () => {
    const filled = sent({ why: '</textarea><script>alert("1")</script>' });
    expect(markup(<TextArea t={t} name="why" label="Varför" filled={filled} />)).not.toContain("<script>");
    expect(markup(<TextField t={t} name="why" label="Varför" filled={filled} />)).not.toContain("<script>");
  });

  test("a password is never written back", () => {
    const filled = sent({ secret: "hemligt-ord" });
    expect(markup(<TextField t={t} name="secret" type="password" label="Lösenord" filled={filled} />)).not.toContain(
      "hemligt-ord",
    );
  });

  test("a box that was unticked stays unticked when the form is drawn again", () => {
    const ticked = (filled?: Filled) =>
      markup(<Checkbox t={t} name="agreed" label="Avstämt" checked filled={filled} />).includes("checked");
    expect(ticked()).toBe(true);
    expect(ticked(unfilled)).toBe(true);
    expect(ticked(sent({ name: "Maja" }))).toBe(false);
    expect(ticked(sent({ name: "Maja", agreed: "on" }))).toBe(true);
  });

  test("several boxes of one name keep each its own", () => {
    const drawn = markup(
      <Checks t={t} name="a" label="Vilka?" options={answers} value={["yes"]} filled={sent({ a: ["no"] })} />,
    );
    expect(drawn.match(/checked/g)?.length).toBe(1);
    expect(drawn).toMatch(/value="no" checked/);
  });

  test("a choice and a list keep what was chosen", () => {
    expect(
      markup(<Choice t={t} name="a" label="Vill du?" options={answers} value="yes" filled={sent({ a: "no" })} />),
    ).toMatch(/value="no" checked/);
    expect(markup(<Select t={t} name="a" label="Vill du?" options={answers} filled={sent({ a: "no" })} />)).toMatch(
      /value="no" selected/,
    );
  });
});

describe("what those who hear the page are told", () => {
  test("help and problem belong to the control, in the order they are read", () => {
    const drawn = markup(
      <TextField t={t} name="email" label="E-post" help="Dit skickar vi." filled={sent({ email: "x" }, ["email"])} />,
    );
    expect(drawn).toContain('aria-describedby="f-email-help f-email-problem"');
    expect(drawn).toContain('aria-invalid="true"');
    expect(drawn).toContain("Det stämmer inte.");
  });

  test("the help of a whole list and that of its first answer are two", () => {
    const helped = [{ value: "yes", label: "Ja", help: "Då får du ett mejl." }];
    const drawn = markup(<Checks t={t} name="a" label="Vilka?" help="Välj minst en." options={helped} />);
    const ids = [...drawn.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id);
    expect(ids.filter((id) => id?.endsWith("help"))).toEqual(["f-a-help", "f-a-option-help"]);
    expect(drawn).toMatch(/<input[^>]*aria-describedby="f-a-option-help"/u);
  });

  test("a field without either says nothing", () => {
    const drawn = markup(<TextField t={t} name="email" label="E-post" required />);
    expect(drawn).not.toMatch(/aria-describedby|aria-invalid/);
  });

  test("a field that may be left empty says so in words, and a required one is required", () => {
    expect(markup(<TextField t={t} name="title" label="Titel" />)).toContain("(valfritt)");
    expect(markup(<TextField t={t} name="title" label="Titel" required />)).not.toContain("valfritt");
    expect(markup(<TextField t={t} name="title" label="Titel" required />)).toContain("required");
  });
});

describe("the list of what to correct", () => {
  test("leads to each field by the address the field has", () => {
    const filled = sent({ a: "1" }, ["sessions.0.date", "name"]);
    const drawn = markup(<ErrorSummary t={t} filled={filled} />);
    expect(drawn).toContain('href="#f-sessions-0-date"');
    expect(markup(<TextField t={t} name="sessions.0.date" label="Dag" />)).toContain(
      `id="${fieldId("sessions.0.date")}"`,
    );
    expect(drawn).toContain("2 saker behöver rättas");
  });

  test("leads to the first answer of a choice", () => {
    expect(markup(<Choice t={t} name="a" label="Vill du?" options={answers} />)).toMatch(
      /<input[^>]*id="f-a"[^>]*value="yes"/,
    );
  });

  test("does not count what no field can correct", () => {
    const drawn = markup(<ErrorSummary t={t} filled={sent({}, [""])} />);
    expect(drawn).toContain("Det gick inte");
    expect(drawn).not.toContain("<a ");
  });

  test("is not there when nothing is wrong", () => {
    expect(markup(<ErrorSummary t={t} filled={unfilled} />)).toBe("");
    expect(markup(<ErrorSummary t={t} filled={undefined} />)).toBe("");
  });
});

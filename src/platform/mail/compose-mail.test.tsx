import { describe, expect, test } from "vitest";
import { composeMail, type MailDraft } from "#platform/mail/compose-mail.tsx";
import { MailButton, MailFacts } from "#platform/mail/mail-parts.tsx";
import { en } from "#platform/messages.en.ts";
import { sv } from "#platform/messages.sv.ts";
import { newSecret } from "#platform/tokens/secret-token.ts";
import { translators } from "#platform/web/translate.ts";

const { sv: t } = translators({ sv, en });
const compose = (over: Partial<MailDraft>) =>
  composeMail({ to: "bo@example.se", subject: "Din plats", body: "", t, ...over });

describe("a composed mail", () => {
  test("says the same as HTML and as plain text, with its links written out", () => {
    const { html, text } = compose({
      body: (
        <>
          <h1>Du har fått en plats</h1>
          <p>
            Läs mer på <a href="https://cirklar.example.se/c/vald">cirkelns sida</a>.
          </p>
          <MailFacts
            facts={[
              { name: "När", value: "tis 17 mars 9.00–11.30" },
              { name: "Var", value: "Rådhuset, Ånge" },
            ]}
          />
          <MailButton href="https://cirklar.example.se/erbjudande/x">Svara</MailButton>
        </>
      ),
    });
    expect(text).toBe(
      [
        "Sammanvägt",
        "",
        "Du har fått en plats",
        "",
        "Läs mer på cirkelns sida <https://cirklar.example.se/c/vald>.",
        "",
        "När: tis 17 mars 9.00–11.30",
        "Var: Rådhuset, Ånge",
        "",
        "Svara:",
        "https://cirklar.example.se/erbjudande/x",
        "",
        "Det går inte att svara på det här mejlet.",
      ].join("\n"),
    );
    expect(html).toContain('<html lang="sv">');
    expect(html).toContain('href="https://cirklar.example.se/erbjudande/x"');
    expect(html).not.toMatch(/<(script|img|link)\b/);
  });

  test("never breaks a long address in the plain text", () => {
    const href = `https://cirklar.example.se/erbjudande/${newSecret()}?lang=sv&x=${"y".repeat(80)}`;
    expect(compose({ body: <MailButton href={href}>Svara</MailButton> }).text.split("\n")).toContain(href);
    expect(
      compose({
        body: (
          <p>
            Se <a href={href}>sidan</a>
          </p>
        ),
      }).text,
    ).toContain(`<${href}>`);
  });

  test("shows what somebody wrote as text, never as HTML", () => {
    const { html, text } = compose({ body: <p>{"<script>alert(1)</script> & \u202eåäö"}</p> });
    expect(html).toContain("&lt;script&gt;");
    expect(text).toContain("<script>alert(1)</script>");
  });

  test("says who gets the answer", () => {
    expect(compose({ replyTo: { name: "Siv Alm", address: "siv@example.se" } }).text).toContain(
      "kommer svaret till Siv Alm.",
    );
  });
});

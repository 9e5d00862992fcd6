import { describe, expect, test } from "vitest";
import { type Child, raw } from "#kernel/jsx-runtime.ts";

describe("what is written is shown as it was written", () => {
  const hostile = `<script>alert("1")</script> & 'x' åäö`;
  const shown = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; åäö";

  test("in an element, a list, a component and an attribute", () => {
    const Said = ({ children }: { children?: Child }) => <b>{children}</b>;
    expect(String(<p>{hostile}</p>)).toBe(`<p>${shown}</p>`);
    expect(String(<p>{[hostile, [hostile]]}</p>)).toBe(`<p>${shown}${shown}</p>`);
    expect(String(<Said>{hostile}</Said>)).toBe(`<b>${shown}</b>`);
    expect(String(<p title={hostile} />)).toBe(`<p title="${shown}"></p>`);
    expect(
      String(
        <>
          {hostile}
          {hostile}
        </>,
      ),
    ).toBe(shown + shown);
  });

  test("and markup only where it says so", () => {
    expect(String(<p>{raw("<i>x</i>")}</p>)).toBe("<p><i>x</i></p>");
    expect(String(<p>{String(<i>x</i>)}</p>)).toBe("<p>&lt;i&gt;x&lt;/i&gt;</p>");
  });
});

test("numbers are shown, truth values and nothing are not", () => {
  expect(String(<p>{[0, 1.5, true, false, null, undefined, ""]}</p>)).toBe("<p>01.5</p>");
});

test("an attribute stands, stands empty or does not stand", () => {
  expect(String(<input required disabled={false} value={undefined} maxlength={3} aria-invalid={false} />)).toBe(
    '<input required="" maxlength="3" aria-invalid="false"/>',
  );
  expect(String(<td colspan={2}>x</td>)).toBe('<td colspan="2">x</td>');
});

test("what has to be waited for is a bug, and says so", () => {
  const later = Promise.resolve("senare") as unknown as Child;
  expect(() => String(<p>{later}</p>)).toThrow("cannot be drawn");
  expect(() => String(<p title={new Date() as unknown as string} />)).toThrow("The attribute title was given a object");
});

import type { Child } from "#kernel/jsx-runtime.ts";

const face =
  "display:inline-block;margin-top:.4rem;padding:.72rem 1.15rem;border-radius:8px;background:#1d4f4b;color:#ffffff;font-weight:600;text-decoration:none";

/** The one thing a mail asks for. In plain text its address stands on a line of its own. */
export function MailButton({ href, children }: { href: string; children: Child }) {
  return (
    <p>
      <a class="button" href={href} style={face}>
        {children}
      </a>
    </p>
  );
}

/** What is known, as rows of name and value: when, where, how long. */
export function MailFacts({ facts }: { facts: readonly { readonly name: string; readonly value: Child }[] }) {
  return (
    <table class="facts" style="margin-top:1.1rem;border-collapse:collapse">
      <tbody>
        {facts.map(({ name, value }) => (
          <tr class="fact">
            <th
              scope="row"
              style="padding:.2rem 1.1rem .2rem 0;text-align:left;vertical-align:top;font-weight:400;color:#515b69"
            >
              {name}
            </th>
            <td style="padding:.2rem 0;vertical-align:top">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

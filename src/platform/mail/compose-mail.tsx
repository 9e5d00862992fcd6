import { convert } from "html-to-text";
import { type Child, raw } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { Mail } from "#platform/mail/mail.ts";

/** Whose mail it is: stands beside our own name at the top. Images carry their whole address. */
export type MailHost = {
  readonly name: string | null;
  readonly mark: { readonly src: string; readonly width: number; readonly height: number } | null;
};

export type MailDraft = Omit<Mail, "text" | "html"> & {
  readonly host?: MailHost | undefined;
  /** Plain elements (headings, paragraphs, lists, links) and the parts in mail-parts.tsx. */
  readonly body: Child;
  readonly t: Translate;
};

/** Makes a mail of its content: HTML that any mail program shows, and the same words as plain text. */
export function composeMail({ body, t, host, ...mail }: MailDraft): Mail {
  const foot = mail.replyTo ? t("platform.mail.reply_to", { name: mail.replyTo.name }) : t("platform.mail.no_reply");
  const html = `<!doctype html>${String(
    <html lang={t.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{mail.subject}</title>
        <style>{raw(style)}</style>
      </head>
      <body class="paper" style={on.paper}>
        <div class="sheet" style={on.sheet}>
          <p class="mark" style={on.mark}>
            {host?.mark ? <img {...host.mark} alt="" style={on.hostMark} /> : null}
            {host?.name ? `${host.name} · ` : null}
            {t("platform.name")}
          </p>
          <div class="said">{body}</div>
          <p class="foot" style={on.foot}>
            {foot}
          </p>
        </div>
      </body>
    </html>,
  )}`;
  return { ...mail, html, text: textOf(html) };
}

// Written on the elements for programs that drop the style sheet; the sheet then sets the dark colours.
const on = {
  paper:
    "margin:0;padding:0;background:#fbfaf6;color:#1c2430;font:17px/1.55 'Source Sans 3','Segoe UI',Roboto,Helvetica,Arial,sans-serif",
  sheet: "max-width:37rem;margin:0 auto;padding:1.5rem 1.25rem 2.5rem",
  mark: "margin:0 0 1.75rem;padding-bottom:.9rem;border-bottom:1px solid #dedbd2;color:#1d4f4b;font:600 20px/1.2 'Source Serif 4',Georgia,serif",
  // On white, whatever the mark was drawn for.
  hostMark: "vertical-align:middle;margin-right:.6rem;padding:2px;border-radius:3px;background:#fff",
  foot: "margin:2.5rem 0 0;padding-top:.9rem;border-top:1px solid #dedbd2;color:#515b69;font-size:15px",
};

const style = `
h1,h2{font-family:'Source Serif 4',Georgia,serif;font-weight:600;line-height:1.2;margin:1.6rem 0 .4rem}
h1{font-size:27px;margin-top:0}h2{font-size:20px}
p{margin:.7rem 0 0}ul,ol{margin:.7rem 0 0;padding-left:1.3rem}li{margin:.3rem 0 0}
a{color:#1d4f4b}
@media (prefers-color-scheme:dark){
body.paper{background:#14181d!important;color:#ecebe6!important}
p.mark{color:#8cc9bf!important;border-color:#343b45!important}
p.foot{color:#aab2bd!important;border-color:#343b45!important}
a{color:#8cc9bf!important}
a.button{background:#8cc9bf!important;color:#14181d!important}
.facts th{color:#aab2bd!important}
}`;

/** The words of a mail as plain text: links written out, a button's address on a line of its own. */
function textOf(html: string): string {
  return convert(html, {
    wordwrap: 76,
    formatters: {
      addressBelow: (element, walk, builder) => {
        walk(element.children, builder);
        builder.addInline(":");
        builder.addLineBreak();
        builder.addInline((element.attribs as Record<string, string>)["href"] ?? "", { noWordTransform: true });
      },
      fact: (element, walk, builder) => {
        builder.openBlock({ leadingLineBreaks: 1 });
        const [name, value] = element.children.filter((child) => child.type === "tag");
        if (name) walk(name.children, builder);
        builder.addInline(": ");
        if (value) walk(value.children, builder);
        builder.closeBlock({ trailingLineBreaks: 1 });
      },
    },
    selectors: [
      { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["<", ">"] } },
      { selector: "img", format: "skip" },
      { selector: "a.button", format: "addressBelow" },
      { selector: "table.facts", format: "block" },
      { selector: "tr.fact", format: "fact" },
      ...["h1", "h2", "h3"].map((selector) => ({ selector, options: { uppercase: false, leadingLineBreaks: 2 } })),
      { selector: "ul", options: { itemPrefix: "- " } },
    ],
  });
}

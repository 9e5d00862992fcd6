import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { withoutNames } from "#features/meetings/distribution/hidden-names.ts";
import { minutesDocument } from "#features/meetings/distribution/parts/minutes-document.ts";
import { DocumentOnPage } from "#features/meetings/distribution/parts/written-document.tsx";
import type { MinutesRead } from "#features/meetings/distribution/reading/queries.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { dot } from "#ui/dot.ts";
import { PageHeading } from "#ui/page-heading.tsx";

type MinutesReadingProps = { t: Translate; read: MinutesRead; address: string; kicker: Child };

/** Final minutes as they are read: what stands in their files, the files, and the papers that go with them. */
export function MinutesReading({ t, read, address, kicker }: MinutesReadingProps) {
  const document = minutesDocument(t, read);
  const shown = (text: string) => withoutNames(text, read.hidden, t("distribution.document.hidden"));
  return (
    <>
      <PageHeading kicker={kicker} heading={document.title} lead={t("distribution.reading.lead")} />
      <Buttons>
        <LinkButton href={`${address}/anteckningar.docx`} quiet>
          {t("distribution.reading.word")}
        </LinkButton>
        <LinkButton href={`${address}/anteckningar.pdf`} quiet>
          {t("distribution.reading.pdf")}
        </LinkButton>
      </Buttons>
      {read.papers.length > 0 ? (
        <section class="stack">
          <h2>{t("distribution.papers")}</h2>
          <ul>
            {read.papers.map(({ id, title, isPlain, itemTitle }) => (
              <li>
                <a href={`${address}/handling/${id}`}>{title}</a>
                {isPlain ? `${dot}${t("distribution.paper_plain")}` : null}
                {itemTitle === null ? null : `${dot}${t("paper.for_item_inline", { title: shown(itemTitle) })}`}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <DocumentOnPage document={document} />
    </>
  );
}

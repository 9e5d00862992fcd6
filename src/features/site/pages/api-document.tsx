import type { Context } from "hono";
import type { Environment } from "#platform/web/environment.ts";
import { Address } from "#ui/address.tsx";
import { dot } from "#ui/dot.ts";
import { PageHeading } from "#ui/page-heading.tsx";

type Described = {
  summary?: string;
  description?: string;
  operationId?: string;
  security?: readonly Record<string, readonly string[]>[];
};
type Document = { paths?: Readonly<Record<string, unknown>> };

const methods = ["get", "post", "put", "patch", "delete"] as const;

/** The API for people: every operation with what it does and which right it needs, from the same document as machines read. */
export function apiDocumentPage(c: Context<Environment>, document: Document): Response | Promise<Response> {
  const { t } = c.var;
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const described = (item as Partial<Record<string, Described>>)[method];
      return described ? [{ path, method, ...described }] : [];
    }),
  );
  return c.render(
    <>
      <PageHeading heading={t("site.api.title")} lead={t("site.api.lead")} />
      <section class="stack">
        <h2>{t("site.api.start")}</h2>
        <p>{t("site.api.start_text")}</p>
        <pre tabindex={0}>
          <code>{`curl -H "Authorization: Bearer TOKEN" ${c.var.config.baseUrl}/api/v1/rounds`}</code>
        </pre>
        <p>
          <a href="/api/v1/openapi.json">{t("site.api.document")}</a>
        </p>
      </section>
      <section class="stack">
        <h2>{t("site.api.operations", { count: operations.length })}</h2>
        <dl class="operations">
          {operations.map(({ path, method, summary, security }) => {
            const scope = security?.flatMap((one) => one["bearer"] ?? [])[0];
            return (
              <>
                <dt>
                  <code>
                    {method.toUpperCase()} <Address of={`/api/v1${path}`} />
                  </code>
                </dt>
                <dd lang="en">
                  {summary}
                  {scope ? (
                    <small>
                      {dot}
                      {scope}
                    </small>
                  ) : null}
                </dd>
              </>
            );
          })}
        </dl>
      </section>
    </>,
    { title: t("site.api.title"), kind: "public" },
  );
}

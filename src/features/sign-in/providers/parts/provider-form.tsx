import type { Translate } from "#kernel/messages.ts";
import { addressClaims } from "#features/sign-in/providers/provider.ts";
import { Button } from "#ui/button.tsx";
import { Checkbox, Checks, Select, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";

type ProviderFormProps = {
  t: Translate;
  filled: Filled;
  action: string;
  back: string;
  /** The organisation's mail domains. */
  domains: readonly string[];
  /** As it is set up, when it is changed. */
  provider?:
    | {
        readonly issuer: string;
        readonly clientId: string;
        readonly domains: readonly { readonly domain: string }[];
        readonly addressClaim: string;
        readonly admitsNew: boolean;
        readonly onlyWay: boolean;
      }
    | undefined;
};

/** How a provider is set up: the same fields the first time and later. A secret is never shown again. */
export function ProviderForm({ t, filled, action, back, domains, provider }: ProviderFormProps) {
  return (
    <Form t={t} action={action} filled={filled}>
      <TextField
        t={t}
        filled={filled}
        name="issuer"
        type="url"
        required
        label={t("sign_in.provider.issuer")}
        help={t("sign_in.provider.issuer_help")}
        value={provider?.issuer}
      />
      <TextField
        t={t}
        filled={filled}
        name="clientId"
        required
        autocomplete="off"
        label={t("sign_in.provider.client_id")}
        help={t("sign_in.provider.client_id_help")}
        value={provider?.clientId}
      />
      <TextField
        t={t}
        filled={filled}
        name="clientSecret"
        type="password"
        required={provider === undefined}
        autocomplete="new-password"
        label={t("sign_in.provider.client_secret")}
        help={t(provider ? "sign_in.provider.client_secret_kept" : "sign_in.provider.client_secret_help")}
      />
      <Checks
        t={t}
        filled={filled}
        name="domains"
        required
        label={t("sign_in.provider.domains")}
        help={t("sign_in.provider.domains_help")}
        options={domains.map((domain) => ({ value: domain, label: domain }))}
        value={provider ? provider.domains.map(({ domain }) => domain) : domains}
      />
      <Select
        t={t}
        filled={filled}
        name="addressClaim"
        required
        empty={false}
        width="medium"
        label={t("sign_in.provider.claim")}
        options={addressClaims.map((claim) => ({ value: claim, label: t(`sign_in.provider.claim.${claim}`) }))}
        value={provider?.addressClaim ?? "email"}
      />
      <Checkbox
        t={t}
        filled={filled}
        name="admitsNew"
        label={t("sign_in.provider.admits_new")}
        help={t("sign_in.provider.admits_new_help")}
        checked={provider?.admitsNew}
      />
      <Checkbox
        t={t}
        filled={filled}
        name="onlyWay"
        label={t("sign_in.provider.only_way")}
        help={t("sign_in.provider.only_way_help")}
        checked={provider?.onlyWay}
      />
      <FormEnd>
        <Button>{t("sign_in.provider.save")}</Button>
        <a href={back}>{t("ui.cancel")}</a>
      </FormEnd>
    </Form>
  );
}

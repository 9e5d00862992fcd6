/**
 * A form whose answer a passkey gives: asks the server what to sign, lets the device do it, and sends the form with the
 * answer. What went wrong is sent as well, and said by the server. Without script, or on a device that knows no
 * passkeys, the form is not seen.
 */
class PasskeyForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    if (!form || !("PublicKeyCredential" in window) || !("parseCreationOptionsFromJSON" in PublicKeyCredential)) return;
    this.hidden = false;
    let answered = false;
    form.addEventListener("submit", (event) => {
      if (answered) {
        answered = false;
        return;
      }
      event.preventDefault();
      if (this.dataset["asking"] !== undefined) return;
      this.dataset["asking"] = "";
      void answer(this.dataset["ask"] ?? "", this.dataset["deed"] === "create").then(([name, value]) => {
        delete this.dataset["asking"];
        for (const field of ["response", "failure"]) fill(form, field, field === name ? value : "");
        answered = true;
        form.requestSubmit();
      });
    });
  }
}

function fill(form: HTMLFormElement, name: string, value: string) {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}

async function answer(ask: string, creates: boolean): Promise<["response" | "failure", string]> {
  try {
    const reply = await fetch(ask, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
    if (!reply.ok) return ["failure", reply.status === 403 ? "stale" : "unavailable"];
    const options: unknown = await reply.json();
    const given = creates
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
            options as PublicKeyCredentialCreationOptionsJSON,
          ),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON),
        });
    return given ? ["response", JSON.stringify(given)] : ["failure", "cancelled"];
  } catch (problem) {
    const name = problem instanceof Error ? problem.name : "";
    if (name === "InvalidStateError") return ["failure", "known"];
    return ["failure", name === "NotAllowedError" || name === "AbortError" ? "cancelled" : "unavailable"];
  }
}

customElements.define("passkey-form", PasskeyForm);

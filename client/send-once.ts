/**
 * A form that is being sent is not sent again by a second press. Coming back with the browser's back button, or
 * waiting in vain, makes it ready again.
 */
const patience = 10_000;

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches("[data-once]")) return;
  if (form.dataset["sending"] !== undefined) {
    event.preventDefault();
    return;
  }
  if (event.defaultPrevented) return;
  form.dataset["sending"] = "";
  event.submitter?.setAttribute("aria-busy", "true");
  setTimeout(() => makeReady(form), patience);
});

addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sending]")) makeReady(form);
});

function makeReady(form: HTMLFormElement) {
  delete form.dataset["sending"];
  for (const button of form.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
}

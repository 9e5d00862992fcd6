/** A form that was not accepted opens at the list of what to correct, also where the browser itself does not move there. */
const list = document.querySelector<HTMLElement>("[data-error-summary]");
if (list && document.activeElement !== list) list.focus();

import { downs, type Grade, levelOfSteps, starts, upNames } from "#features/appraisals/sources/grade.ts";

/**
 * Where the steps of a judgement lead, told beside the level while it is filled in, and whether the level that is set says
 * something else. By the same rule as when the form is sent. The level is chosen by nobody but the person.
 */
class GradeSum extends HTMLElement {
  connectedCallback() {
    const form = this.closest("form");
    if (!form) return;
    const tell = () => {
      const typed = new FormData(form);
      const start = starts.find((each) => each === typed.get("start"));
      if (!start) return;
      const steps = [...downs, ...upNames].map((step) => [step, Number(typed.get(step))]);
      const led = levelOfSteps({ start, ...Object.fromEntries(steps) } as Grade);
      const isOther = typed.has("level") && typed.get("level") !== led;
      const words = (isOther ? this.dataset["other"] : this.dataset["leads"]) ?? "";
      const named = form.querySelector<HTMLInputElement>(`input[name=level][value=${led}]`)?.labels?.[0]?.textContent;
      this.textContent = words.replace("#", named?.trim() ?? "");
      this.classList.toggle("over", isOther);
    };
    form.addEventListener("change", tell);
    tell();
  }
}

customElements.define("grade-sum", GradeSum);

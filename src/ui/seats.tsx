import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";

type SeatsProps = {
  t: Translate;
  /** How many places there are. */
  places: number;
  taken: number;
  /** "cirka 12": nobody promised exactly that many. */
  approximate?: boolean | undefined;
  waiting?: number | undefined;
  /** How places are given, in a sentence. */
  children?: Child;
};

/**
 * The places of a circle, drawn as what they are: seats round a table. Taken ones are filled, free ones are rings.
 * With more seats than can be told apart, the ring is filled as far as the places are.
 */
export function Seats({ t, places, taken, approximate, waiting = 0, children }: SeatsProps) {
  const left = Math.max(0, places - taken);
  return (
    <div class="seats">
      <svg
        class="ring"
        viewBox="0 0 120 120"
        width="120"
        height="120"
        role="img"
        aria-label={t("ui.seats.drawing", { taken, target: places })}
      >
        {places <= mostSeatsDrawn ? (
          <Round places={places} taken={taken} />
        ) : (
          <Arc share={Math.min(1, taken / places)} />
        )}
        <text x="60" y="60" dy="0.34em" text-anchor="middle" aria-hidden="true">
          {left}
        </text>
      </svg>
      <div>
        <p class="seats-left">
          <strong>{t("ui.seats.left", { left })}</strong>{" "}
          <span class="nowrap">{t(approximate ? "ui.seats.of_about" : "ui.seats.of", { target: places })}</span>
        </p>
        {waiting > 0 ? <p class="muted">{t("ui.seats.waiting", { waiting })}</p> : null}
        {children ? <p class="muted">{children}</p> : null}
      </div>
    </div>
  );
}

const mostSeatsDrawn = 36;

function Round({ places, taken }: { places: number; taken: number }) {
  const radius = places <= 16 ? 47 : 50;
  const size = Math.min(8.6, ((Math.PI * radius) / Math.max(places, 1)) * 0.76);
  return (
    <>
      {Array.from({ length: places }, (_, seat) => {
        const angle = (2 * Math.PI * seat) / places - Math.PI / 2;
        const free = seat >= taken;
        return (
          <circle
            class={free ? "free" : "taken"}
            cx={(60 + radius * Math.cos(angle)).toFixed(1)}
            cy={(60 + radius * Math.sin(angle)).toFixed(1)}
            r={(free ? size - 1 : size).toFixed(1)}
          />
        );
      })}
    </>
  );
}

function Arc({ share }: { share: number }) {
  return (
    <>
      <circle class="arc" cx="60" cy="60" r="50" />
      <circle
        class="arc filled"
        cx="60"
        cy="60"
        r="50"
        pathLength="100"
        stroke-dasharray={`${Math.round(share * 100)} 100`}
        transform="rotate(-90 60 60)"
      />
    </>
  );
}

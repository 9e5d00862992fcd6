export type ProviderStanding = "ended" | "off" | "waiting" | "on";

/**
 * How far a provider has come: off, waiting for any of its domains to be approved, on, or ended. One that is on answers
 * for its approved domains only, so one that still waits for some of them says so.
 */
export function standingOf(
  provider: {
    readonly enabled: boolean;
    readonly validTo: Temporal.PlainDate | null;
    readonly domains: readonly { readonly approved: boolean }[];
  },
  today: Temporal.PlainDate,
): ProviderStanding {
  if (hasEnded(provider, today)) return "ended";
  if (!provider.enabled) return "off";
  return provider.domains.length > 0 && provider.domains.every(({ approved }) => approved) ? "on" : "waiting";
}

/** Whether a provider's last day has passed. */
export function hasEnded({ validTo }: { validTo: Temporal.PlainDate | null }, today: Temporal.PlainDate): boolean {
  return validTo !== null && Temporal.PlainDate.compare(validTo, today) < 0;
}

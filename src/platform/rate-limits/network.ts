import { isIPv6 } from "node:net";

/**
 * The network a caller comes from: /24 for IPv4, /64 for IPv6. A town hall or a mobile operator is one network, so
 * what holds for it must be generous.
 */
export function networkOf(address: string): string {
  const plain = withoutMapping(address);
  if (!isIPv6(plain)) return plain.split(".").slice(0, 3).join(".");
  return expanded(plain).slice(0, 4).join(":");
}

/** An IPv4 address that arrived on an IPv6 socket is the same address. */
export function withoutMapping(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address.replace(/%.*$/, "");
}

function expanded(address: string): string[] {
  const [head = "", tail] = address.toLowerCase().split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail?.split(":").filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array.from({ length: Math.max(0, zeros) }, () => "0"), ...right];
}

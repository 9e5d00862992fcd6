import { BlockList, isIP } from "node:net";

/** Networks that are not the open internet: our own machine, our own network, and those set aside for other uses. */
const inner = new BlockList();
const innerNetworks = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const;
const innerNetworksOfSix = [
  ["::", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 32],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
] as const;
for (const [net, prefix] of innerNetworks) inner.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of innerNetworksOfSix) inner.addSubnet(net, prefix, "ipv6");

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** Whether an address leads into a machine's own network rather than out on the internet. */
export function isInner(address: string): boolean {
  return lies(inner, address);
}

/** Whether an address is the machine itself. */
export function isLoopback(address: string): boolean {
  return lies(loopback, address);
}

/** What is no address at all counts as inside. A mapped IPv4 address is looked up as what it stands for. */
function lies(list: BlockList, address: string): boolean {
  const family = isIP(address);
  if (family === 0) return true;
  return list.check(address, family === 6 ? "ipv6" : "ipv4");
}

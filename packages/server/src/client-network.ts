import { isIPv6 } from 'node:net';

/**
 * By what a limit counts a caller: an IPv4 address whole, an IPv6 address by its /64, because one subscriber has all of that
 * (RFC 6177). What is no address counts as it stands.
 * @param address as `request.ip` says it
 */
export function clientNetwork(address: string): string {
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return address;
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(plain);
  const hexadecimal = (high: string | undefined, low: string | undefined) =>
    (Number(high) * 256 + Number(low)).toString(16);
  const text =
    dotted === null
      ? plain
      : `${dotted[1]}${hexadecimal(dotted[2], dotted[3])}:${hexadecimal(dotted[4], dotted[5])}`;
  const [head = '', tail] = text.split('::');
  const groupsOf = (part: string) => (part === '' ? [] : part.split(':').map((group) => parseInt(group, 16)));
  const before = groupsOf(head);
  const after = groupsOf(tail ?? '');
  const groups = [...before, ...new Array<number>(8 - before.length - after.length).fill(0), ...after];
  // ::ffff:0:0/96 is IPv4 (RFC 4291, 2.5.5.2)
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join('.');
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

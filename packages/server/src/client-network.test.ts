import { expect, test } from 'vitest';
import { clientNetwork } from './client-network.ts';

test.each([
  ['36.80.1.3', '36.80.1.3'],
  ['::ffff:36.80.1.3', '36.80.1.3'],
  ['::FFFF:2450:0103', '36.80.1.3'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['2001:db8:1:3::', '2001:db8:1:3::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['64:ff9b::36.80.1.3', '64:ff9b:0:0::/64'],
  ['no address', 'no address'],
])('a limit counts %s as %s', (address, network) => {
  expect(clientNetwork(address)).toBe(network);
});

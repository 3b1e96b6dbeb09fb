import {
  ipFamilyOf,
  isCidr,
  isIpAddress,
  isSmallerRange,
  isSpecialIpAddress,
  tryAddressRange,
} from '../../../lib/kube/validation/ip-address';

const strict = { strict: true };
const lax = { strict: false };

test.each([
  ['10.9.8.7', true, true],
  ['010.9.8.7', false, true],
  ['10.9.8', false, false],
  ['10.9.8.256', false, false],
  ['2001:db8::ffff', true, true],
  ['::', true, true],
  ['1:2:3:4:5:6:7:8', true, true],
  ['1:2:3:4:5:6:7::', true, true],
  ['1:2:3:4:5:6:7:8:9', false, false],
  ['1::2::3', false, false],
  ['12345::', false, false],
  ['::ffff:10.0.0.1', false, true],
  ['64:ff9b::10.0.0.1', true, true],
  ['fe80::1%eth0', false, false],
  [' 10.9.8.7', false, false],
  ['', false, false],
])('%j as an address: strictly %j, else %j', (text, isStrict, isLax) => {
  expect([isIpAddress(text, strict), isIpAddress(text, lax)]).toEqual([isStrict, isLax]);
});

test.each([
  ['10.0.0.0/8', true, true],
  ['10.0.0.1/8', false, true],
  ['10.0.0.0/08', false, true],
  ['10.0.0.0/33', false, false],
  ['10.0.0.0', false, false],
  ['2001:db8::/32', true, true],
  ['2001:db8::1/128', true, true],
  ['0.0.0.0/0', true, true],
])('%j as a range: strictly %j, else %j', (text, isStrict, isLax) => {
  expect([isCidr(text, strict), isCidr(text, lax)]).toEqual([isStrict, isLax]);
});

test.each([
  ['127.0.0.1', true],
  ['0.0.0.0', true],
  ['169.254.0.1', true],
  ['224.0.0.1', true],
  ['::1', true],
  ['::', true],
  ['fe80::1', true],
  ['ff02::1', true],
  ['::ffff:127.0.0.1', true],
  ['192.0.2.1', false],
  ['2001:db8::1', false],
])('%s is special: %j', (text, expected) => {
  expect(isSpecialIpAddress(text)).toBe(expected);
});

test('an address has a family, and IPv4 inside IPv6 is IPv4', () => {
  expect(['10.0.0.1', '::1', '::ffff:10.0.0.1', 'x'].map(ipFamilyOf)).toEqual(['IPv4', 'IPv6', 'IPv4', undefined]);
});

test.each([
  ['10.1.0.0/16', '10.0.0.0/8', true],
  ['10.0.0.0/8', '10.0.0.0/8', false],
  ['10.0.0.0/7', '10.0.0.0/8', false],
  ['11.0.0.0/16', '10.0.0.0/8', false],
  ['10.1.2.3/32', '0.0.0.0/0', true],
  ['192.0.2.128/25', '192.0.2.9/24', true],
  ['192.0.3.0/25', '192.0.2.0/24', false],
  ['2001:db8:1::/48', '2001:db8::/32', true],
  ['2001:db9::/48', '2001:db8::/32', false],
  ['2001:db8::/48', '10.0.0.0/8', false],
  ['::ffff:10.1.0.0/112', '10.0.0.0/8', true],
])('%s is a smaller range inside %s: %j', (range, whole, expected) => {
  const [inner, outer] = [tryAddressRange(range), tryAddressRange(whole)];
  expect(inner !== undefined && outer !== undefined && isSmallerRange(inner, outer)).toBe(expected);
});

test.each(['10.0.0.0', '10.0.0.0/33', 'x/8', ''])('%j is no range', (text) => {
  expect(tryAddressRange(text)).toBeUndefined();
});

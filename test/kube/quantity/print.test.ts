import { parseQuantity, printBytes, printCores } from '../../../lib/kube/quantity';

test.each([
  ['256Mi', '256 MiB'],
  ['1.5Gi', '1.5 GiB'],
  ['512', '512 bytes'],
  ['1', '1 byte'],
  ['0', '0 bytes'],
  ['500M', '476.84 MiB'],
  ['-1Ki', '-1 KiB'],
  ['1023', '1023 bytes'],
  ['7Ei', '7 EiB'],
])('%s of memory reads %s', (text, printed) => {
  expect(printBytes(parseQuantity(text))).toBe(printed);
});

test.each([
  ['250m', '0.25 cores'],
  ['1', '1 core'],
  ['1500m', '1.5 cores'],
  ['0', '0 cores'],
  ['1u', '0.001 cores'],
  ['-50m', '-0.05 cores'],
])('%s of CPU reads %s', (text, printed) => {
  expect(printCores(parseQuantity(text))).toBe(printed);
});

export { quantityAdvice, unitOfResource, type ResourceUnit } from './advice';
export { parseQuantity, tryQuantity } from './parse';
export { printBytes, printCores } from './print';
export { QuantityValue } from './quantity';
export type { QuantityFormat } from './suffixes';

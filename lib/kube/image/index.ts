export { servesAsStore, tryDataStore, type DataStore } from './data-store';
export { imageComplaint, parseImage, tryImage, type ImageReference } from './parse';
export { defaultPullPolicy, effectiveTag, isFloatingTag, isPinnedByDigest, printImage } from './tags';

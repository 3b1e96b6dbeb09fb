export { utf8Length, type Complaints } from './complaints';
export { dns1035LabelComplaints, dnsLabelComplaints, dnsSearchPathComplaints, dnsSubdomainComplaints } from './dns';
export { ipAddressComplaints, ipFamilyOf, type IPFamily } from './ip';
export {
  configMapKeyComplaints,
  envNameComplaints,
  headerNameComplaints,
  percentComplaints,
  portNameComplaints,
} from './keys';
export { annotationKeyComplaints, labelKeyComplaints, labelValueComplaints } from './labels';
export { generateNameComplaints, objectNameComplaints } from './object-name';
export {
  absolutePathComplaints,
  pathInsideVolumeComplaints,
  pathSegmentComplaints,
  volumeItemPathComplaints,
} from './paths';

import type { ApiObject } from 'cdk8s';
import { FieldPath } from '../kube/field-path';
import { objectNameComplaints } from '../kube/names';
import type { Problem } from '../kube/problem';
import { ProblemList } from '../kube/problem-list';
import { settingsOf } from './settings';

/** What is wrong with the name of an object whose kind the judge does not know. */
export function nameProblems(object: ApiObject): readonly Problem[] {
  const list = new ProblemList();
  for (const complaint of objectNameComplaints(object.kind, object.name, settingsOf(object).target)) {
    list.invalid('invalid-name', FieldPath.of('metadata').child('name'), object.name, complaint);
  }
  return list.problems;
}

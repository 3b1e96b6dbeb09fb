import type { ApiObject } from 'cdk8s';
import { FieldPath } from '../kube/field-path';
import { objectNameComplaints } from '../kube/names';
import { ProblemList } from '../kube/problem-list';
import { companionName } from '../pod/companion';
import type { CompanionModel } from '../pod/companion';
import { Manifest } from './manifest';
import type { ManifestBody } from './manifest';
import { settingsOf } from './settings';

/** An object that travels with a Pod, as one of its owners renders it: named after the owner, and applied before it. */
export class CompanionObject extends Manifest {
  readonly #owner: ApiObject;
  readonly #companion: CompanionModel;

  constructor(owner: ApiObject, companion: CompanionModel) {
    const { kind, name } = companion;
    const { labels = {} } = owner.metadata.toJson() as { readonly labels?: Readonly<Record<string, string>> };
    const metadata = { name: companionName(owner.name, name), labels };
    super(owner, `${kind.toLowerCase()}-${name}`, { apiVersion: 'v1', kind, metadata });
    this.#owner = owner;
    this.#companion = companion;
    owner.node.addDependency(this);
  }

  protected override body(): ManifestBody {
    const { data, problems } = this.#companion;
    const { kind, name, node } = this.#owner;
    const list = new ProblemList();
    for (const complaint of objectNameComplaints(this.kind, this.name, settingsOf(this).target)) {
      list.invalid('invalid-name', FieldPath.of('metadata').child('name'), this.name, complaint);
    }
    const promise = `Comes with the Pod of ${kind} ${name} (construct ${node.path}), which refers to it by name.`;
    return { fields: { data }, problems: [...list.problems, ...problems], promise };
  }
}

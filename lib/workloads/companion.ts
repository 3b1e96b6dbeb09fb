import type { ApiObject } from 'cdk8s';
import { FieldPath } from '../kube/field-path';
import { companionName } from '../pod/companion';
import type { CompanionModel } from '../pod/companion';
import type { Note } from '../pod/note';
import { unbox } from '../pod/unbox';
import { Manifest } from './manifest';
import type { ManifestBody } from './manifest';
import { nameProblems } from './object-name';

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
    const promise = `Comes with the Pod of ${kind} ${name} (construct ${node.path}), which refers to it by name.`;
    const notes: Note[] = [];
    const fields = { data: unbox(data, FieldPath.of('data'), notes) };
    return { fields, notes, problems: [...nameProblems(this), ...problems], promise };
  }
}

import type { Construct } from 'constructs';
import { FieldPath } from '../../lib/kube/field-path';
import { isRecord } from '../../lib/kube/is-record';
import { dnsSubdomainComplaints } from '../../lib/kube/names';
import type { ProblemList } from '../../lib/kube/problem-list';
import { ARGO_APPLICATION, checkDestination, syncSentence } from './argo-application';
import type { ArgoApplicationSpec } from './argo-application';
import { CustomResource } from './custom-resource';
import type { GitOpsMetadata } from './custom-resource';
import type { Shape } from './shape';

/** What an ApplicationSet makes Applications of. */
export interface ArgoApplicationSetSpec {
  /** One Application for each, and what `{{.name}}` in the template stands for. */
  readonly elements: readonly Readonly<Record<string, string>>[];
  readonly template: {
    readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> };
    readonly spec: ArgoApplicationSpec;
  };
  readonly syncPolicy: {
    /** Whether what an Application applied stays in the cluster when the Application goes. */
    readonly preserveResourcesOnDeletion: boolean;
    /** What may happen to Applications that are there: without `delete`, an element that is lost by mistake loses nothing. */
    readonly applicationsSync?: 'create-only' | 'create-update' | 'create-delete' | 'sync';
  };
}

/** An ApplicationSet of Argo CD. Its chart's namespace is the one that Argo CD watches. */
export interface ArgoApplicationSetProps extends ArgoApplicationSetSpec {
  readonly metadata?: GitOpsMetadata;
}

/**
 * Makes one Application for each element of a list, as for each cluster of a fleet: `{{.cluster}}` in the template is
 * replaced by the element's value. Any other `{{…}}`, a name that an element does not have, a name that no Application can
 * have and two Applications of one name are refused.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/
 */
export class ArgoApplicationSet extends CustomResource<ArgoApplicationSetSpec> {
  constructor(scope: Construct, id: string, props: ArgoApplicationSetProps) {
    super(scope, id, { apiVersion: 'argoproj.io/v1alpha1', kind: 'ApplicationSet', shape: APPLICATION_SET }, props);
  }

  protected override promise({ elements, template, syncPolicy }: ArgoApplicationSetSpec): string {
    const left = syncPolicy.preserveResourcesOnDeletion ? 'stays in the cluster' : 'is deleted with it';
    const made = `Makes ${elements.length === 1 ? '1 Application' : `${elements.length} Applications`}`;
    return `${made}: ${syncSentence(template.spec.syncPolicy)}; what an Application applied ${left}.`;
  }

  protected override written({ elements, template, syncPolicy }: ArgoApplicationSetSpec): object {
    return {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [{ list: { elements } }],
      template,
      syncPolicy,
    };
  }

  protected override check({ elements, template }: ArgoApplicationSetSpec, list: ProblemList): void {
    const path = FieldPath.of('spec');
    const destination = path.child('template').child('spec').child('destination');
    checkDestination(template.spec.destination, destination, list);
    for (const { text, at } of textsIn(template, path.child('template'))) {
      if (!text.replace(PLACEHOLDER, '').includes('{{')) continue;
      const detail =
        'a placeholder is {{.name}}, with the name of a value of every element: the rest is said in the code';
      list.invalid('template-placeholder', at, text, detail);
    }
    for (const name of placeholdersIn(template)) {
      const position = elements.findIndex((element) => !Object.hasOwn(element, name));
      if (position < 0) continue;
      const detail = `the template has {{.${name}}}, and this element has no "${name}"`;
      list.required('missing-element-key', path.child('elements').index(position).child(name), detail);
    }
    const names = new Set<string>();
    for (const [position, element] of elements.entries()) {
      const name = template.metadata.name.replace(PLACEHOLDER, (written, key: string) => element[key] ?? written);
      if (name.includes('{{')) continue;
      for (const complaint of dnsSubdomainComplaints(name)) {
        const detail = `the name of the Application that it makes ${complaint}`;
        list.invalid('invalid-name', path.child('elements').index(position), name, detail);
      }
      if (names.has(name)) {
        const detail = `makes an Application "${name}" again: one would overwrite the other`;
        list.duplicate('duplicate-application', path.child('elements').index(position), name, detail);
      }
      names.add(name);
    }
  }
}

const PLACEHOLDER = /\{\{\s*\.([a-z_]\w*)\s*\}\}/gi;

function textsIn(value: unknown, at: FieldPath): { readonly text: string; readonly at: FieldPath }[] {
  if (typeof value === 'string') return [{ text: value, at }];
  if (Array.isArray(value)) return value.flatMap((entry, position) => textsIn(entry, at.index(position)));
  return isRecord(value) ? Object.entries(value).flatMap(([name, entry]) => textsIn(entry, at.child(name))) : [];
}

function placeholdersIn(template: object): ReadonlySet<string> {
  return new Set([...JSON.stringify(template).matchAll(PLACEHOLDER)].map(([, name = '']) => name));
}

const APPLICATION_SET: Shape = {
  fields: {
    elements: { listOf: { each: 'text' } },
    template: {
      fields: {
        metadata: { fields: { name: 'text', labels: { each: 'text' } }, required: ['name'] },
        spec: ARGO_APPLICATION,
      },
      required: ['metadata', 'spec'],
    },
    syncPolicy: {
      fields: {
        preserveResourcesOnDeletion: 'boolean',
        applicationsSync: { oneOf: ['create-only', 'create-update', 'create-delete', 'sync'] },
      },
      required: ['preserveResourcesOnDeletion'],
    },
  },
  required: ['elements', 'template', 'syncPolicy'],
};

import type { Construct } from 'constructs';
import type { ServiceAccount as ServiceAccountObject } from '../kube/api/service-account';
import { FieldPath } from '../kube/field-path';
import { fieldsArgument } from '../pod/argument';
import { takeIn } from '../pod/plain';
import type { Taken } from '../pod/plain';
import type { Because } from '../pod/reason';
import { Manifest } from './manifest';
import type { ManifestBody, ObjectMetadata } from './manifest';

/** What a ServiceAccount says of itself. */
export interface ServiceAccountProps {
  /** Secrets with credentials for registries, for Pods that name none. */
  readonly imagePullSecrets?: ServiceAccountObject['imagePullSecrets'];
  readonly metadata?: ObjectMetadata;
}

/** The account of one workload, and whether its Pods get a token for the API server. */
export interface OwnAccountOptions extends ServiceAccountProps {
  /** Only for Pods that call the API server. @default no token */
  readonly automountServiceAccountToken?: Because<true>;
}

/**
 * Who a Pod is for the API server. The account hands out no token by itself: a Pod that calls the API says so.
 *
 * @see https://kubernetes.io/docs/concepts/security/service-accounts/
 */
export class ServiceAccount extends Manifest {
  readonly #fields: Taken<Readonly<Record<string, unknown>>>;

  constructor(scope: Construct, id: string, props: ServiceAccountProps = {}) {
    const { metadata = {}, ...fields } = fieldsArgument(`ServiceAccount "${id}"`, props);
    super(scope, id, { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: id, ...metadata } });
    this.#fields = takeIn<Readonly<Record<string, unknown>>>(fields, FieldPath.root);
  }

  protected override body(): ManifestBody {
    const { value, problems } = this.#fields;
    return {
      fields: { automountServiceAccountToken: false, ...value },
      problems,
      promise: 'Gives Pods a name before the API server, and a token only to those that ask for one.',
    };
  }
}

import { App, Chart, without } from 'podwright';
import * as financialProcessor from './01-financial-processor-pod';
import * as webLogger from './02-web-logger';
import * as memoryHog from './03-memory-hog';
import * as myPod from './04-my-pod';
import * as podDemo from './05-pod-demo';
import * as apiServer from './06-api-server';
import * as apiWithSidecar from './07-api-with-sidecar';
import * as webApp from './08-web-app';
import * as webWithInit from './09-web-with-init';
import * as webWithLogging from './10-web-with-logging';
import * as appWithAmbassador from './11-app-with-ambassador';
import * as resourceDemo from './12-resource-demo';
import * as fullstackPod from './13-fullstack-pod';
import * as catalog from './14-catalog-native-sidecar';
import * as skeleton from './15-skeleton';

/** One manifest, authored twice: as it was found, and as a careful team would ship it. */
export interface Reference {
  readonly name: string;
  /** Where each form lives; a manifest that names no namespace is kept without one. */
  readonly namespaces: { readonly faithful?: string; readonly hardened: string };
  readonly faithful: (chart: Chart) => void;
  readonly hardened: (chart: Chart) => void;
}

/** The two forms of a manifest. */
export const FORMS = ['faithful', 'hardened'] as const;

/** All manifests in their order. */
export const REFERENCES: readonly Reference[] = [
  {
    name: '01-financial-processor-pod',
    namespaces: { faithful: 'payments-prod', hardened: 'payments-prod' },
    ...financialProcessor,
  },
  { name: '02-web-logger', namespaces: { hardened: 'web' }, ...webLogger },
  { name: '03-memory-hog', namespaces: { hardened: 'load-tests' }, ...memoryHog },
  { name: '04-my-pod', namespaces: { hardened: 'web' }, ...myPod },
  { name: '05-pod-demo', namespaces: { hardened: 'demo' }, ...podDemo },
  { name: '06-api-server', namespaces: { faithful: 'production', hardened: 'production' }, ...apiServer },
  { name: '07-api-with-sidecar', namespaces: { hardened: 'production' }, ...apiWithSidecar },
  { name: '08-web-app', namespaces: { faithful: 'default', hardened: 'shop' }, ...webApp },
  { name: '09-web-with-init', namespaces: { hardened: 'myapp' }, ...webWithInit },
  { name: '10-web-with-logging', namespaces: { hardened: 'shop' }, ...webWithLogging },
  { name: '11-app-with-ambassador', namespaces: { hardened: 'myapp' }, ...appWithAmbassador },
  { name: '12-resource-demo', namespaces: { hardened: 'demo' }, ...resourceDemo },
  { name: '13-fullstack-pod', namespaces: { hardened: 'demo' }, ...fullstackPod },
  { name: '14-catalog-native-sidecar', namespaces: { hardened: 'bookstore' }, ...catalog },
  { name: '15-skeleton', namespaces: { hardened: 'app' }, ...skeleton },
];

/** The App that writes one form of one manifest. */
export function appOf(reference: Reference, form: (typeof FORMS)[number]): App {
  const app = form === 'faithful' ? new App({ explicit: false, without: NEVER_ASKED_FOR }) : new App();
  const namespace = reference.namespaces[form] ?? without({ because: 'whoever tries it out chooses the namespace' });
  reference[form](new Chart(app, reference.name, { namespace }));
  return app;
}

/** What the clusters of the faithful manifests never asked for; the other exceptions are each Pod's own. */
const NEVER_ASKED_FOR = {
  seccompProfile: { because: 'the kubelets of these clusters apply RuntimeDefault to whatever names no profile' },
  allowPrivilegeEscalation: {
    because: 'these clusters enforce no level of Pod Security, and nobody asked for it',
  },
};

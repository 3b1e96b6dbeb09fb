import type { EnvFrom } from '../../lib/pod/env';
import { httpGet } from '../../lib/pod/probe';
import type { Resources } from '../../lib/pod/quantities';
import type { HelperAdded } from '../helper-added';
import { pattern } from '../pattern';
import type { Pattern } from '../pattern';
import { tryPortNumber } from '../port-of-pod';
import { addSidecar } from '../sidecar';
import { chosen } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';

/** Before which port people log in, where, and who of them may come. */
export interface Oauth2ProxyOptions<
  Name extends string,
  Port extends string,
  Serves extends Readonly<Record<string, number>>,
> extends ReadyMadeOptions<Name> {
  /** The application's port, by name. No Service may lead there any longer. */
  readonly port: Port;
  /** Where people log in: the issuer's URL of an OpenID Connect provider. */
  readonly issuer: `https://${string}`;
  /** By which the provider knows the application. */
  readonly clientId: string | EnvFrom;
  /** `secretKey('orders-login', 'client-secret')`. */
  readonly clientSecret: EnvFrom;
  /** 16, 24 or 32 bytes by which sessions in cookies are encrypted, the same for all replicas. */
  readonly cookieSecret: EnvFrom;
  /** Who may come: by group, or by the domain of a verified address, `*` being all whom the provider knows. */
  readonly allow:
    { readonly emailDomains: readonly [string, ...string[]] } | { readonly groups: readonly [string, ...string[]] };
  /** Where the provider sends people back: `https://orders.example.com/oauth2/callback`. @default by the request's host */
  readonly redirectUrl?: `https://${string}`;
  /** Requests without a login: `GET=^/healthz$`. @default none */
  readonly skipAuthRoutes?: readonly string[];
  /** The port that a Service leads to instead, by name. @default `{ 'oauth2-proxy': 4180 }` */
  readonly serves?: Serves;
}

/**
 * Lets only people through who have logged in at an OpenID Connect provider, and tells the application who they are in
 * `X-Forwarded-Email`, `X-Forwarded-User` and `X-Forwarded-Groups`.
 *
 * **Use it** for a page of one workload that knows no logins, behind an ingress that ends TLS. **Not** where the ingress
 * can ask one OAuth2 Proxy for all workloads, not for other programs, which do not log in, and never as the only guard of
 * what other Pods may not do: they reach the application's own port by the Pod's address, if it does not listen on
 * 127.0.0.1 and no NetworkPolicy is before it.
 *
 * **Costs** 20m CPU and 32 Mi of memory for each replica.
 *
 * @see https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview
 */
export function oauth2Proxy<
  const Port extends string,
  const Serves extends Readonly<Record<string, number>> = typeof SERVES,
  const Name extends string = 'oauth2-proxy',
>(
  options: Oauth2ProxyOptions<Name, Port, Serves>,
): Pattern<
  HelperAdded<{ name: Name; ports: Serves; hidden: Port; ready: true }>,
  { readonly ports: Readonly<Record<Port, true>> }
> {
  const { port, issuer, clientId, clientSecret, cookieSecret, allow, redirectUrl, skipAuthRoutes = [] } = options;
  const serves: Readonly<Record<string, number>> = options.serves ?? SERVES;
  const [[servedName, servedPort] = ['', 0]] = Object.entries(serves);
  return pattern((pod) =>
    addSidecar(pod, {
      ...chosen(options, { image: IMAGE, resources: RESOURCES, runAsUser: 65532 }),
      name: options.name ?? 'oauth2-proxy',
      ifDown: 'unavailable',
      fronts: port,
      ports: serves,
      args: [
        '--provider=oidc',
        `--oidc-issuer-url=${issuer}`,
        '--code-challenge-method=S256',
        `--http-address=0.0.0.0:${servedPort}`,
        `--upstream=http://127.0.0.1:${String(tryPortNumber(pod, port))}/`,
        '--reverse-proxy=true',
        '--skip-provider-button=true',
        '--silence-ping-logging=true',
        ...allowing(allow),
        ...(redirectUrl === undefined ? [] : [`--redirect-url=${redirectUrl}`]),
        ...skipAuthRoutes.map((route) => `--skip-auth-route=${route}`),
      ],
      env: {
        OAUTH2_PROXY_CLIENT_ID: clientId,
        OAUTH2_PROXY_CLIENT_SECRET: clientSecret,
        OAUTH2_PROXY_COOKIE_SECRET: cookieSecret,
      },
      startupProbe: httpGet('/ping', servedName, { periodSeconds: 1, failureThreshold: 60 }),
      readinessProbe: httpGet('/ready', servedName, { periodSeconds: 10 }),
    }),
  );
}

const IMAGE = 'quay.io/oauth2-proxy/oauth2-proxy:v7.15.2';
const SERVES = { 'oauth2-proxy': 4180 } as const;
const RESOURCES: Resources = { requests: { cpu: '20m', memory: '32Mi' }, limits: { memory: '64Mi' } };

/** A domain must be said in any case, so that a group alone decides where it is any. */
function allowing(allow: Oauth2ProxyOptions<string, string, Readonly<Record<string, number>>>['allow']): string[] {
  if ('emailDomains' in allow) return allow.emailDomains.map((domain) => `--email-domain=${domain}`);
  return ['--email-domain=*', ...allow.groups.map((group) => `--allowed-group=${group}`)];
}

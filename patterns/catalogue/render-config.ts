import type { Env } from '../../lib/pod/env';
import type { Duration } from '../duration';
import { init } from '../init';
import type { InitAdded } from '../init';
import type { Pattern } from '../pattern';
import { chosen, NOBODY, TINY } from './ready-made';
import type { ReadyMadeOptions } from './ready-made';

/** Which templates become which files. */
export interface RenderConfigOptions<Name extends string, Volume extends string> extends ReadyMadeOptions<Name> {
  /** The volume for the files: in memory, where a secret goes into one of them. */
  readonly volume: Volume;
  /** Templates by the name of the file that they become: `{ 'app.ini': 'host = {{ .Env.DB_HOST }}' }`. */
  readonly templates: Readonly<Record<string, string>>;
  /** The variables that the templates name: one that is not there is an error, and not an empty text. */
  readonly env: Env;
  /** When to give up. */
  readonly timeout: Duration;
}

/**
 * Renders configuration files from templates and variables before the application starts.
 *
 * **Use it** where a file needs what is known in the Pod only: its name, its node, a secret. **Not** for what is known
 * when the manifest is written: that is a ConfigMap, rendered by TypeScript; and not for an application that reads
 * variables itself. Changes of a variable's source are seen at the next start of a Pod.
 *
 * **Costs** nothing once the application runs: 10m CPU and 16 Mi of memory, set aside within what the application
 * requests anyway.
 *
 * @see https://docs.gomplate.ca/usage/
 */
export function renderConfig<const Volume extends string, const Name extends string = 'render-config'>(
  options: RenderConfigOptions<Name, Volume>,
): Pattern<InitAdded<Name, `${Name}-config`>, { readonly volumes: Readonly<Record<Volume, true>> }> {
  const { name = 'render-config' as Name, volume, templates, env, timeout } = options;
  const files = Object.keys(templates).flatMap((file) => [`--file=/templates/${file}`, `--out=/rendered/${file}`]);
  return init({
    ...chosen(options, { image: IMAGE, resources: TINY, runAsUser: NOBODY }),
    name,
    timeout,
    repeatSafe: true,
    command: ['gomplate', ...files],
    env,
    writes: { '/rendered': volume },
    config: { mountPath: '/templates', files: templates },
  });
}

const IMAGE = 'hairyhenderson/gomplate:v4.3.3-alpine';

import { emptyDir } from 'podwright';
import type { ByteQuantity } from 'podwright';
import { pattern } from 'podwright/patterns';

/** Lets a JVM write its heap to a volume when memory runs out. Adds no container: a volume, a mount and a variable. */
export function heapDumps<const Application extends string>(application: Application, sizeLimit: ByteQuantity) {
  return pattern<
    { readonly volumes: { readonly heap: true } },
    { readonly containers: Readonly<Record<Application, string>> }
  >((given) =>
    given.volume('heap', emptyDir({ sizeLimit }), { [application]: '/heap' }).extend(application, {
      env: { JAVA_TOOL_OPTIONS: '-XX:+HeapDumpOnOutOfMemoryError -XX:HeapDumpPath=/heap' },
    }),
  );
}

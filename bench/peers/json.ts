/** The floor: the same objects as literals, `JSON.stringify`, and as many files as ours. Nothing is checked. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { count, folder } from '../support/arguments';
import { objectsOf } from '../support/objects';

for (let position = 0; position < count; position++) {
  const { deployment, service } = objectsOf(position);
  writeFileSync(join(folder, `deployment-service-${position}.json`), JSON.stringify(deployment));
  writeFileSync(join(folder, `service-service-${position}.json`), JSON.stringify(service));
}

/** The same objects as literals, printed by the `yaml` package. Nothing is checked. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { count, folder } from '../support/arguments';
import { objectsOf } from '../support/objects';

for (let position = 0; position < count; position++) {
  const { deployment, service } = objectsOf(position);
  for (const [kind, object] of Object.entries({ deployment, service })) {
    const text = stringify(object, { aliasDuplicateObjects: false, lineWidth: 0, version: '1.1' });
    writeFileSync(join(folder, `${kind}-service-${position}.yaml`), text);
  }
}

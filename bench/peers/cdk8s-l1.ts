/** The same objects in the construct tree of cdk8s as they are, one chart and file a workload. Nothing is checked. */
import { ApiObject, App, Chart } from 'cdk8s';
import { count, folder } from '../support/arguments';
import { objectsOf } from '../support/objects';

const app = new App({ outdir: folder });
for (let position = 0; position < count; position++) {
  const chart = new Chart(app, `service-${position}`);
  const { deployment, service } = objectsOf(position);
  new ApiObject(chart, 'deployment', deployment);
  new ApiObject(chart, 'service', service);
}
app.synth();

import { ApiObject, App, Chart } from 'cdk8s';
import { objectsOf } from '../../support/objects';

const app = new App();
const chart = new Chart(app, 'shop');
const { deployment, service } = objectsOf(0);
new ApiObject(chart, 'deployment', deployment);
new ApiObject(chart, 'service', service);
app.synth();

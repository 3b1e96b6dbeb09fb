import { validScrapePort } from '../../../review/rules/valid-scrape-port';
import { deployment } from '../objects';
import { describeRule } from '../rule-cases';

const scraped = (annotations: object, container: Record<string, unknown> = {}) => {
  const { spec, ...others } = deployment(container) as {
    readonly spec: { readonly template: { readonly metadata: object } };
  };
  const { template } = spec;
  return { ...others, spec: { ...spec, template: { ...template, metadata: { ...template.metadata, annotations } } } };
};

describeRule(validScrapePort, {
  passes: {
    'a port': [scraped({ 'prometheus.io/port': '8080' })],
    'no port': [scraped({ 'prometheus.io/scrape': 'true' })],
    'metrics that nobody fetches': [scraped({ 'prometheus.io/scrape': 'false', 'prometheus.io/port': '9090' })],
    'the port of a mesh': [scraped({ 'prometheus.io/port': '15020' })],
    'no list of ports': [scraped({ 'prometheus.io/port': '9090' }, { ports: undefined })],
  },
  fails: {
    'another port': [
      [scraped({ 'prometheus.io/port': '9090' })],
      ['spec.template.metadata.annotations[prometheus.io/port]'],
    ],
  },
});

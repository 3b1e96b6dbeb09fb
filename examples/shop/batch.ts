import { because, companion, configMap, pod, secretKey } from 'podwright';

const tool = {
  image: 'registry.example.com/shop/order-tools:v2.4.1',
  env: {
    DB_PASSWORD: because(
      'the tools read their password from a variable alone',
      secretKey('orders-db-credentials', 'password'),
    ),
  },
  terminationMessagePolicy: 'FallbackToLogsOnError',
  resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
} as const;

/** Brings the schema of the orders to the release's version, once, before it rolls out. */
export const migrateOrders = pod('migrate', { ...tool, args: ['migrate', '--direction=up'] }).scratch('/tmp', '32Mi');

/** Settles the day's payments with the bank. */
export const settlePayments = pod('settle', { ...tool, args: ['settle', '--config=/etc/settle/settle.yaml'] })
  .scratch('/tmp', '32Mi')
  .configMap('config', { 'settle.yaml': 'bank: https://bank.example.com\ncurrency: EUR\n' })
  .volume('config', configMap(companion('config')), { settle: '/etc/settle' });

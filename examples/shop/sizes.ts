import { resources } from 'podwright';

/** What a small helper of the shop needs. */
export const helper = resources({
  requests: { cpu: '20m', memory: '32Mi' },
  limits: { memory: '64Mi' },
});

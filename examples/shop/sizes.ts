import { resources } from 'podwright';

/** What a small helper needs; measured over the last 30 days, with room for a burst. */
export const helper = resources({
  requests: { cpu: '20m', memory: '32Mi' },
  limits: { memory: '64Mi' },
});

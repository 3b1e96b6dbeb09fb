/** What a change is about. */
export type Topic =
  | 'deletion'
  | 'refusal'
  | 'recreation'
  | 'rollout'
  | 'image'
  | 'scale'
  | 'routing'
  | 'traffic'
  | 'restart'
  | 'memory'
  | 'cpu'
  | 'qos'
  | 'security'
  | 'identity'
  | 'placement'
  | 'order'
  | 'data'
  | 'configuration'
  | 'exception'
  | 'cost';

/** What a change will do, as a sentence. */
export interface Consequence {
  readonly topic: Topic;
  /** Whether something may be lost or broken by it, be it intended or not; anything else is worth knowing. */
  readonly weight: 'danger' | 'notice';
  readonly sentence: string;
}

/** Something that may be lost or broken. */
export function danger(topic: Topic, sentence: string): Consequence {
  return { topic, weight: 'danger', sentence };
}

/** Something worth knowing. */
export function notice(topic: Topic, sentence: string): Consequence {
  return { topic, weight: 'notice', sentence };
}

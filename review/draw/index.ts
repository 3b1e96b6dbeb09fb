export { drawAnatomy } from './anatomy';
export { drawTimeline } from './timeline';
export { mermaidAnatomy, mermaidTimeline } from './mermaid';

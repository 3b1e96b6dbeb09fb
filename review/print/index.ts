export { printHtml, type HtmlOptions } from './html';
export { printMarkdown, type MarkdownOptions } from './markdown';
export { printRunbookMarkdown, type RunbookMarkdownOptions } from './runbook-markdown';
export { printRunbookText, type RunbookTextOptions } from './runbook-text';
export { printText, type TextOptions } from './text';

export { printMarkdown, type MarkdownOptions } from './markdown';
export { printText, type TextOptions } from './text';

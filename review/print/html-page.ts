import { escapeMarkup } from '../markup';
import { HTML_SCRIPT, HTML_STYLE } from './html-style';

/**
 * A page that needs nothing else: no network, no fonts, no libraries. It follows the reader's choice of light or dark,
 * works by keyboard and without scripts, and prints.
 *
 * @param summary A sentence under the heading.
 * @param parts HTML; empty ones are left out.
 */
export function htmlPage(title: string, summary: string, parts: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${escapeMarkup(title)}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header><h1>${escapeMarkup(title)}</h1><p>${escapeMarkup(summary)}</p></header>
<main id="main">
${parts.filter((part) => part !== '').join('\n')}
</main>
<script>${HTML_SCRIPT}</script>
</body>
</html>
`;
}

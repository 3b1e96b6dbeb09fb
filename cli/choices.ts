/** The words that flags choose from, apart from the commands: `--help` and another command need not load these. */

/** The forms of a review. */
export const FORMATS = ['text', 'markdown', 'html', 'json', 'sarif', 'github'] as const;

/** In which form a review is printed. */
export type ReviewFormat = (typeof FORMATS)[number];

/** The forms of a difference. */
export const DIFF_FORMATS = ['text', 'markdown', 'html', 'json'] as const;

/** In which form a difference is printed. */
export type DiffFormat = (typeof DIFF_FORMATS)[number];

/** The forms in which what runs is compared with what Git says. */
export const VERIFY_FORMATS = ['text', 'markdown', 'json'] as const;

/** In which form a comparison of what runs is printed. */
export type VerifyFormat = (typeof VERIFY_FORMATS)[number];

/** The forms of a drawing. */
export const DRAW_FORMATS = ['svg', 'mermaid'] as const;

/** What is drawn of a Pod. */
export const DRAWINGS = ['anatomy', 'timeline'] as const;

/** The forms of a runbook. */
export const RUNBOOK_FORMATS = ['text', 'markdown', 'json'] as const;

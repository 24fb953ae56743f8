/** What went wrong, in words for a message or the log. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The words that the reader's script adds to a page. */
export const words = {} as const;

/** The counter of the practice workstation; known before the practice world has started. */
export const PRACTICE_COUNTER = 1;

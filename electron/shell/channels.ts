/** Names of the channels between preload and main process; in a file of its own, so that the preload stays small. */
export const CALL_CHANNEL = 'waarmee:call';
export const PUSH_CHANNEL = 'waarmee:push';

import { common } from './common.ts';
import { errors } from './errors.ts';
import { visit } from './visit.ts';

/** All English texts, by feature. */
export const en = { common, errors, visit };

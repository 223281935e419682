import { common } from './common.ts';
import { errors } from './errors.ts';
import { visit } from './visit.ts';

/** All Dutch texts, by feature. */
export const nl = { common, errors, visit };

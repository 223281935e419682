import { createHash } from 'node:crypto';
import type { Signed } from '../../../shared/domain/step-data.ts';
import type { Product, StepData } from '../../../shared/domain/product.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { formRows } from '../documents/index.ts';

/** What somebody signs for. */
export interface ToSign {
  readonly product: Product;
  readonly index: number;
  readonly variantId: string | null;
  readonly signer: string;
  /** The data of each step that has any. */
  readonly steps: ReadonlyMap<number, StepData>;
}

/**
 * The lines that the visitor sees while signing: product, name, day, and what the signature is for. Empty ones are left
 * out. `day` is a calendar day.
 */
export function shownLines({ product, index, signer }: ToSign, day: string): string[] {
  const step = product.steps[index];
  const what = step?.kind === 'signature' ? `U tekent voor ${step.what}.` : '';
  return [product.name, signer, formatDutchDate(day), what].filter((line) => line !== '');
}

/**
 * SHA-256, in hex, of the canonical text of what is signed: UTF-8 in NFC, lines ended by a line feed; first the shown
 * lines, then the name of the variant if there is one, then each answer as "label: value" in the order of the forms, as
 * they stand on the paper that is made of them. White space in a value counts as one space.
 */
export function textSha256(sign: ToSign, day: string): string {
  const variant = sign.product.variants.find(({ id }) => id === sign.variantId)?.name;
  const answers = [...sign.steps.entries()]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([index, data]) => {
      const step = sign.product.steps[index];
      return step?.kind === 'form' && data.kind === 'form' ? formRows(step, data.values) : [];
    })
    .map(({ label, value }) => `${label}: ${value}`);
  const lines = [...shownLines(sign, day), ...(variant === undefined ? [] : [variant]), ...answers];
  const text = lines.map((line) => `${line.normalize('NFC').replaceAll(/\s+/g, ' ')}\n`).join('');
  return createHash('sha256').update(text).digest('hex');
}

/** The signature steps whose text is not what was signed any more, or is again; each with its data as it should be. */
export function outdatedSignatures(
  sign: Omit<ToSign, 'index'>,
  dayOf: (signed: Signed) => string,
): (readonly [index: number, data: StepData])[] {
  return [...sign.steps].flatMap(([index, data]) => {
    if (data.kind !== 'signature' || !data.signed) return [];
    const { outdated = false, ...rest } = data;
    const now = textSha256({ ...sign, index }, dayOf(data.signed)) !== data.signed.textSha256;
    if (now === outdated) return [];
    return [[index, now ? { ...rest, outdated: true } : rest] as const];
  });
}

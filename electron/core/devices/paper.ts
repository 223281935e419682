import type { PrintBlock } from '../../../shared/domain/print-document.ts';

type Text = Extract<PrintBlock, { kind: 'text' }>;

/** A line of text, left and normal unless told otherwise; cut at the 500 characters that a block holds. */
export function line(text: string, look: Partial<Pick<Text, 'align' | 'bold' | 'size'>> = {}): PrintBlock {
  return { kind: 'text', text: text.slice(0, 500), align: 'left', bold: false, size: 1, ...look };
}

/** Two columns, such as a product and its amount; cut at what a block holds. */
export function row(left: string, right: string, bold = false): PrintBlock {
  return { kind: 'columns', left: left.slice(0, 200), right: right.slice(0, 100), bold };
}

/** A line across the paper. */
export const rule: PrintBlock = { kind: 'rule' };

/** Empty lines. */
export function feed(lines: number): PrintBlock {
  return { kind: 'feed', lines };
}

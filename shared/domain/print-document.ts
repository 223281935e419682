import { z } from 'zod';

/**
 * What goes on paper, independent of the printer: a list of blocks from top to bottom.
 * The receipt and the ticket are both print documents; a driver turns one into bytes.
 */
const Text = z.strictObject({
  kind: z.literal('text'),
  text: z.string().max(500),
  align: z.enum(['left', 'center', 'right']).default('left'),
  bold: z.boolean().default(false),
  /** Width and height as a multiple of the printer's normal letter, 1 to 8 (GS ! n). */
  size: z.int().min(1).max(8).default(1),
});
const Columns = z.strictObject({
  kind: z.literal('columns'),
  left: z.string().max(200),
  right: z.string().max(100),
  bold: z.boolean().default(false),
});
const Rule = z.strictObject({ kind: z.literal('rule') });
const Feed = z.strictObject({ kind: z.literal('feed'), lines: z.int().min(1).max(20) });
const Qr = z.strictObject({ kind: z.literal('qr'), data: z.string().min(1).max(500) });
/** A picture of dots in the middle of the line: rows of whole bytes, the left dot in the high bit, 1 is black; base64. */
const Image = z
  .strictObject({
    kind: z.literal('image'),
    width: z.int().min(1).max(832),
    height: z.int().min(1).max(1000),
    rows: z.base64().max(140_000),
  })
  .refine(
    ({ width, height, rows }) => (rows.replace(/=+$/, '').length * 6) >> 3 === ((width + 7) >> 3) * height,
    {
      path: ['rows'],
      message: 'not the size of the picture',
    },
  );

export const PrintBlock = z.discriminatedUnion('kind', [Text, Columns, Rule, Feed, Qr, Image]);
export const PrintDocument = z.strictObject({ blocks: z.array(PrintBlock).min(1).max(200) });
export type PrintDocument = z.infer<typeof PrintDocument>;
export type PrintBlock = z.infer<typeof PrintBlock>;

import type { Figures } from '../../../../shared/domain/statistics/figures.ts';
import { COLUMNS, type Column } from './columns.ts';

/** One part of a report as it goes into a file: its name, and its rows with theirs. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly { readonly name: string; readonly figures: Figures }[];
}

/** Why visitors did not come, with how many of each. */
export interface Reasons {
  readonly name: string;
  readonly rows: readonly { readonly name: string; readonly count: number }[];
}

/** The words over the columns. */
export interface Headings {
  readonly part: string;
  readonly name: string;
  readonly columns: Readonly<Record<Column['key'], string>>;
}

/** Excel in Dutch reads semicolons and decimal commas, and knows UTF-8 by this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Counts as they are, seconds whole, shares in percent with one decimal; of a reason only who did not come. */
export function csvOf(sheets: readonly Sheet[], { part, name, columns }: Headings, reasons: Reasons): string {
  const lines = [
    [part, name, ...COLUMNS.map(({ key }) => columns[key])].map(quoted),
    ...sheets.flatMap((sheet) =>
      sheet.rows.map((row) => [
        quoted(sheet.name),
        quoted(row.name),
        ...COLUMNS.map(({ unit, valueOf }) => csvNumber(unit, valueOf(row.figures))),
      ]),
    ),
    ...reasons.rows.map((reason) => [
      quoted(reasons.name),
      quoted(reason.name),
      ...COLUMNS.map(({ key }) => (key === 'noShows' ? String(reason.count) : '')),
    ]),
  ];
  return `${BYTE_ORDER_MARK}${lines.map((line) => line.join(';')).join('\r\n')}\r\n`;
}

/** A name that a spreadsheet would take for a formula stays text (OWASP, CSV injection). */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

function csvNumber(unit: Column['unit'], value: number | null): string {
  if (value === null) return '';
  return unit === 'share' ? (value * 100).toFixed(1).replace('.', ',') : String(Math.round(value));
}

/** The zip library starts a worker, which the policy of the window forbids, for what is larger than so many rows. */
const MOST_ROWS = 200;

/**
 * A workbook with a sheet for each part, and a further one for each 200 rows; seconds are whole, shares are numbers shown in
 * percent.
 */
export async function workbookOf(
  sheets: readonly Sheet[],
  { name, columns }: Headings,
  reasons: Reasons,
): Promise<Blob> {
  // Asked for now and then: the window starts without it.
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
  return writeExcelFile([
    ...sheets.flatMap(inSheets).map((sheet) => ({
      sheet: sheet.name,
      columns: [{ width: 28 }, ...COLUMNS.map(() => ({ width: 16 }))],
      data: [
        [bold(name), ...COLUMNS.map(({ key }) => bold(columns[key]))],
        ...sheet.rows.map((row) => [
          { value: row.name, type: String },
          ...COLUMNS.map(({ unit, valueOf }) => cell(unit, valueOf(row.figures))),
        ]),
      ],
    })),
    {
      sheet: reasons.name,
      columns: [{ width: 28 }, { width: 16 }],
      data: [
        [bold(name), bold(columns.noShows)],
        ...reasons.rows.map((reason) => [
          { value: reason.name, type: String },
          { value: reason.count, type: Number },
        ]),
      ],
    },
  ]).toBlob();
}

function inSheets({ name, rows }: Sheet): readonly Sheet[] {
  const count = Math.max(1, Math.ceil(rows.length / MOST_ROWS));
  return Array.from({ length: count }, (_, at) => ({
    name: at === 0 ? name : `${name} (${at + 1})`,
    rows: rows.slice(at * MOST_ROWS, (at + 1) * MOST_ROWS),
  }));
}

function cell(unit: Column['unit'], value: number | null) {
  if (value === null) return null;
  // Whole numbers need no format: a year of days has to stay below the size at which the zip library starts a worker.
  return unit === 'share'
    ? { value: Math.round(value * 1e4) / 1e4, type: Number, format: '0.0%' }
    : { value: Math.round(value), type: Number };
}

/** Hands a file to the window's own download. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun with the click; a moment is enough for a slow one to take the file over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

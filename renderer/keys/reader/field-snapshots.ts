type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What a field held before a reader typed in it. */
interface Snapshot {
  readonly field: Field;
  readonly value: string;
  readonly selection: readonly [number | null, number | null] | undefined;
}

/** A field in which a key leaves a letter, or changes a choice, by itself: the browser's work, not the application's. */
export function asField(target: EventTarget | null): Field | undefined {
  if (target instanceof HTMLInputElement) return isTyped(target) ? target : undefined;
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement ? target : undefined;
}

function isTyped({ type }: HTMLInputElement): boolean {
  return !['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'image', 'range', 'color'].includes(
    type,
  );
}

/** Remembers what fields held, so that what a reader typed in them can be taken away. */
export interface FieldSnapshots {
  /** Remembers a field as it is now, unless it is remembered already. */
  note(field: Field): void;
  /** Puts all remembered fields back, as if somebody typed it so: React hears it. */
  restore(): void;
  forget(): void;
}

/** Remembers nothing yet. */
export function createFieldSnapshots(): FieldSnapshots {
  let snapshots: Snapshot[] = [];
  return {
    note(field) {
      if (snapshots.some((one) => one.field === field)) return;
      const selection =
        field instanceof HTMLSelectElement
          ? undefined
          : ([field.selectionStart, field.selectionEnd] as const);
      snapshots.push({ field, value: field.value, selection });
    },
    restore() {
      for (const snapshot of snapshots) putBack(snapshot);
      snapshots = [];
    },
    forget() {
      snapshots = [];
    },
  };
}

function putBack({ field, value, selection }: Snapshot): void {
  if (field.value !== value) {
    // Past React's own setter, which would take the new value for one it set itself and stay silent.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    if (field instanceof HTMLSelectElement) field.dispatchEvent(new Event('change', { bubbles: true }));
  }
  if (selection && selection[0] !== null && !(field instanceof HTMLSelectElement))
    field.setSelectionRange(selection[0], selection[1]);
}

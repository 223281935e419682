import type { Bestandsdeel, Document } from '../central/index.ts';
import type { AttachmentRecord } from '../records.ts';
import { document, madeDocument, wholeDocument } from './document-steps.ts';
import { impossible, NONE, ours, type Step, type StepData } from './step.ts';
import { field, type ZaakContext } from './zaak-context.ts';

/** Whether a document was made, or found, without its content; by the answer of its step. */
export function isInParts(made: StepData): boolean {
  return 'lock' in made;
}

/**
 * Makes a document that is too large for one request: locked and without content (Documenten API, bestandsdelen). The lock
 * is in its answer; when that was lost, the open parts tell it.
 */
export function documentInParts(context: ZaakContext, attachment: AttachmentRecord, index: number): Step {
  return {
    ...document(context, attachment, index),
    make: async () => {
      const whole = await wholeDocument(context, attachment, index);
      if (!whole.ok) return whole;
      const { body, content } = whole.value;
      const made = await context.zgw.documenten.createInParts(body, content.byteLength);
      return made.ok ? { ok: true, value: madeDocument(made.value) } : made;
    },
  };
}

/** Sends the parts that the server does not have yet, then joins and unlocks: the document itself tells how far it came. */
export function bestandsdelen(
  context: ZaakContext,
  attachment: AttachmentRecord,
  index: number,
  made: () => StepData,
): Step {
  const { documenten } = context.zgw;
  return {
    name: `bestandsdelen:${index}`,
    system: 'documenten',
    find: async () => {
      const read = await documenten.read(field(made(), 'url'));
      if (!read.ok) return read;
      return isWhole(read.value) ? ours({}) : NONE;
    },
    make: async () => {
      const url = field(made(), 'url');
      const read = await documenten.read(url);
      if (!read.ok) return read;
      if (isWhole(read.value)) return { ok: true, value: {} };
      const parts = read.value.bestandsdelen.toSorted((a, b) => a.volgnummer - b.volgnummer);
      const lock = made()['lock'] || parts[0]?.lock;
      if (!lock) return impossible('documentLocked', { title: attachment.titel });
      const content = context.attachment(attachment.attachmentId);
      if (!content || sizeOf(parts) !== content.byteLength)
        return impossible('attachmentChanged', { title: attachment.titel });
      let start = 0;
      for (const part of parts) {
        const piece = content.subarray(start, start + part.omvang);
        start += part.omvang;
        const sent = part.voltooid ? undefined : await documenten.putPart(part, lock, piece);
        if (sent?.ok === false) return sent;
      }
      const unlocked = await documenten.unlock(url, lock);
      return unlocked.ok ? { ok: true, value: {} } : unlocked;
    },
  };
}

function isWhole({ locked, bestandsdelen: parts }: Document): boolean {
  return !locked && parts.length === 0;
}

function sizeOf(parts: readonly Bestandsdeel[]): number {
  return parts.reduce((sum, { omvang }) => sum + omvang, 0);
}

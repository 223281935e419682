import { type JsonObject, textOf } from '../json.ts';
import { invalidTogether } from '../problem.ts';
import type { Kind } from '../resource-store.ts';
import { addResource, type World } from '../world.ts';

const PARTS: Kind = 'documenten/bestandsdelen';

/** Cuts the announced size of a document into parts of at most `partSize` bytes, to be uploaded one by one. */
export function planParts(world: World, document: JsonObject, partSize: number): void {
  const total = Number(document.bestandsomvang);
  for (let start = 0, volgnummer = 1; start < total; start += partSize, volgnummer += 1)
    addResource(world, PARTS, {
      document: textOf(document.uuid),
      volgnummer,
      omvang: Math.min(partSize, total - start),
      voltooid: false,
    });
}

/** The parts of a document that are still to be merged, in order, as the API shows them. */
export function partsOf(world: World, document: JsonObject): readonly JsonObject[] {
  return openParts(world, document).map((part) => partView(part, document));
}

/** Takes the bytes of one part, again if need be; 400 `file-size` if they are not as many as announced. */
export function uploadPart(
  world: World,
  part: JsonObject,
  document: JsonObject,
  bytes: Uint8Array,
): JsonObject {
  if (bytes.length !== part.omvang)
    throw invalidTogether('file-size', 'Het aangeleverde bestand heeft een afwijkende bestandsgrootte.');
  const uploaded = { ...part, voltooid: true };
  world.store.putContent(textOf(part.uuid), bytes);
  world.store.replace(PARTS, uploaded);
  return partView(uploaded, document);
}

/** Joins the parts into the content of the document; 400 `incomplete-upload` if one is missing. */
export function mergeParts(world: World, document: JsonObject): void {
  const parts = openParts(world, document);
  if (parts.length === 0) return;
  if (parts.some((part) => part.voltooid !== true))
    throw invalidTogether('incomplete-upload', 'Het uploaden van bestandsdelen is nog niet volledig.');
  const pieces = parts.map((part) => world.store.content(textOf(part.uuid)) ?? new Uint8Array());
  world.store.putContent(textOf(document.uuid), Buffer.concat(pieces));
  for (const part of parts) {
    world.store.dropContent(textOf(part.uuid));
    world.store.replace(PARTS, { ...part, document: '' });
  }
}

function openParts(world: World, document: JsonObject): readonly JsonObject[] {
  return world.store.list(PARTS, { document: textOf(document.uuid) });
}

function partView(part: JsonObject, document: JsonObject): JsonObject {
  const { url, volgnummer, omvang, voltooid } = part;
  return {
    url: textOf(url),
    volgnummer: volgnummer ?? 0,
    omvang: omvang ?? 0,
    voltooid: voltooid === true,
    lock: textOf(document.lock),
  };
}

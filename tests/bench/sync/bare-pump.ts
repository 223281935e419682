import path from 'node:path';
import { Pool } from 'undici';
import { openEncrypted } from '../commit/bare.ts';
import type { Recorded } from './case-system.ts';
import { WIDTH } from './our-pump.ts';
import type { CaseSystem } from './start-case-system.ts';

/** What a durable pump cannot do without: the requests, and after each answer one encrypted commit that keeps it. */
export interface BarePump {
  /** Sends the requests of one zaak so many times, `WIDTH` zaken at once; resolves with the seconds it took. */
  drain(zaken: number, requests: readonly Recorded[]): Promise<number>;
  checkpoint(): void;
  stop(): Promise<void>;
}

interface Prepared {
  readonly request: Recorded;
  /** The fields of a document; undefined when the request is sent as it was. */
  readonly document: object | undefined;
}

/** Opens a new file in `folder`. A document is put into its request each time, as our pump must: the file has its bytes. */
export function openBarePump(folder: string, { origin }: CaseSystem, content: Buffer): BarePump {
  const pool = new Pool(origin, { connections: WIDTH });
  const db = openEncrypted(path.join(folder, 'bare.db'));
  db.exec(
    "CREATE TABLE step (seq INTEGER PRIMARY KEY, state TEXT NOT NULL, answer TEXT) STRICT; CREATE INDEX step_open ON step (seq) WHERE state = 'waiting'",
  );
  const fill = db.prepare("INSERT INTO step (state) VALUES ('waiting')");
  const done = db.prepare("UPDATE step SET state = 'done', answer = ? WHERE seq = ?");
  let seq = 0;
  const send = async ({ request, document }: Prepared): Promise<void> => {
    const { path: target, headers } = request;
    const body = document
      ? JSON.stringify({ ...document, inhoud: content.toString('base64') })
      : request.body;
    const answer = await pool.request({ method: 'POST', path: target, headers, body });
    const { url } = (await answer.body.json()) as { readonly url: string };
    seq += 1;
    done.run(JSON.stringify({ url }), seq);
  };
  return {
    drain: async (zaken, requests) => {
      db.transaction(() => {
        for (let row = 0; row < zaken * requests.length; row += 1) fill.run();
      })();
      db.pragma('wal_checkpoint(TRUNCATE)');
      const prepared = requests.map((request): Prepared => {
        const body = JSON.parse(request.body) as object;
        return { request, document: 'inhoud' in body ? body : undefined };
      });
      let left = zaken;
      const started = performance.now();
      await Promise.all(
        Array.from({ length: WIDTH }, async () => {
          for (; left > 0; ) {
            left -= 1;
            for (const each of prepared) await send(each);
          }
        }),
      );
      return (performance.now() - started) / 1000;
    },
    checkpoint: () => void db.pragma('wal_checkpoint(PASSIVE)'),
    stop: async () => {
      await pool.close();
      db.close();
    },
  };
}

import pg from 'pg';
import { HALL_PASSWORD, type PostgresCluster } from '../../helpers/postgres.ts';
import type { OpenBlock } from './block.ts';

/** The first that waits in the order of the hall, an event and a NOTIFY: the least that a claim can be. */
const CLAIM = {
  name: 'claim',
  text: `WITH next AS (SELECT id FROM ticket WHERE hall = $1 AND state = 'waiting' ORDER BY priority DESC, id FOR UPDATE SKIP LOCKED LIMIT 1),
      called AS (UPDATE ticket t SET state = 'called', counter = $2, called_at = now() FROM next WHERE t.id = next.id RETURNING t.id),
      logged AS (INSERT INTO event (ticket, kind, counter) SELECT id, 'called', $2 FROM called)
    SELECT id::text AS id, pg_notify('board', $3) FROM called`,
};
/** As long as what our claim tells. */
const PAYLOAD = 'x'.repeat(620);

/** The bare statement on one cluster, with one connection that listens. */
export async function bareClaims(
  cluster: PostgresCluster,
): Promise<{ readonly open: OpenBlock; stop(): Promise<void> }> {
  const { database, user, host, port } = await cluster.hall();
  const connect = async () => {
    const client = new pg.Client({ host, port, database, user, password: HALL_PASSWORD });
    await client.connect();
    return client;
  };
  const admin = await connect();
  await admin.query(`
    CREATE TABLE ticket (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, hall int NOT NULL, number text NOT NULL,
      priority int NOT NULL, state text NOT NULL DEFAULT 'waiting', counter int, called_at timestamptz);
    CREATE INDEX ticket_next ON ticket (hall, priority DESC, id) WHERE state = 'waiting';
    CREATE TABLE event (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ticket bigint NOT NULL, kind text NOT NULL,
      counter int NOT NULL, at timestamptz NOT NULL DEFAULT now())`);
  await admin.end();
  let halls = 0;
  const clients: pg.Client[] = [];
  const listener = await connect();
  await listener.query('LISTEN board');
  const open: OpenBlock = async (counters, waiting) => {
    const hall = (halls += 1);
    await listener.query(
      `INSERT INTO ticket (hall, number, priority) SELECT ${hall}, 'A' || n, 0 FROM generate_series(1, ${waiting}) AS n`,
    );
    await listener.query('ANALYZE ticket');
    while (clients.length < counters) clients.push(await connect());
    return {
      async claim(place) {
        const { rows } = (await clients[place]?.query({ ...CLAIM, values: [hall, place, PAYLOAD] })) ?? {
          rows: [],
        };
        return String(rows[0]?.id);
      },
      close: async () => undefined,
    };
  };
  return {
    open,
    async stop() {
      await Promise.all([listener, ...clients].map((client) => client.end()));
    },
  };
}

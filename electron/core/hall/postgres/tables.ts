/**
 * `hall_event` is the truth and only grows; `hall_ticket` is what follows from it and can be rebuilt. No row is touched by
 * every claim: counters wait for each other only at their own ticket. The lock on a counter and the partial unique index
 * keep it at one visitor; the key of `hall_number` keeps a number at one ticket a day.
 */
export const TABLES = `
  CREATE TABLE hall_event (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id text NOT NULL,
    command_id text NOT NULL,
    location text NOT NULL,
    day text NOT NULL,
    kind text NOT NULL,
    ticket_id text NOT NULL,
    counter int,
    staff_id text,
    undoes text,
    at text NOT NULL,
    details jsonb NOT NULL DEFAULT '{}'
  );
  CREATE INDEX hall_event_ticket ON hall_event (ticket_id, seq);
  CREATE INDEX hall_event_counter ON hall_event (location, day, counter, seq);
  CREATE UNIQUE INDEX hall_event_undone_once ON hall_event (undoes) WHERE undoes IS NOT NULL;
  CREATE FUNCTION hall_event_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'hall_event is append-only'; END $$;
  CREATE TRIGGER hall_event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON hall_event
    FOR EACH STATEMENT EXECUTE FUNCTION hall_event_is_append_only();

  CREATE TABLE hall_ticket (
    ticket_id text PRIMARY KEY,
    location text NOT NULL,
    day text NOT NULL,
    state text NOT NULL,
    counter int,
    version bigint NOT NULL,
    at text NOT NULL,
    facts jsonb NOT NULL
  ) WITH (fillfactor = 70);
  CREATE INDEX hall_ticket_day ON hall_ticket (location, day);
  CREATE UNIQUE INDEX hall_ticket_one_per_counter ON hall_ticket (location, counter, day) WHERE state = 'called';

  CREATE TABLE hall_number (
    location text NOT NULL,
    day text NOT NULL,
    group_letter text NOT NULL,
    last int NOT NULL,
    PRIMARY KEY (location, day, group_letter)
  );

  CREATE TABLE hall_command (
    command_id text PRIMARY KEY,
    request text NOT NULL,
    answer jsonb NOT NULL,
    at text NOT NULL
  );
`;

/** What a team lead decided for a counter; of another day than `day` it no longer holds. */
export const ASSIGNMENTS = `
  CREATE TABLE hall_assignment (
    location text NOT NULL,
    counter int NOT NULL,
    day text NOT NULL,
    is_open boolean NOT NULL,
    profile text,
    PRIMARY KEY (location, counter)
  );
`;

/**
 * Who is logged in where, the silent calls for help that run, and the log-outs that a team lead asked of another
 * workstation: what is of the moment and is no history of a ticket. Times are of the server.
 */
export const TEAM_TABLES = `
  CREATE TABLE hall_workstation (
    location text NOT NULL,
    workstation text NOT NULL,
    seats jsonb NOT NULL,
    seen timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (location, workstation)
  );
  CREATE TABLE hall_alarm (
    alarm_id text NOT NULL,
    location text NOT NULL,
    counter int NOT NULL,
    alarm jsonb NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (location, counter)
  );
  CREATE TABLE hall_log_out (
    order_id text PRIMARY KEY,
    location text NOT NULL,
    workstation text NOT NULL,
    counter int NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
  );
`;

/** Zaken of which a workstation said that what they are about is ready: a hash of their number, and nothing of whose they are. */
export const READY = `
  CREATE TABLE hall_ready (
    zaak_mark text PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX hall_ready_at ON hall_ready (at);
`;

/** The displays that follow each workstation, and the orders to load one anew that its workstation takes away. */
export const DISPLAYS = `
  ALTER TABLE hall_workstation ADD COLUMN displays jsonb NOT NULL DEFAULT '[]';
  CREATE TABLE hall_display_order (
    order_id text PRIMARY KEY,
    location text NOT NULL,
    workstation text NOT NULL,
    display_id text NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
  );
`;

/**
 * The whole call of the next visitor in one round trip. The workstation ranks those who wait by the rule and sends them in
 * order, each by the version that it knows: the event that made it so, which no other ticket has. The first that still is as
 * it was known becomes called, with `p_patch` (or its own of `p_patches`) laid over its facts. Answers `known` with the
 * remembered answer to a repeated command, `busy` when a visitor is at the counter, `nobody` for an empty list, and `stale`
 * when none is as it was.
 *
 * The claim is committed before it is told: who notifies keeps every other notifier of the database waiting until his
 * commit is on disk (PostgreSQL, `PreCommit_Notify`), so that counters would wait for each other's disk. What is only
 * told needs no disk. A claim that was not told, because the server stopped in between, is seen with the next reading; it is
 * never given up for a lock, because an error would say that there is no claim. An assignment costs less than PERFORM or SET.
 */
export const CLAIM = `
  CREATE INDEX hall_ticket_waiting ON hall_ticket (version) WHERE state = 'waiting';
  DROP ROUTINE IF EXISTS hall_claim;
  CREATE PROCEDURE hall_claim(
    p_location text, p_counter int, p_day text, p_since text, p_staff text, p_command text, p_request text, p_event text,
    p_at text, p_versions bigint[], p_patch jsonb, p_patches jsonb, p_channel text, INOUT answer jsonb
  ) LANGUAGE plpgsql AS $$
  DECLARE
    v_known hall_command;
    v_ticket text;
    v_seq bigint;
    v_facts jsonb;
    v_done text;
  BEGIN
    v_done := pg_advisory_xact_lock(hashtextextended(p_location || '/' || p_counter, 0));
    SELECT * INTO v_known FROM hall_command WHERE command_id = p_command;
    IF FOUND THEN
      answer := jsonb_build_object('outcome', 'known', 'request', v_known.request, 'facts', v_known.answer);
      RETURN;
    END IF;
    PERFORM 1 FROM hall_ticket
      WHERE location = p_location AND counter = p_counter AND state = 'called' AND facts ->> 'firstCalledAt' > p_since;
    IF FOUND THEN
      answer := jsonb_build_object('outcome', 'busy');
      RETURN;
    END IF;
    IF cardinality(p_versions) = 0 THEN
      INSERT INTO hall_command VALUES (p_command, p_request, 'null', p_at);
      answer := jsonb_build_object('outcome', 'nobody');
      RETURN;
    END IF;
    SELECT ticket_id INTO v_ticket
      FROM unnest(p_versions) WITH ORDINALITY AS candidate (known, place)
      CROSS JOIN LATERAL (
        SELECT ticket_id FROM hall_ticket WHERE version = known AND state = 'waiting' FOR UPDATE SKIP LOCKED) AS claimed
      ORDER BY place LIMIT 1;
    IF v_ticket IS NULL THEN
      answer := jsonb_build_object('outcome', 'stale');
      RETURN;
    END IF;
    INSERT INTO hall_event (event_id, command_id, location, day, kind, ticket_id, counter, staff_id, at)
      VALUES (p_event, p_command, p_location, p_day, 'called', v_ticket, p_counter, p_staff, p_at) RETURNING seq INTO v_seq;
    UPDATE hall_ticket SET state = 'called', counter = p_counter, version = v_seq, at = p_at,
        facts = facts || coalesce(p_patches -> v_ticket, p_patch) || jsonb_build_object('lastSeq', v_seq, 'callSeq', v_seq)
      WHERE ticket_id = v_ticket RETURNING facts INTO v_facts;
    INSERT INTO hall_command VALUES (p_command, p_request, v_facts, p_at);
    COMMIT;
    answer := jsonb_build_object('outcome', 'called', 'at', p_at, 'version', v_seq, 'facts', v_facts);
    v_done := set_config('synchronous_commit', 'off', true) || set_config('lock_timeout', '0', true);
    v_done := pg_notify(p_channel, (answer - 'outcome')::text);
  END $$;
`;

/**
 * Of a ticket of long ago it is forgotten who did what, the reference of the appointment, notes and names: in its events by
 * all of that at once and nothing else, for which the tables stay append-only. `hall_forget_personal_data` does so many
 * events of the oldest day before `p_before` that has any, and answers whether there may be more; false too while another
 * workstation does it. What the figures need stays, and the tickets still follow from their events.
 */
export const PERSONAL_DATA = `
  CREATE FUNCTION hall_blank(p_details jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT p_details
      || CASE WHEN p_details ? 'appointment' THEN '{"appointment": null}'::jsonb ELSE '{}' END
      || CASE WHEN p_details ->> 'wish' IS NULL THEN '{}' ELSE jsonb_build_object('wish',
        ((p_details ->> 'wish')::jsonb || '{"note": "", "heldBy": null, "colleague": null}')::text) END $$;

  DROP TRIGGER hall_event_is_append_only ON hall_event;
  CREATE TRIGGER hall_event_is_append_only BEFORE DELETE OR TRUNCATE ON hall_event
    FOR EACH STATEMENT EXECUTE FUNCTION hall_event_is_append_only();
  CREATE TRIGGER hall_event_is_only_blanked BEFORE UPDATE ON hall_event FOR EACH ROW
    WHEN (NEW.staff_id IS NOT NULL OR NEW.details IS DISTINCT FROM hall_blank(OLD.details)
      OR to_jsonb(NEW) - '{staff_id,details}'::text[] <> to_jsonb(OLD) - '{staff_id,details}'::text[])
    EXECUTE FUNCTION hall_event_is_append_only();

  CREATE TABLE hall_forgotten (
    location text PRIMARY KEY,
    to_day text NOT NULL
  );

  CREATE FUNCTION hall_forget_personal_data(p_location text, p_before text, p_rows int) RETURNS boolean LANGUAGE plpgsql AS $$
  DECLARE
    v_day text;
    v_count int;
  BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtextextended('forget/' || p_location, 0)) THEN
      RETURN false;
    END IF;
    SELECT min(day) INTO v_day FROM hall_event WHERE location = p_location AND day < p_before
      AND day > coalesce((SELECT to_day FROM hall_forgotten WHERE location = p_location), '');
    IF v_day IS NULL THEN
      RETURN false;
    END IF;
    UPDATE hall_event SET staff_id = NULL, details = hall_blank(details) WHERE seq IN (
      SELECT seq FROM hall_event WHERE location = p_location AND day = v_day
        AND (staff_id IS NOT NULL OR details <> hall_blank(details)) LIMIT p_rows);
    GET DIAGNOSTICS v_count = ROW_COUNT;
    IF v_count < p_rows THEN
      UPDATE hall_ticket SET facts = hall_blank(facts) WHERE location = p_location AND day = v_day;
      INSERT INTO hall_forgotten (location, to_day) VALUES (p_location, v_day)
        ON CONFLICT (location) DO UPDATE SET to_day = excluded.to_day;
    END IF;
    RETURN true;
  END $$;
`;

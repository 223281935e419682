-- De rol waarmee Waarmee de wachtruimte in PostgreSQL bijhoudt, met alleen de rechten die zij nodig heeft: één schema.
-- De tabellen maakt Waarmee zelf. Uitvoeren door een beheerder, één keer, in de database van de wachtruimte:
--   createdb wachtruimte
--   psql -d wachtruimte -f hall-role.sql
--   psql -d wachtruimte -c '\password waarmee_hall'
-- Zet daarna in pg_hba.conf een regel `hostssl wachtruimte waarmee_hall ADRESSEN-VAN-DE-BALIES scram-sha-256`.

BEGIN;
CREATE ROLE waarmee_hall LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
DO $$ BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO waarmee_hall', current_database());
  EXECUTE format('ALTER ROLE waarmee_hall IN DATABASE %I SET search_path = waarmee', current_database());
END $$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA waarmee AUTHORIZATION waarmee_hall;
COMMIT;

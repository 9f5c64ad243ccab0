-- A database as Sluice 0.2.0 left it: made by its migrations, with documents in each state, what was found in them, and what
-- else it writes. As pg_dump --column-inserts --no-owner --no-privileges wrote it, without its comments. It never changes.

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE FUNCTION public.announce_document_end() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  event uuid := time_ordered_uuid();
BEGIN
  INSERT INTO completion_event (id, type, owner, document_id, state, failure_code, attempts, pages, defects)
    VALUES (event, 'document.' || NEW.state, NEW.owner, NEW.id, NEW.state, NEW.failure_code,
      NEW.attempts - NEW.forgiven, NEW.page_count,
      CASE WHEN NEW.state = 'completed' THEN nullif(NEW.defects, '{}') END);
  INSERT INTO webhook_delivery (event_id, webhook_id)
    SELECT event, id FROM webhook
    WHERE owner = NEW.owner AND disabled_at IS NULL AND (states IS NULL OR NEW.state = ANY (states));
  RETURN NULL;
END
$$;

CREATE FUNCTION public.drop_thumbnails() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  DELETE FROM thumbnail WHERE document_id = NEW.id;
  RETURN NULL;
END
$$;

CREATE FUNCTION public.forget_split() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  DELETE FROM split WHERE document_id = NEW.id;
  RETURN NULL;
END
$$;

CREATE FUNCTION public.record_document_event() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO document_event (document_id, from_state, to_state, attempt)
      VALUES (NEW.id, NULL, NEW.state, NEW.attempts);
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO document_event (document_id, from_state, to_state, attempt, code, detail)
      VALUES (NEW.id, OLD.state, NEW.state, NEW.attempts, NEW.failure_code, NEW.failure_detail);
  ELSE
    INSERT INTO document_event (document_id, from_state, to_state, attempt)
      VALUES (OLD.id, OLD.state, NULL, OLD.attempts);
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION public.set_expiry() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  NEW.expires_at := NEW.completed_at + (SELECT keep FROM retention_policy WHERE state = NEW.state);
  RETURN NEW;
END
$$;

CREATE FUNCTION public.tally_document() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO document_tally VALUES ('entered', 1);
  ELSIF OLD.state IN ('completed', 'invalid', 'dead', 'cancelled', 'expired') THEN
    INSERT INTO document_tally VALUES (OLD.state, -1);
  END IF;
  IF TG_OP = 'DELETE' THEN
    INSERT INTO document_tally VALUES ('deleted', 1);
  ELSIF NEW.state IN ('completed', 'invalid', 'dead', 'cancelled', 'expired') THEN
    INSERT INTO document_tally VALUES (NEW.state, 1);
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION public.time_ordered_uuid() RETURNS uuid
    LANGUAGE sql
    AS $$
  SELECT encode(
    set_bit(set_bit(                                  -- version 4 becomes 7
      overlay(uuid_send(gen_random_uuid())
        PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
        FROM 1 FOR 6),
      52, 1), 53, 1),
    'hex')::uuid
$$;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.api_key (
    id uuid NOT NULL,
    owner text NOT NULL,
    role text NOT NULL,
    label text NOT NULL,
    key_hash bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    revoked_at timestamp with time zone,
    CONSTRAINT api_key_role_check CHECK ((role = ANY (ARRAY['user'::text, 'ops'::text])))
);

CREATE TABLE public.audit_event (
    number bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    actor text NOT NULL,
    via text NOT NULL,
    action text NOT NULL,
    target text,
    status integer NOT NULL,
    request_id text NOT NULL,
    CONSTRAINT audit_event_via_check CHECK ((via = ANY (ARRAY['api'::text, 'console'::text])))
);

ALTER TABLE public.audit_event ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.audit_event_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.calendar_entry (
    owner text NOT NULL,
    uid text NOT NULL,
    document_id uuid NOT NULL,
    fingerprint text NOT NULL,
    sequence integer NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.calendar_subscription (
    id uuid NOT NULL,
    document_id uuid NOT NULL,
    owner text NOT NULL,
    token_hash bytea NOT NULL,
    groups text,
    semester_start date,
    semester_end date,
    follow boolean NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.claim_audit (
    only_one boolean DEFAULT true NOT NULL,
    ledger_id uuid DEFAULT gen_random_uuid() NOT NULL,
    due_at timestamp with time zone DEFAULT now() NOT NULL,
    after_key text DEFAULT ''::text NOT NULL,
    after_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
    missing_so_far bigint DEFAULT 0 NOT NULL,
    missing bigint,
    ended_at timestamp with time zone,
    CONSTRAINT claim_audit_only_one_check CHECK (only_one)
);

CREATE TABLE public.completion_event (
    id uuid NOT NULL,
    type text NOT NULL,
    owner text NOT NULL,
    document_id uuid,
    state text,
    failure_code text,
    attempts integer,
    pages integer,
    occurred_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    lease_until timestamp with time zone DEFAULT now() NOT NULL,
    published_at timestamp with time zone,
    defects text[]
);

CREATE TABLE public.document (
    id uuid NOT NULL,
    owner text NOT NULL,
    sha256 text NOT NULL,
    size_bytes bigint NOT NULL,
    file_name text NOT NULL,
    media_type text NOT NULL,
    origin text NOT NULL,
    origin_ref text,
    lane text NOT NULL,
    profile text NOT NULL,
    claim_key text NOT NULL,
    state text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    forgiven integer DEFAULT 0 NOT NULL,
    outages integer DEFAULT 0 NOT NULL,
    lease_until timestamp with time zone,
    failure_code text,
    failure_detail text,
    parser_version text,
    page_count integer,
    pages_done integer DEFAULT 0 NOT NULL,
    received_at timestamp with time zone DEFAULT now() NOT NULL,
    started_at timestamp with time zone,
    completed_at timestamp with time zone,
    expires_at timestamp with time zone,
    original_deleted_at timestamp with time zone,
    millis_spent bigint DEFAULT 0 NOT NULL,
    defects text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT document_state_check CHECK ((state = ANY (ARRAY['received'::text, 'queued'::text, 'parsing'::text, 'retrying'::text, 'completed'::text, 'invalid'::text, 'dead'::text, 'cancelled'::text, 'expired'::text])))
);

CREATE TABLE public.document_event (
    number bigint NOT NULL,
    document_id uuid NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    from_state text,
    to_state text,
    attempt integer NOT NULL,
    code text,
    detail text
);

ALTER TABLE public.document_event ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.document_event_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.document_metadata (
    document_id uuid NOT NULL,
    metadata jsonb NOT NULL
);

CREATE TABLE public.document_trace (
    document_id uuid NOT NULL,
    traceparent text NOT NULL
);

CREATE TABLE public.document_source (
    document_id uuid NOT NULL,
    origin text NOT NULL,
    ref text NOT NULL,
    arrived_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.document_table (
    document_id uuid NOT NULL,
    page integer NOT NULL,
    on_page integer NOT NULL,
    number integer NOT NULL,
    content jsonb NOT NULL
);

CREATE TABLE public.document_tally (
    what text NOT NULL,
    documents bigint NOT NULL
);

CREATE TABLE public.drop_claim (
    origin text NOT NULL,
    ref text NOT NULL,
    version text NOT NULL,
    lease_until timestamp with time zone,
    settled_at timestamp with time zone,
    replica uuid
);

CREATE TABLE public.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);

CREATE TABLE public.idempotency_key (
    owner text NOT NULL,
    key text NOT NULL,
    document_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.owner_plan (
    owner text NOT NULL,
    plan text NOT NULL,
    assigned_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.page (
    document_id uuid NOT NULL,
    number integer NOT NULL,
    width_points real NOT NULL,
    height_points real NOT NULL,
    rotation smallint NOT NULL,
    text text NOT NULL,
    blocks jsonb DEFAULT '[]'::jsonb NOT NULL
);
ALTER TABLE ONLY public.page ALTER COLUMN document_id SET STATISTICS 10;
ALTER TABLE ONLY public.page ALTER COLUMN number SET STATISTICS 10;
ALTER TABLE ONLY public.page ALTER COLUMN width_points SET STATISTICS 0;
ALTER TABLE ONLY public.page ALTER COLUMN height_points SET STATISTICS 0;
ALTER TABLE ONLY public.page ALTER COLUMN rotation SET STATISTICS 0;
ALTER TABLE ONLY public.page ALTER COLUMN text SET STATISTICS 0;
ALTER TABLE ONLY public.page ALTER COLUMN blocks SET STATISTICS 0;

CREATE TABLE public.page_flag (
    document_id uuid NOT NULL,
    page integer NOT NULL,
    number integer NOT NULL,
    code text NOT NULL,
    text text NOT NULL
);

CREATE TABLE public.page_gap (
    document_id uuid NOT NULL,
    from_page integer NOT NULL,
    to_page integer NOT NULL,
    code text NOT NULL,
    detail text NOT NULL,
    CONSTRAINT page_gap_check CHECK (((from_page >= 1) AND (to_page >= from_page)))
);

CREATE TABLE public.part (
    document_id uuid NOT NULL,
    number integer NOT NULL,
    from_page integer NOT NULL,
    to_page integer NOT NULL,
    state text DEFAULT 'queued'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    forgiven integer DEFAULT 0 NOT NULL,
    outages integer DEFAULT 0 NOT NULL,
    failure_code text,
    failure_detail text,
    lease_until timestamp with time zone,
    pages_read integer DEFAULT 0 NOT NULL,
    characters bigint DEFAULT 0 NOT NULL,
    forks integer DEFAULT 0 NOT NULL,
    millis_spent bigint DEFAULT 0 NOT NULL,
    CONSTRAINT part_check CHECK (((from_page >= 1) AND (to_page >= from_page))),
    CONSTRAINT part_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'parsing'::text, 'retrying'::text, 'done'::text])))
);

CREATE TABLE public.part_content (
    document_id uuid NOT NULL,
    part integer NOT NULL,
    number integer NOT NULL,
    frames bytea NOT NULL
);
ALTER TABLE ONLY public.part_content ALTER COLUMN frames SET STORAGE EXTERNAL;

CREATE TABLE public.part_gap (
    document_id uuid NOT NULL,
    part integer NOT NULL,
    from_page integer NOT NULL,
    to_page integer NOT NULL,
    code text NOT NULL,
    detail text NOT NULL
);

CREATE TABLE public.replay (
    id uuid NOT NULL,
    requested_by text NOT NULL,
    via text NOT NULL,
    requested_at timestamp with time zone DEFAULT now() NOT NULL,
    criteria jsonb NOT NULL,
    lane text NOT NULL,
    per_second integer NOT NULL,
    matches bigint NOT NULL,
    next_turn_at timestamp with time zone DEFAULT now() NOT NULL,
    called_off_by text,
    called_off_at timestamp with time zone,
    CONSTRAINT replay_via_check CHECK ((via = ANY (ARRAY['api'::text, 'console'::text])))
);

CREATE TABLE public.replay_document (
    replay_id uuid NOT NULL,
    document_id uuid NOT NULL,
    found_state text NOT NULL,
    found_attempts integer NOT NULL,
    status text DEFAULT 'waiting'::text NOT NULL,
    after_event bigint,
    code text,
    CONSTRAINT replay_document_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'started'::text, 'skipped'::text, 'called-off'::text, 'completed'::text, 'invalid'::text, 'dead'::text, 'cancelled'::text, 'expired'::text, 'deleted'::text])))
);

CREATE TABLE public.resumable_piece (
    upload_id uuid NOT NULL,
    begins_at bigint NOT NULL,
    claim_key text NOT NULL
);

CREATE TABLE public.resumable_upload (
    id uuid NOT NULL,
    owner text NOT NULL,
    metadata text NOT NULL,
    length bigint NOT NULL,
    received bigint DEFAULT 0 NOT NULL,
    document_id uuid,
    duplicate boolean DEFAULT false NOT NULL,
    ended boolean DEFAULT false NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    sweep_at timestamp with time zone NOT NULL,
    CONSTRAINT resumable_upload_check CHECK ((received <= length))
);

CREATE TABLE public.retention_policy (
    state text NOT NULL,
    keep interval
);

CREATE TABLE public.split (
    document_id uuid NOT NULL,
    attempt integer NOT NULL,
    parser_version text NOT NULL,
    plain_tree boolean NOT NULL,
    metadata jsonb NOT NULL
);

CREATE TABLE public.thumbnail (
    document_id uuid NOT NULL,
    size integer NOT NULL,
    renderer text NOT NULL,
    png bytea,
    failure_code text,
    failure_detail text,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT thumbnail_check CHECK (((png IS NULL) = (failure_code IS NOT NULL)))
);

CREATE TABLE public.timetable (
    document_id uuid NOT NULL,
    profile text NOT NULL,
    rows_seen integer NOT NULL
);

CREATE TABLE public.timetable_event (
    document_id uuid NOT NULL,
    number integer NOT NULL,
    event jsonb NOT NULL
);

CREATE UNLOGGED TABLE public.token_bucket (
    id text NOT NULL,
    state bytea,
    expires_at bigint DEFAULT 0 NOT NULL
);

CREATE UNLOGGED TABLE public.upload_slot (
    owner text NOT NULL,
    number integer NOT NULL,
    id uuid NOT NULL,
    until timestamp with time zone NOT NULL
);

CREATE TABLE public.webhook (
    id uuid NOT NULL,
    owner text NOT NULL,
    url text NOT NULL,
    states text[],
    secret bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    disabled_at timestamp with time zone,
    lease_until timestamp with time zone DEFAULT now() NOT NULL,
    rests_until timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.webhook_delivery (
    event_id uuid NOT NULL,
    webhook_id uuid NOT NULL,
    state text DEFAULT 'pending'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    forgiven integer DEFAULT 0 NOT NULL,
    due_at timestamp with time zone DEFAULT now() NOT NULL,
    result text,
    http_status integer,
    ended_at timestamp with time zone,
    CONSTRAINT webhook_delivery_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'delivered'::text, 'dead'::text])))
);

INSERT INTO public.api_key (id, owner, role, label, key_hash, created_at, revoked_at) VALUES ('01a22c6d-34fb-79db-8ae0-8db0bfba8c96', 'me', 'user', 'bootstrap', '\xe1b8a8611b48d904c3c7aa07f21bfc538338aa7b6a3c909b720208203cdd5502', '2026-11-30 12:28:04.223857+00', NULL);

INSERT INTO public.audit_event (number, at, actor, via, action, target, status, request_id) OVERRIDING SYSTEM VALUE VALUES (1, '2026-11-30 12:28:33.424104+00', 'ops', 'api', 'PUT /ops/owners/{owner}', 'me', 200, '89979e05-22f1-4c88-a28d-33dd0d8f0e61');

INSERT INTO public.claim_audit (only_one, ledger_id, due_at, after_key, after_id, missing_so_far, missing, ended_at) VALUES (true, '3d67737e-84dd-4026-a5d5-38bad96cf794', '2026-12-01 12:28:28.332564+00', '', '00000000-0000-0000-0000-000000000000', 0, 0, '2026-11-30 12:28:28.332564+00');

INSERT INTO public.completion_event (id, type, owner, document_id, state, failure_code, attempts, pages, occurred_at, lease_until, published_at, defects) VALUES ('01a22c6d-9a82-7a3f-83bb-c4a467c6a734', 'document.completed', 'me', '01a22c6d-89ed-75b7-b1cc-cfcfe0df8f69', 'completed', NULL, 1, 1, '2026-11-30 12:28:30.217704+00', '2026-11-30 12:29:01.590942+00', '2026-11-30 12:28:31.779849+00', NULL);
INSERT INTO public.completion_event (id, type, owner, document_id, state, failure_code, attempts, pages, occurred_at, lease_until, published_at, defects) VALUES ('01a22c6d-9e39-7fad-a9ed-8a0e82dc9b4d', 'document.completed', 'me', '01a22c6d-94e8-7c37-9a82-21da53791c08', 'completed', NULL, 1, 2, '2026-11-30 12:28:31.161498+00', '2026-11-30 12:29:01.590942+00', '2026-11-30 12:28:31.779849+00', NULL);
INSERT INTO public.completion_event (id, type, owner, document_id, state, failure_code, attempts, pages, occurred_at, lease_until, published_at, defects) VALUES ('01a22c6d-9fc7-72ff-bd7b-4cae03e5e594', 'document.invalid', 'me', '01a22c6d-9737-74d8-bbb1-638dc8b64d02', 'invalid', 'unreadable', 1, NULL, '2026-11-30 12:28:31.559077+00', '2026-11-30 12:29:01.590942+00', '2026-11-30 12:28:31.779849+00', NULL);
INSERT INTO public.completion_event (id, type, owner, document_id, state, failure_code, attempts, pages, occurred_at, lease_until, published_at, defects) VALUES ('01a22c6d-a1f1-7210-86c0-af3a2659622e', 'document.completed', 'me', '01a22c6d-930a-75a4-b579-093d6d38c265', 'completed', NULL, 1, 1, '2026-11-30 12:28:32.112862+00', '2026-11-30 12:29:02.804102+00', '2026-11-30 12:28:33.17138+00', NULL);
INSERT INTO public.completion_event (id, type, owner, document_id, state, failure_code, attempts, pages, occurred_at, lease_until, published_at, defects) VALUES ('01a22c6e-427b-7f2e-aca0-0bd16618f9f4', 'document.dead', 'me', '01a22c70-0000-7000-8000-000000000005', 'dead', 'parser-crashed', 1, NULL, '2026-11-30 12:29:13.214676+00', '2026-11-30 12:29:13.112783+00', '2026-11-30 12:29:13.112783+00', NULL);
INSERT INTO public.completion_event (id, type, owner, document_id, state, failure_code, attempts, pages, occurred_at, lease_until, published_at, defects) VALUES ('01a22c6e-428c-7d87-9bd8-c87b6a29ab75', 'document.cancelled', 'me', '01a22c70-0000-7000-8000-000000000006', 'cancelled', NULL, 0, NULL, '2026-11-30 12:29:13.227665+00', '2026-11-30 12:29:13.112783+00', '2026-11-30 12:29:13.112783+00', NULL);
INSERT INTO public.completion_event (id, type, owner, document_id, state, failure_code, attempts, pages, occurred_at, lease_until, published_at, defects) VALUES ('01a22c6e-428f-78dd-8ff8-9014ddba11cc', 'document.completed', 'me', '01a22c70-0000-7000-8000-000000000007', 'completed', NULL, 1, 1, '2026-11-30 12:29:13.230558+00', '2026-11-30 12:29:13.112783+00', '2026-11-30 12:29:13.112783+00', NULL);
INSERT INTO public.completion_event (id, type, owner, document_id, state, failure_code, attempts, pages, occurred_at, lease_until, published_at, defects) VALUES ('01a22c6e-4291-7f94-860c-9f59fad58e1a', 'document.expired', 'me', '01a22c70-0000-7000-8000-000000000007', 'expired', NULL, 1, 1, '2026-11-30 12:29:13.232879+00', '2026-11-30 12:29:13.112783+00', '2026-11-30 12:29:13.112783+00', NULL);

INSERT INTO public.document (id, owner, sha256, size_bytes, file_name, media_type, origin, origin_ref, lane, profile, claim_key, state, attempts, forgiven, outages, lease_until, failure_code, failure_detail, parser_version, page_count, pages_done, received_at, started_at, completed_at, expires_at, original_deleted_at, millis_spent, defects) VALUES ('01a22c6d-94e8-7c37-9a82-21da53791c08', 'me', '89836a2d5cac028a69bbbc0771be6b80f56b0901e5699a5ae82d7d2ee055fa0a', 1067, 'letter.pdf', 'application/pdf', 'http', NULL, 'interactive', 'auto', 'originals/01a2/01a22c6d-94e8-7c37-9a82-21da53791c08.pdf', 'completed', 1, 0, 0, NULL, NULL, NULL, '3+pdfbox-3.0.8+tesseract-5.3.0-eng', 2, 2, '2026-11-30 12:28:29.119526+00', '2026-11-30 12:28:30.829912+00', '2026-11-30 12:28:31.160528+00', NULL, NULL, 0, '{repaired}');
INSERT INTO public.document (id, owner, sha256, size_bytes, file_name, media_type, origin, origin_ref, lane, profile, claim_key, state, attempts, forgiven, outages, lease_until, failure_code, failure_detail, parser_version, page_count, pages_done, received_at, started_at, completed_at, expires_at, original_deleted_at, millis_spent, defects) VALUES ('01a22c6d-930a-75a4-b579-093d6d38c265', 'me', '1a166b7c938b2b6142bd000f006640c20e111343357f563ce82223f1eef280c3', 1077, 'table.pdf', 'application/pdf', 'http', NULL, 'interactive', 'auto', 'originals/01a2/01a22c6d-930a-75a4-b579-093d6d38c265.pdf', 'completed', 1, 0, 0, NULL, NULL, NULL, '3+pdfbox-3.0.8+tesseract-5.3.0-eng', 1, 1, '2026-11-30 12:28:28.549033+00', '2026-11-30 12:28:31.628106+00', '2026-11-30 12:28:32.111981+00', NULL, NULL, 0, '{}');
INSERT INTO public.document (id, owner, sha256, size_bytes, file_name, media_type, origin, origin_ref, lane, profile, claim_key, state, attempts, forgiven, outages, lease_until, failure_code, failure_detail, parser_version, page_count, pages_done, received_at, started_at, completed_at, expires_at, original_deleted_at, millis_spent, defects) VALUES ('01a22c6d-89ed-75b7-b1cc-cfcfe0df8f69', 'me', 'f3301fe74babf7307edefdb1960e75952b0c3cb8e184d3cca5965d996a31286d', 1131, 'timetable.pdf', 'application/pdf', 'http', NULL, 'interactive', 'auto', 'originals/01a2/01a22c6d-89ed-75b7-b1cc-cfcfe0df8f69.pdf', 'completed', 1, 0, 0, NULL, NULL, NULL, '3+pdfbox-3.0.8+tesseract-5.3.0-eng', 1, 1, '2026-11-30 12:28:26.858341+00', '2026-11-30 12:28:28.136518+00', '2026-11-30 12:28:30.207074+00', NULL, NULL, 0, '{}');
INSERT INTO public.document (id, owner, sha256, size_bytes, file_name, media_type, origin, origin_ref, lane, profile, claim_key, state, attempts, forgiven, outages, lease_until, failure_code, failure_detail, parser_version, page_count, pages_done, received_at, started_at, completed_at, expires_at, original_deleted_at, millis_spent, defects) VALUES ('01a22c70-0000-7000-8000-000000000001', 'me', '1111111111111111111111111111111111111111111111111111111111111111', 1001, 'received.pdf', 'application/pdf', 'http', NULL, 'bulk', 'auto', 'me/received', 'received', 0, 0, 0, '2999-01-01 00:00:00+00', NULL, NULL, NULL, NULL, 0, '2026-11-30 12:29:13.112783+00', NULL, NULL, NULL, NULL, 0, '{}');
INSERT INTO public.document (id, owner, sha256, size_bytes, file_name, media_type, origin, origin_ref, lane, profile, claim_key, state, attempts, forgiven, outages, lease_until, failure_code, failure_detail, parser_version, page_count, pages_done, received_at, started_at, completed_at, expires_at, original_deleted_at, millis_spent, defects) VALUES ('01a22c70-0000-7000-8000-000000000002', 'me', '2222222222222222222222222222222222222222222222222222222222222222', 1002, 'queued.pdf', 'application/pdf', 'http', NULL, 'bulk', 'auto', 'me/queued', 'queued', 0, 0, 0, '2999-01-01 00:00:00+00', NULL, NULL, NULL, NULL, 0, '2026-11-30 12:29:13.112783+00', NULL, NULL, NULL, NULL, 0, '{}');
INSERT INTO public.document (id, owner, sha256, size_bytes, file_name, media_type, origin, origin_ref, lane, profile, claim_key, state, attempts, forgiven, outages, lease_until, failure_code, failure_detail, parser_version, page_count, pages_done, received_at, started_at, completed_at, expires_at, original_deleted_at, millis_spent, defects) VALUES ('01a22c70-0000-7000-8000-000000000003', 'me', '3333333333333333333333333333333333333333333333333333333333333333', 1003, 'parsing.pdf', 'application/pdf', 'http', NULL, 'bulk', 'auto', 'me/parsing', 'parsing', 1, 0, 0, NULL, NULL, NULL, '3+pdfbox-3.0.8+tesseract-5.3.0-eng', 400, 0, '2026-11-30 12:29:13.112783+00', '2026-11-30 12:29:13.112783+00', NULL, NULL, NULL, 0, '{}');
INSERT INTO public.document (id, owner, sha256, size_bytes, file_name, media_type, origin, origin_ref, lane, profile, claim_key, state, attempts, forgiven, outages, lease_until, failure_code, failure_detail, parser_version, page_count, pages_done, received_at, started_at, completed_at, expires_at, original_deleted_at, millis_spent, defects) VALUES ('01a22c70-0000-7000-8000-000000000004', 'me', '4444444444444444444444444444444444444444444444444444444444444444', 1004, 'retrying.pdf', 'application/pdf', 'http', NULL, 'bulk', 'auto', 'me/retrying', 'retrying', 1, 0, 0, '2999-01-01 00:00:00+00', 'store-unavailable', 'The store did not answer.', '3+pdfbox-3.0.8+tesseract-5.3.0-eng', NULL, 0, '2026-11-30 12:29:13.112783+00', '2026-11-30 12:29:13.112783+00', NULL, NULL, NULL, 1500, '{}');
INSERT INTO public.document (id, owner, sha256, size_bytes, file_name, media_type, origin, origin_ref, lane, profile, claim_key, state, attempts, forgiven, outages, lease_until, failure_code, failure_detail, parser_version, page_count, pages_done, received_at, started_at, completed_at, expires_at, original_deleted_at, millis_spent, defects) VALUES ('01a22c70-0000-7000-8000-000000000007', 'me', '7777777777777777777777777777777777777777777777777777777777777777', 1007, 'expired.pdf', 'application/pdf', 'http', NULL, 'bulk', 'auto', 'me/expired', 'expired', 1, 0, 0, NULL, NULL, NULL, '3+pdfbox-3.0.8+tesseract-5.3.0-eng', 1, 1, '2026-11-30 12:29:13.112783+00', '2026-11-30 12:29:13.112783+00', '2026-11-30 12:29:13.112783+00', '2026-11-30 12:29:13.112783+00', '2026-11-30 12:29:13.112783+00', 0, '{}');
INSERT INTO public.document (id, owner, sha256, size_bytes, file_name, media_type, origin, origin_ref, lane, profile, claim_key, state, attempts, forgiven, outages, lease_until, failure_code, failure_detail, parser_version, page_count, pages_done, received_at, started_at, completed_at, expires_at, original_deleted_at, millis_spent, defects) VALUES ('01a22c6d-9737-74d8-bbb1-638dc8b64d02', 'me', 'fefb8a988aeae4f0ab1c128bee38afa69bc8e31912bde66c4622d55190677d56', 20000, 'invalid.pdf', 'application/pdf', 'http', NULL, 'interactive', 'auto', 'originals/01a2/01a22c6d-9737-74d8-bbb1-638dc8b64d02.pdf', 'invalid', 1, 0, 0, NULL, 'unreadable', 'IOException: Missing root object specification in trailer.', '3+pdfbox-3.0.8+tesseract-5.3.0-eng', NULL, 0, '2026-11-30 12:28:29.488494+00', '2026-11-30 12:28:31.202993+00', '2026-11-30 12:28:31.557409+00', '2999-01-01 00:00:00+00', NULL, 0, '{}');
INSERT INTO public.document (id, owner, sha256, size_bytes, file_name, media_type, origin, origin_ref, lane, profile, claim_key, state, attempts, forgiven, outages, lease_until, failure_code, failure_detail, parser_version, page_count, pages_done, received_at, started_at, completed_at, expires_at, original_deleted_at, millis_spent, defects) VALUES ('01a22c70-0000-7000-8000-000000000005', 'me', '5555555555555555555555555555555555555555555555555555555555555555', 1005, 'dead.pdf', 'application/pdf', 'http', NULL, 'bulk', 'auto', 'me/dead', 'dead', 1, 0, 0, NULL, 'parser-crashed', 'The parser ended with 134.', '3+pdfbox-3.0.8+tesseract-5.3.0-eng', NULL, 0, '2026-11-30 12:29:13.112783+00', '2026-11-30 12:29:13.112783+00', '2026-11-30 12:29:13.112783+00', '2999-01-01 00:00:00+00', NULL, 0, '{}');
INSERT INTO public.document (id, owner, sha256, size_bytes, file_name, media_type, origin, origin_ref, lane, profile, claim_key, state, attempts, forgiven, outages, lease_until, failure_code, failure_detail, parser_version, page_count, pages_done, received_at, started_at, completed_at, expires_at, original_deleted_at, millis_spent, defects) VALUES ('01a22c70-0000-7000-8000-000000000006', 'me', '6666666666666666666666666666666666666666666666666666666666666666', 1006, 'cancelled.pdf', 'application/pdf', 'http', NULL, 'bulk', 'auto', 'me/cancelled', 'cancelled', 0, 0, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 12:29:13.112783+00', NULL, '2026-11-30 12:29:13.112783+00', '2999-01-01 00:00:00+00', NULL, 0, '{}');

INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (1, '01a22c6d-89ed-75b7-b1cc-cfcfe0df8f69', '2026-11-30 12:28:26.864924+00', NULL, 'received', 0, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (2, '01a22c6d-89ed-75b7-b1cc-cfcfe0df8f69', '2026-11-30 12:28:28.181424+00', 'received', 'parsing', 1, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (3, '01a22c6d-930a-75a4-b579-093d6d38c265', '2026-11-30 12:28:28.549697+00', NULL, 'received', 0, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (4, '01a22c6d-930a-75a4-b579-093d6d38c265', '2026-11-30 12:28:28.946387+00', 'received', 'queued', 0, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (5, '01a22c6d-94e8-7c37-9a82-21da53791c08', '2026-11-30 12:28:29.12092+00', NULL, 'received', 0, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (6, '01a22c6d-94e8-7c37-9a82-21da53791c08', '2026-11-30 12:28:29.288014+00', 'received', 'queued', 0, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (7, '01a22c6d-9737-74d8-bbb1-638dc8b64d02', '2026-11-30 12:28:29.491718+00', NULL, 'received', 0, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (8, '01a22c6d-9737-74d8-bbb1-638dc8b64d02', '2026-11-30 12:28:29.88653+00', 'received', 'queued', 0, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (9, '01a22c6d-89ed-75b7-b1cc-cfcfe0df8f69', '2026-11-30 12:28:30.208464+00', 'parsing', 'completed', 1, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (10, '01a22c6d-94e8-7c37-9a82-21da53791c08', '2026-11-30 12:28:30.837157+00', 'queued', 'parsing', 1, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (11, '01a22c6d-94e8-7c37-9a82-21da53791c08', '2026-11-30 12:28:31.161329+00', 'parsing', 'completed', 1, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (12, '01a22c6d-9737-74d8-bbb1-638dc8b64d02', '2026-11-30 12:28:31.204059+00', 'queued', 'parsing', 1, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (13, '01a22c6d-9737-74d8-bbb1-638dc8b64d02', '2026-11-30 12:28:31.55891+00', 'parsing', 'invalid', 1, 'unreadable', 'IOException: Missing root object specification in trailer.');
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (14, '01a22c6d-930a-75a4-b579-093d6d38c265', '2026-11-30 12:28:31.62919+00', 'queued', 'parsing', 1, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (15, '01a22c6d-930a-75a4-b579-093d6d38c265', '2026-11-30 12:28:32.112719+00', 'parsing', 'completed', 1, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (16, '01a22c70-0000-7000-8000-000000000001', '2026-11-30 12:29:13.177825+00', NULL, 'received', 0, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (17, '01a22c70-0000-7000-8000-000000000002', '2026-11-30 12:29:13.178741+00', NULL, 'received', 0, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (18, '01a22c70-0000-7000-8000-000000000003', '2026-11-30 12:29:13.178796+00', NULL, 'received', 0, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (19, '01a22c70-0000-7000-8000-000000000004', '2026-11-30 12:29:13.178809+00', NULL, 'received', 0, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (20, '01a22c70-0000-7000-8000-000000000005', '2026-11-30 12:29:13.178821+00', NULL, 'received', 0, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (21, '01a22c70-0000-7000-8000-000000000006', '2026-11-30 12:29:13.178834+00', NULL, 'received', 0, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (22, '01a22c70-0000-7000-8000-000000000007', '2026-11-30 12:29:13.178842+00', NULL, 'received', 0, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (23, '01a22c70-0000-7000-8000-000000000002', '2026-11-30 12:29:13.187648+00', 'received', 'queued', 0, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (24, '01a22c70-0000-7000-8000-000000000003', '2026-11-30 12:29:13.187723+00', 'received', 'queued', 0, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (25, '01a22c70-0000-7000-8000-000000000004', '2026-11-30 12:29:13.187764+00', 'received', 'queued', 0, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (26, '01a22c70-0000-7000-8000-000000000005', '2026-11-30 12:29:13.187774+00', 'received', 'queued', 0, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (27, '01a22c70-0000-7000-8000-000000000006', '2026-11-30 12:29:13.187782+00', 'received', 'queued', 0, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (28, '01a22c70-0000-7000-8000-000000000007', '2026-11-30 12:29:13.187792+00', 'received', 'queued', 0, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (29, '01a22c70-0000-7000-8000-000000000003', '2026-11-30 12:29:13.191074+00', 'queued', 'parsing', 1, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (30, '01a22c70-0000-7000-8000-000000000004', '2026-11-30 12:29:13.191105+00', 'queued', 'parsing', 1, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (31, '01a22c70-0000-7000-8000-000000000005', '2026-11-30 12:29:13.191112+00', 'queued', 'parsing', 1, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (32, '01a22c70-0000-7000-8000-000000000007', '2026-11-30 12:29:13.191117+00', 'queued', 'parsing', 1, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (33, '01a22c70-0000-7000-8000-000000000004', '2026-11-30 12:29:13.206684+00', 'parsing', 'retrying', 1, 'store-unavailable', 'The store did not answer.');
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (34, '01a22c70-0000-7000-8000-000000000005', '2026-11-30 12:29:13.209379+00', 'parsing', 'dead', 1, 'parser-crashed', 'The parser ended with 134.');
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (35, '01a22c70-0000-7000-8000-000000000006', '2026-11-30 12:29:13.22754+00', 'queued', 'cancelled', 0, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (36, '01a22c70-0000-7000-8000-000000000007', '2026-11-30 12:29:13.230473+00', 'parsing', 'completed', 1, NULL, NULL);
INSERT INTO public.document_event (number, document_id, at, from_state, to_state, attempt, code, detail) OVERRIDING SYSTEM VALUE VALUES (37, '01a22c70-0000-7000-8000-000000000007', '2026-11-30 12:29:13.232777+00', 'completed', 'expired', 1, NULL, NULL);

INSERT INTO public.document_metadata (document_id, metadata) VALUES ('01a22c6d-89ed-75b7-b1cc-cfcfe0df8f69', '{"title": null, "author": null, "creator": null, "defects": [], "subject": null, "keywords": null, "producer": null, "createdAt": null, "encrypted": false, "pageCount": 1, "pageSizes": [{"pages": 1, "widthPoints": 841.9, "heightPoints": 595.3}], "modifiedAt": null, "pdfVersion": "1.6"}');
INSERT INTO public.document_metadata (document_id, metadata) VALUES ('01a22c6d-94e8-7c37-9a82-21da53791c08', '{"title": "A test document", "author": "Sluice", "creator": null, "defects": [], "subject": null, "keywords": null, "producer": null, "createdAt": null, "encrypted": false, "pageCount": 2, "pageSizes": [{"pages": 2, "widthPoints": 612.0, "heightPoints": 792.0}], "modifiedAt": null, "pdfVersion": "1.6"}');
INSERT INTO public.document_metadata (document_id, metadata) VALUES ('01a22c6d-930a-75a4-b579-093d6d38c265', '{"title": null, "author": null, "creator": null, "defects": [], "subject": null, "keywords": null, "producer": null, "createdAt": null, "encrypted": false, "pageCount": 1, "pageSizes": [{"pages": 1, "widthPoints": 595.27563, "heightPoints": 841.8898}], "modifiedAt": null, "pdfVersion": "1.6"}');
INSERT INTO public.document_trace (document_id, traceparent) VALUES ('01a22c6d-94e8-7c37-9a82-21da53791c08', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01');

INSERT INTO public.document_table (document_id, page, on_page, number, content) VALUES ('01a22c6d-89ed-75b7-b1cc-cfcfe0df8f69', 1, 1, 1, '{"box": {"x": 36.25, "y": 73.650024, "width": 616.6, "height": 37.399963}, "page": 1, "rows": 2, "cells": [{"box": {"x": 36.25, "y": 73.650024, "width": 56.699997, "height": 18.699982}, "row": 0, "text": "Module", "column": 0, "rowSpan": 1, "columnSpan": 1}, {"box": {"x": 92.95, "y": 73.650024, "width": 42.5, "height": 18.699982}, "row": 0, "text": "Test", "column": 1, "rowSpan": 1, "columnSpan": 1}, {"box": {"x": 135.45, "y": 73.650024, "width": 78.0, "height": 18.699982}, "row": 0, "text": "Day", "column": 2, "rowSpan": 1, "columnSpan": 1}, {"box": {"x": 213.45, "y": 73.650024, "width": 78.000015, "height": 18.699982}, "row": 0, "text": "Date", "column": 3, "rowSpan": 1, "columnSpan": 1}, {"box": {"x": 291.45, "y": 73.650024, "width": 78.0, "height": 18.699982}, "row": 0, "text": "Time", "column": 4, "rowSpan": 1, "columnSpan": 1}, {"box": {"x": 369.45, "y": 73.650024, "width": 92.19998, "height": 18.699982}, "row": 0, "text": "Campus", "column": 5, "rowSpan": 1, "columnSpan": 1}, {"box": {"x": 461.65, "y": 73.650024, "width": 191.19998, "height": 18.699982}, "row": 0, "text": "Venue", "column": 6, "rowSpan": 1, "columnSpan": 1}, {"box": {"x": 36.25, "y": 92.350006, "width": 56.699997, "height": 18.699982}, "row": 1, "text": "COS214", "column": 0, "rowSpan": 1, "columnSpan": 1}, {"box": {"x": 92.95, "y": 92.350006, "width": 42.5, "height": 18.699982}, "row": 1, "text": "PTest/1", "column": 1, "rowSpan": 1, "columnSpan": 1}, {"box": {"x": 135.45, "y": 92.350006, "width": 78.0, "height": 18.699982}, "row": 1, "text": "Saturday", "column": 2, "rowSpan": 1, "columnSpan": 1}, {"box": {"x": 213.45, "y": 92.350006, "width": 78.000015, "height": 18.699982}, "row": 1, "text": "23 Aug 2025", "column": 3, "rowSpan": 1, "columnSpan": 1}, {"box": {"x": 291.45, "y": 92.350006, "width": 78.0, "height": 18.699982}, "row": 1, "text": "10:00 - 11:30", "column": 4, "rowSpan": 1, "columnSpan": 1}, {"box": {"x": 369.45, "y": 92.350006, "width": 92.19998, "height": 18.699982}, "row": 1, "text": "HATF", "column": 5, "rowSpan": 1, "columnSpan": 1}, {"box": {"x": 461.65, "y": 92.350006, "width": 191.19998, "height": 18.699982}, "row": 1, "text": "IT 4-1/IT 4-2", "column": 6, "rowSpan": 1, "columnSpan": 1}], "ruled": true, "columns": 7, "headerRows": 1, "columnEdges": [36.25, 92.95, 135.45, 213.45, 291.45, 369.45, 461.65, 652.85]}');
INSERT INTO public.document_table (document_id, page, on_page, number, content) VALUES ('01a22c6d-930a-75a4-b579-093d6d38c265', 1, 1, 1, '{"box": {"x": 50.0, "y": 50.0, "width": 450.0, "height": 741.8898}, "page": 1, "rows": 3, "cells": [{"box": {"x": 50.0, "y": 50.0, "width": 150.0, "height": 247.29663}, "row": 0, "text": "Name", "column": 0, "rowSpan": 1, "columnSpan": 1}, {"box": {"x": 200.0, "y": 50.0, "width": 150.0, "height": 247.29663}, "row": 0, "text": "Day", "column": 1, "rowSpan": 1, "columnSpan": 1}, {"box": {"x": 350.0, "y": 50.0, "width": 150.0, "height": 247.29663}, "row": 0, "text": "Sum", "column": 2, "rowSpan": 1, "columnSpan": 1}, {"box": {"x": 50.0, "y": 297.29663, "width": 150.0, "height": 247.29657}, "row": 1, "text": "ada", "column": 0, "rowSpan": 1, "columnSpan": 1}, {"box": {"x": 200.0, "y": 297.29663, "width": 150.0, "height": 247.29657}, "row": 1, "text": "Monday", "column": 1, "rowSpan": 1, "columnSpan": 1}, {"box": {"x": 350.0, "y": 297.29663, "width": 150.0, "height": 247.29657}, "row": 1, "text": "1", "column": 2, "rowSpan": 1, "columnSpan": 1}, {"box": {"x": 50.0, "y": 544.5932, "width": 150.0, "height": 247.29657}, "row": 2, "text": "grace", "column": 0, "rowSpan": 1, "columnSpan": 1}, {"box": {"x": 200.0, "y": 544.5932, "width": 150.0, "height": 247.29657}, "row": 2, "text": "Friday", "column": 1, "rowSpan": 1, "columnSpan": 1}, {"box": {"x": 350.0, "y": 544.5932, "width": 150.0, "height": 247.29657}, "row": 2, "text": "2", "column": 2, "rowSpan": 1, "columnSpan": 1}], "ruled": true, "columns": 3, "headerRows": 1, "columnEdges": [50.0, 200.0, 350.0, 500.0]}');

INSERT INTO public.document_tally (what, documents) VALUES ('entered', 1);
INSERT INTO public.document_tally (what, documents) VALUES ('entered', 1);
INSERT INTO public.document_tally (what, documents) VALUES ('entered', 1);
INSERT INTO public.document_tally (what, documents) VALUES ('entered', 1);
INSERT INTO public.document_tally (what, documents) VALUES ('completed', 1);
INSERT INTO public.document_tally (what, documents) VALUES ('completed', 1);
INSERT INTO public.document_tally (what, documents) VALUES ('invalid', 1);
INSERT INTO public.document_tally (what, documents) VALUES ('completed', 1);
INSERT INTO public.document_tally (what, documents) VALUES ('entered', 1);
INSERT INTO public.document_tally (what, documents) VALUES ('entered', 1);
INSERT INTO public.document_tally (what, documents) VALUES ('entered', 1);
INSERT INTO public.document_tally (what, documents) VALUES ('entered', 1);
INSERT INTO public.document_tally (what, documents) VALUES ('entered', 1);
INSERT INTO public.document_tally (what, documents) VALUES ('entered', 1);
INSERT INTO public.document_tally (what, documents) VALUES ('entered', 1);
INSERT INTO public.document_tally (what, documents) VALUES ('dead', 1);
INSERT INTO public.document_tally (what, documents) VALUES ('cancelled', 1);
INSERT INTO public.document_tally (what, documents) VALUES ('completed', 1);
INSERT INTO public.document_tally (what, documents) VALUES ('completed', -1);
INSERT INTO public.document_tally (what, documents) VALUES ('expired', 1);

INSERT INTO public.flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (1, '1', 'ledger', 'SQL', 'V1__ledger.sql', -1848815606, 'sluice', '2026-11-30 12:27:59.32975', 223, true);
INSERT INTO public.flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (2, '2', 'results', 'SQL', 'V2__results.sql', 1321968129, 'sluice', '2026-11-30 12:27:59.64236', 168, true);
INSERT INTO public.flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (3, '3', 'intake', 'SQL', 'V3__intake.sql', -772640725, 'sluice', '2026-11-30 12:27:59.857714', 53, true);
INSERT INTO public.flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (4, '4', 'owners', 'SQL', 'V4__owners.sql', 1056736907, 'sluice', '2026-11-30 12:27:59.930739', 42, true);
INSERT INTO public.flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (5, '5', 'notifications', 'SQL', 'V5__notifications.sql', -1205466856, 'sluice', '2026-11-30 12:27:59.986505', 51, true);
INSERT INTO public.flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (6, '6', 'operations', 'SQL', 'V6__operations.sql', 1930356047, 'sluice', '2026-11-30 12:28:00.060967', 80, true);
INSERT INTO public.flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (7, '7', 'time spent', 'SQL', 'V7__time_spent.sql', 384826478, 'sluice', '2026-11-30 12:28:00.179526', 4, true);
INSERT INTO public.flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (8, '8', 'defects', 'SQL', 'V8__defects.sql', -320888344, 'sluice', '2026-11-30 12:28:00.205169', 2, true);
INSERT INTO public.flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (9, '9', 'audit', 'SQL', 'V9__audit.sql', -1021815706, 'sluice', '2026-11-30 12:28:00.216889', 12, true);
INSERT INTO public.flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (10, '10', 'tracing', 'SQL', 'V10__tracing.sql', -1869989313, 'sluice', '2026-11-30 12:28:00.216889', 12, true);

INSERT INTO public.idempotency_key (owner, key, document_id, created_at) VALUES ('me', 'kept-key', '01a22c6d-94e8-7c37-9a82-21da53791c08', '2026-11-30 12:28:29.119526+00');

INSERT INTO public.owner_plan (owner, plan, assigned_at) VALUES ('me', 'large', '2026-11-30 12:28:33.285324+00');

INSERT INTO public.page (document_id, number, width_points, height_points, rotation, text, blocks) VALUES ('01a22c6d-89ed-75b7-b1cc-cfcfe0df8f69', 1, 841.9, 595.3, 0, 'Semester Tests
Module Test Day Date Time Campus Venue
COS214 PTest/1 Saturday 23 Aug 2025 10:00 - 11:30 HATF IT 4-1/IT 4-2', '[{"to": 14, "box": {"x": 36.0, "y": 35.64, "width": 147.84, "height": 18.5}, "bold": true, "from": 0, "kind": "HEADING", "size": 20.0, "level": 1}, {"to": 122, "box": {"x": 39.0, "y": 76.50199, "width": 485.92212, "height": 29.468033}, "bold": false, "from": 15, "kind": "TABLE", "size": 11.0, "level": 0}]');
INSERT INTO public.page (document_id, number, width_points, height_points, rotation, text, blocks) VALUES ('01a22c6d-94e8-7c37-9a82-21da53791c08', 1, 612, 792, 0, 'kept since 0.2.0', '[{"to": 16, "box": {"x": 50.0, "y": 43.384, "width": 84.04799, "height": 11.100002}, "bold": false, "from": 0, "kind": "PARAGRAPH", "size": 12.0, "level": 0}]');
INSERT INTO public.page (document_id, number, width_points, height_points, rotation, text, blocks) VALUES ('01a22c6d-94e8-7c37-9a82-21da53791c08', 2, 612, 792, 0, 'and its second page', '[{"to": 19, "box": {"x": 50.0, "y": 43.384, "width": 107.39998, "height": 11.100002}, "bold": false, "from": 0, "kind": "PARAGRAPH", "size": 12.0, "level": 0}]');
INSERT INTO public.page (document_id, number, width_points, height_points, rotation, text, blocks) VALUES ('01a22c6d-930a-75a4-b579-093d6d38c265', 1, 595.27563, 841.8898, 0, 'Name Day Sum
ada Monday 1
grace Friday 2', '[{"to": 40, "box": {"x": 55.0, "y": 62.82, "width": 321.67, "height": 503.84314}, "bold": false, "from": 0, "kind": "TABLE", "size": 10.0, "level": 0}]');

INSERT INTO public.page_flag (document_id, page, number, code, text) VALUES ('01a22c6d-94e8-7c37-9a82-21da53791c08', 0, 1, 'repaired', 'Its index of objects was broken.');

INSERT INTO public.part (document_id, number, from_page, to_page, state, attempts, forgiven, outages, failure_code, failure_detail, lease_until, pages_read, characters, forks, millis_spent) VALUES ('01a22c70-0000-7000-8000-000000000003', 1, 1, 200, 'done', 1, 0, 0, NULL, NULL, NULL, 200, 0, 0, 0);
INSERT INTO public.part (document_id, number, from_page, to_page, state, attempts, forgiven, outages, failure_code, failure_detail, lease_until, pages_read, characters, forks, millis_spent) VALUES ('01a22c70-0000-7000-8000-000000000003', 2, 201, 400, 'queued', 0, 0, 0, NULL, NULL, '2999-01-01 00:00:00+00', 0, 0, 0, 0);

INSERT INTO public.retention_policy (state, keep) VALUES ('completed', NULL);
INSERT INTO public.retention_policy (state, keep) VALUES ('invalid', '720:00:00');
INSERT INTO public.retention_policy (state, keep) VALUES ('dead', '720:00:00');
INSERT INTO public.retention_policy (state, keep) VALUES ('cancelled', '720:00:00');

INSERT INTO public.split (document_id, attempt, parser_version, plain_tree, metadata) VALUES ('01a22c70-0000-7000-8000-000000000003', 1, '3+pdfbox-3.0.8+tesseract-5.3.0-eng', true, '{}');

INSERT INTO public.timetable (document_id, profile, rows_seen) VALUES ('01a22c6d-89ed-75b7-b1cc-cfcfe0df8f69', 'up-tests', 1);

INSERT INTO public.timetable_event (document_id, number, event) VALUES ('01a22c6d-89ed-75b7-b1cc-cfcfe0df8f69', 1, '{"box": {"x": 36.25, "y": 92.350006, "width": 616.6, "height": 18.699982}, "end": "11:30", "date": "2025-08-23", "kind": "test", "page": 1, "rule": "up-tests/row", "test": "PTest/1", "flags": [], "start": "10:00", "campus": "HATF", "module": "COS214", "venues": ["IT 4-1/IT 4-2"], "weekday": "SATURDAY", "recurring": false, "endAssumed": false, "studyProgrammes": []}');

INSERT INTO public.webhook (id, owner, url, states, secret, created_at, disabled_at, lease_until, rests_until) VALUES ('019b7000-0000-7000-8000-0000000000aa', 'me', 'https://example.org/sluice', NULL, '\x00112233', '2026-11-30 12:28:24.179351+00', NULL, '2999-01-01 00:00:00+00', '2026-11-30 12:28:24.179351+00');

INSERT INTO public.webhook_delivery (event_id, webhook_id, state, attempts, forgiven, due_at, result, http_status, ended_at) VALUES ('01a22c6d-9a82-7a3f-83bb-c4a467c6a734', '019b7000-0000-7000-8000-0000000000aa', 'delivered', 1, 0, '2026-11-30 12:28:30.207074+00', 'delivered', 204, '2026-11-30 12:29:13.112783+00');
INSERT INTO public.webhook_delivery (event_id, webhook_id, state, attempts, forgiven, due_at, result, http_status, ended_at) VALUES ('01a22c6d-9e39-7fad-a9ed-8a0e82dc9b4d', '019b7000-0000-7000-8000-0000000000aa', 'delivered', 1, 0, '2026-11-30 12:28:31.160528+00', 'delivered', 204, '2026-11-30 12:29:13.112783+00');
INSERT INTO public.webhook_delivery (event_id, webhook_id, state, attempts, forgiven, due_at, result, http_status, ended_at) VALUES ('01a22c6d-9fc7-72ff-bd7b-4cae03e5e594', '019b7000-0000-7000-8000-0000000000aa', 'delivered', 1, 0, '2026-11-30 12:28:31.557409+00', 'delivered', 204, '2026-11-30 12:29:13.112783+00');
INSERT INTO public.webhook_delivery (event_id, webhook_id, state, attempts, forgiven, due_at, result, http_status, ended_at) VALUES ('01a22c6d-a1f1-7210-86c0-af3a2659622e', '019b7000-0000-7000-8000-0000000000aa', 'delivered', 1, 0, '2026-11-30 12:28:32.111981+00', 'delivered', 204, '2026-11-30 12:29:13.112783+00');
INSERT INTO public.webhook_delivery (event_id, webhook_id, state, attempts, forgiven, due_at, result, http_status, ended_at) VALUES ('01a22c6e-427b-7f2e-aca0-0bd16618f9f4', '019b7000-0000-7000-8000-0000000000aa', 'delivered', 1, 0, '2026-11-30 12:29:13.112783+00', 'delivered', 204, '2026-11-30 12:29:13.112783+00');
INSERT INTO public.webhook_delivery (event_id, webhook_id, state, attempts, forgiven, due_at, result, http_status, ended_at) VALUES ('01a22c6e-428c-7d87-9bd8-c87b6a29ab75', '019b7000-0000-7000-8000-0000000000aa', 'delivered', 1, 0, '2026-11-30 12:29:13.112783+00', 'delivered', 204, '2026-11-30 12:29:13.112783+00');
INSERT INTO public.webhook_delivery (event_id, webhook_id, state, attempts, forgiven, due_at, result, http_status, ended_at) VALUES ('01a22c6e-428f-78dd-8ff8-9014ddba11cc', '019b7000-0000-7000-8000-0000000000aa', 'delivered', 1, 0, '2026-11-30 12:29:13.112783+00', 'delivered', 204, '2026-11-30 12:29:13.112783+00');
INSERT INTO public.webhook_delivery (event_id, webhook_id, state, attempts, forgiven, due_at, result, http_status, ended_at) VALUES ('01a22c6e-4291-7f94-860c-9f59fad58e1a', '019b7000-0000-7000-8000-0000000000aa', 'delivered', 1, 0, '2026-11-30 12:29:13.112783+00', 'delivered', 204, '2026-11-30 12:29:13.112783+00');

SELECT pg_catalog.setval('public.audit_event_number_seq', 1, true);

SELECT pg_catalog.setval('public.document_event_number_seq', 37, true);

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_key_hash_key UNIQUE (key_hash);

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_event
    ADD CONSTRAINT audit_event_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.calendar_entry
    ADD CONSTRAINT calendar_entry_pkey PRIMARY KEY (owner, uid);

ALTER TABLE ONLY public.calendar_subscription
    ADD CONSTRAINT calendar_subscription_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.calendar_subscription
    ADD CONSTRAINT calendar_subscription_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.claim_audit
    ADD CONSTRAINT claim_audit_pkey PRIMARY KEY (only_one);

ALTER TABLE ONLY public.completion_event
    ADD CONSTRAINT completion_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.document_event
    ADD CONSTRAINT document_event_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.document_metadata
    ADD CONSTRAINT document_metadata_pkey PRIMARY KEY (document_id);

ALTER TABLE ONLY public.document_trace
    ADD CONSTRAINT document_trace_pkey PRIMARY KEY (document_id);

ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.document_source
    ADD CONSTRAINT document_source_pkey PRIMARY KEY (document_id, origin, ref);

ALTER TABLE ONLY public.document_table
    ADD CONSTRAINT document_table_pkey PRIMARY KEY (document_id, page, on_page);

ALTER TABLE ONLY public.drop_claim
    ADD CONSTRAINT drop_claim_pkey PRIMARY KEY (origin, ref, version);

ALTER TABLE ONLY public.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);

ALTER TABLE ONLY public.idempotency_key
    ADD CONSTRAINT idempotency_key_pkey PRIMARY KEY (owner, key);

ALTER TABLE ONLY public.owner_plan
    ADD CONSTRAINT owner_plan_pkey PRIMARY KEY (owner);

ALTER TABLE ONLY public.page_flag
    ADD CONSTRAINT page_flag_pkey PRIMARY KEY (document_id, page, number);

ALTER TABLE ONLY public.page_gap
    ADD CONSTRAINT page_gap_pkey PRIMARY KEY (document_id, from_page);

ALTER TABLE ONLY public.page
    ADD CONSTRAINT page_pkey PRIMARY KEY (document_id, number);

ALTER TABLE ONLY public.part_content
    ADD CONSTRAINT part_content_pkey PRIMARY KEY (document_id, part, number);

ALTER TABLE ONLY public.part_gap
    ADD CONSTRAINT part_gap_pkey PRIMARY KEY (document_id, from_page);

ALTER TABLE ONLY public.part
    ADD CONSTRAINT part_pkey PRIMARY KEY (document_id, number);

ALTER TABLE ONLY public.replay_document
    ADD CONSTRAINT replay_document_pkey PRIMARY KEY (replay_id, document_id);

ALTER TABLE ONLY public.replay
    ADD CONSTRAINT replay_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.resumable_piece
    ADD CONSTRAINT resumable_piece_pkey PRIMARY KEY (upload_id, begins_at);

ALTER TABLE ONLY public.resumable_upload
    ADD CONSTRAINT resumable_upload_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.retention_policy
    ADD CONSTRAINT retention_policy_pkey PRIMARY KEY (state);

ALTER TABLE ONLY public.split
    ADD CONSTRAINT split_pkey PRIMARY KEY (document_id);

ALTER TABLE ONLY public.thumbnail
    ADD CONSTRAINT thumbnail_pkey PRIMARY KEY (document_id, size);

ALTER TABLE ONLY public.timetable_event
    ADD CONSTRAINT timetable_event_pkey PRIMARY KEY (document_id, number);

ALTER TABLE ONLY public.timetable
    ADD CONSTRAINT timetable_pkey PRIMARY KEY (document_id);

ALTER TABLE ONLY public.token_bucket
    ADD CONSTRAINT token_bucket_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.upload_slot
    ADD CONSTRAINT upload_slot_pkey PRIMARY KEY (owner, number);

ALTER TABLE ONLY public.webhook_delivery
    ADD CONSTRAINT webhook_delivery_pkey PRIMARY KEY (event_id, webhook_id);

ALTER TABLE ONLY public.webhook
    ADD CONSTRAINT webhook_pkey PRIMARY KEY (id);

CREATE INDEX audit_event_at ON public.audit_event USING btree (at);

CREATE INDEX audit_event_by_actor ON public.audit_event USING btree (actor, number DESC);

CREATE INDEX audit_event_by_target ON public.audit_event USING btree (target, number DESC);

CREATE INDEX calendar_entry_by_change ON public.calendar_entry USING btree (changed_at);

CREATE INDEX calendar_subscription_by_document ON public.calendar_subscription USING btree (document_id, id);

CREATE INDEX calendar_subscription_by_owner ON public.calendar_subscription USING btree (owner);

CREATE INDEX completion_event_published ON public.completion_event USING btree (published_at);

CREATE INDEX completion_event_unpublished ON public.completion_event USING btree (id) WHERE (published_at IS NULL);

CREATE INDEX document_by_owner ON public.document USING btree (owner, id DESC);

CREATE INDEX document_by_owner_and_state ON public.document USING btree (owner, state, id DESC);

CREATE UNIQUE INDEX document_content ON public.document USING btree (owner, sha256) WHERE (state <> ALL (ARRAY['cancelled'::text, 'expired'::text]));

CREATE INDEX document_dropped ON public.document USING btree (owner, origin, id DESC) WHERE (origin <> 'http'::text);

CREATE INDEX document_event_by_document ON public.document_event USING btree (document_id, number);

CREATE INDEX document_failed ON public.document USING btree (COALESCE(completed_at, received_at) DESC, id DESC) INCLUDE (failure_code) WHERE (state = ANY (ARRAY['dead'::text, 'invalid'::text]));

CREATE INDEX document_original_kept ON public.document USING btree (completed_at) WHERE ((state = 'completed'::text) AND (original_deleted_at IS NULL));

CREATE INDEX document_overdue ON public.document USING btree (lease_until) WHERE (state = ANY (ARRAY['received'::text, 'queued'::text, 'parsing'::text, 'retrying'::text]));

CREATE INDEX document_source_by_ref ON public.document_source USING btree (ref text_pattern_ops, document_id);

CREATE INDEX document_stored ON public.document USING btree (owner) INCLUDE (size_bytes) WHERE ((original_deleted_at IS NULL) AND (state <> ALL (ARRAY['cancelled'::text, 'expired'::text])));

CREATE INDEX document_table_by_number ON public.document_table USING btree (document_id, number, page);

CREATE INDEX document_to_expire ON public.document USING btree (expires_at) WHERE ((expires_at IS NOT NULL) AND (state <> 'expired'::text));

CREATE INDEX document_unfinished ON public.document USING btree (state, lane, id) WHERE (state = ANY (ARRAY['received'::text, 'queued'::text, 'parsing'::text, 'retrying'::text]));

CREATE INDEX document_with_gaps ON public.document USING btree (owner, id DESC) WHERE ((state = 'completed'::text) AND (pages_done < page_count));

CREATE INDEX document_with_original ON public.document USING btree (id) WHERE (original_deleted_at IS NULL);

CREATE INDEX drop_claim_unsettled ON public.drop_claim USING btree (lease_until) WHERE (settled_at IS NULL);

CREATE INDEX flyway_schema_history_s_idx ON public.flyway_schema_history USING btree (success);

CREATE INDEX idempotency_key_by_document ON public.idempotency_key USING btree (document_id);

CREATE INDEX page_search ON public.page USING gin (to_tsvector('simple'::regconfig, "left"(text, 100000)));
ALTER INDEX public.page_search ALTER COLUMN 1 SET STATISTICS 10;

CREATE INDEX part_overdue ON public.part USING btree (lease_until) WHERE (state <> 'done'::text);

CREATE INDEX replay_document_started ON public.replay_document USING btree (document_id) WHERE (status = 'started'::text);

CREATE INDEX replay_document_waiting ON public.replay_document USING btree (replay_id, document_id) WHERE (status = 'waiting'::text);

CREATE INDEX resumable_upload_to_sweep ON public.resumable_upload USING btree (sweep_at);

CREATE INDEX webhook_by_owner ON public.webhook USING btree (owner, id);

CREATE INDEX webhook_delivery_by_webhook ON public.webhook_delivery USING btree (webhook_id, event_id DESC);

CREATE INDEX webhook_delivery_dead ON public.webhook_delivery USING btree (webhook_id, event_id DESC) WHERE (state = 'dead'::text);

CREATE INDEX webhook_delivery_pending ON public.webhook_delivery USING btree (webhook_id, due_at, event_id) WHERE (state = 'pending'::text);

CREATE TRIGGER document_advanced AFTER UPDATE OF state ON public.document FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION public.record_document_event();

CREATE TRIGGER document_end_tallied AFTER UPDATE OF state ON public.document FOR EACH ROW WHEN (((old.state IS DISTINCT FROM new.state) AND ((old.state = ANY (ARRAY['completed'::text, 'invalid'::text, 'dead'::text, 'cancelled'::text, 'expired'::text])) OR (new.state = ANY (ARRAY['completed'::text, 'invalid'::text, 'dead'::text, 'cancelled'::text, 'expired'::text]))))) EXECUTE FUNCTION public.tally_document();

CREATE TRIGGER document_ended AFTER UPDATE OF state ON public.document FOR EACH ROW WHEN (((old.state IS DISTINCT FROM new.state) AND (new.state = ANY (ARRAY['completed'::text, 'invalid'::text, 'dead'::text, 'cancelled'::text, 'expired'::text])))) EXECUTE FUNCTION public.announce_document_end();

CREATE TRIGGER document_expiry BEFORE UPDATE OF state ON public.document FOR EACH ROW WHEN (((old.state IS DISTINCT FROM new.state) AND (new.state <> 'expired'::text))) EXECUTE FUNCTION public.set_expiry();

CREATE TRIGGER document_received_or_deleted AFTER INSERT OR DELETE ON public.document FOR EACH ROW EXECUTE FUNCTION public.record_document_event();

CREATE TRIGGER document_split_over AFTER UPDATE OF state ON public.document FOR EACH ROW WHEN (((old.page_count IS NOT NULL) AND (old.state IS DISTINCT FROM new.state) AND (new.state <> ALL (ARRAY['queued'::text, 'parsing'::text, 'retrying'::text])))) EXECUTE FUNCTION public.forget_split();

CREATE TRIGGER document_tallied AFTER INSERT OR DELETE ON public.document FOR EACH ROW EXECUTE FUNCTION public.tally_document();

CREATE TRIGGER document_thumbnails AFTER UPDATE OF original_deleted_at ON public.document FOR EACH ROW WHEN (((old.original_deleted_at IS NULL) AND (new.original_deleted_at IS NOT NULL))) EXECUTE FUNCTION public.drop_thumbnails();

ALTER TABLE ONLY public.calendar_subscription
    ADD CONSTRAINT calendar_subscription_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.document(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.document_metadata
    ADD CONSTRAINT document_metadata_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.document(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.document_trace
    ADD CONSTRAINT document_trace_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.document(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.document_source
    ADD CONSTRAINT document_source_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.document(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.document_table
    ADD CONSTRAINT document_table_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.document(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.idempotency_key
    ADD CONSTRAINT idempotency_key_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.document(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.page
    ADD CONSTRAINT page_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.document(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.page_flag
    ADD CONSTRAINT page_flag_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.document(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.page_gap
    ADD CONSTRAINT page_gap_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.document(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.part_content
    ADD CONSTRAINT part_content_document_id_part_fkey FOREIGN KEY (document_id, part) REFERENCES public.part(document_id, number) ON DELETE CASCADE;

ALTER TABLE ONLY public.part
    ADD CONSTRAINT part_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.split(document_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.part_gap
    ADD CONSTRAINT part_gap_document_id_part_fkey FOREIGN KEY (document_id, part) REFERENCES public.part(document_id, number) ON DELETE CASCADE;

ALTER TABLE ONLY public.replay_document
    ADD CONSTRAINT replay_document_replay_id_fkey FOREIGN KEY (replay_id) REFERENCES public.replay(id);

ALTER TABLE ONLY public.resumable_piece
    ADD CONSTRAINT resumable_piece_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES public.resumable_upload(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.split
    ADD CONSTRAINT split_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.document(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.thumbnail
    ADD CONSTRAINT thumbnail_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.document(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.timetable
    ADD CONSTRAINT timetable_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.document(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.timetable_event
    ADD CONSTRAINT timetable_event_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.document(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.webhook_delivery
    ADD CONSTRAINT webhook_delivery_event_id_fkey FOREIGN KEY (event_id) REFERENCES public.completion_event(id) ON DELETE CASCADE;

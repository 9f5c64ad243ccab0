-- Documents :first to :last, one a second up to an hour ago, with what they leave in the ledger: events, metadata, sources,
-- completions. Every eleventh has a page of 60 words to search in, 8,000 different ones; text of all would need 20 times the disk.
-- Half of all are of one owner, a quarter of a second; the small ones of 1000 others. One of 10,000 is in flight.
SET session_replication_role = replica; -- no triggers: they are for one at a time
SET maintenance_work_mem = '512MB';

CREATE TEMP TABLE words AS
  SELECT n, (SELECT string_agg('w' || floor(20 ^ (3 * random()))::integer, ' ') FROM generate_series(1, 60) WHERE n > 0) AS words
  FROM generate_series(1, 5000) AS n;

CREATE TEMP TABLE filled AS
  SELECT n, at,
    (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '70008' || left(md5(n::text), 15))::uuid AS id,
    CASE WHEN n % 10000 = 7 THEN 'waiting' WHEN n % 2 = 0 THEN 'me' WHEN n % 4 = 1 THEN 'large'
      ELSE 'owner-' || n / 4 % 1000 END AS owner,
    CASE WHEN n % 20000 = 7 THEN 'queued' WHEN n % 20000 = 10007 THEN 'retrying' WHEN n % 200 = 34 THEN 'cancelled'
      WHEN n % 100 = 12 THEN CASE WHEN at < now() - interval '29 days' THEN 'expired' ELSE 'invalid' END
      WHEN n % 400 = 33 OR n % 400 = 166 THEN CASE WHEN at < now() - interval '29 days' THEN 'expired' ELSE 'dead' END
      ELSE 'completed' END AS state,
    CASE WHEN n % 10 < 6 THEN 'http' WHEN n % 10 < 8 THEN 's3' WHEN n < 1000 THEN 'sftp' ELSE 'http' END AS origin
  FROM (SELECT n, now() - interval '1 hour' - (:most + 1 - n) * interval '1 second' AS at
    FROM generate_series(:first, :last) AS n) AS numbers;

INSERT INTO document (id, owner, sha256, size_bytes, file_name, media_type, origin, origin_ref, lane, profile, state,
    attempts, failure_code, failure_detail, page_count, pages_done, lease_until, claim_key, received_at, started_at,
    completed_at, expires_at, parser_version, original_deleted_at)
  SELECT id, owner, md5(n::text) || md5((-n)::text), 20000 + n % 50000, 'report-' || n || '.pdf', 'application/pdf', origin,
    CASE WHEN origin <> 'http' THEN origin || '://in/report-' || n || '.pdf' END,
    CASE origin WHEN 'http' THEN 'interactive' ELSE 'bulk' END, 'auto', state,
    CASE state WHEN 'queued' THEN 0 ELSE 1 END,
    CASE state WHEN 'invalid' THEN 'unreadable' WHEN 'dead' THEN 'parser-crashed' END,
    CASE WHEN state IN ('invalid', 'dead') THEN 'It is damaged.' END,
    CASE state WHEN 'completed' THEN 3 END,
    CASE state WHEN 'completed' THEN 3 - (n % 1000 = 8)::integer ELSE 0 END,
    CASE WHEN state IN ('queued', 'retrying') THEN now() + interval '30 days' END,
    'originals/' || id, at, at + interval '1 second',
    CASE WHEN state NOT IN ('queued', 'retrying') THEN at + interval '2 seconds' END,
    CASE WHEN state IN ('invalid', 'dead') THEN at + interval '30 days' END, '1',
    -- Retention has done its work, and finds none while it is measured.
    CASE WHEN state IN ('expired', 'cancelled') OR state = 'completed' AND at < now() - interval '12 hours'
      THEN at + interval '1 day' END
  FROM filled;

INSERT INTO document_event (document_id, at, from_state, to_state, attempt)
  SELECT id, at + step * interval '500 ms', from_state, coalesce(to_state, state), step / 2
  FROM filled, (VALUES (0, NULL, 'received'), (1, 'received', 'queued'), (2, 'queued', 'parsing'), (3, 'parsing', NULL))
    AS steps (step, from_state, to_state)
  WHERE step < 2 OR state NOT IN ('queued', 'retrying');

INSERT INTO document_tally SELECT state, count(*) FROM filled WHERE state NOT IN ('queued', 'retrying') GROUP BY state
  UNION ALL SELECT 'entered', count(*) FROM filled;

INSERT INTO document_metadata SELECT id, '{"title": "Report", "pageCount": 3}' FROM filled WHERE state = 'completed';

INSERT INTO document_source
  SELECT id, origin, origin || '://in/report-' || n || '.pdf', at FROM filled WHERE origin <> 'http';

INSERT INTO drop_claim (origin, ref, version, settled_at)
  SELECT origin, 'in/report-' || n || '.pdf', '1', at FROM filled WHERE origin = 's3';

INSERT INTO page (document_id, number, width_points, height_points, rotation, text)
  SELECT id, 1, 595, 842, 0, 'Report number' || filled.n || ' ' || words.words
  FROM filled JOIN words ON words.n = filled.n / 11 % 5000 + 1 WHERE filled.n % 11 = 0 AND state = 'completed';

INSERT INTO timetable SELECT id, 'up-lectures', 10 FROM filled WHERE n % 500 = 10 AND state = 'completed';

INSERT INTO completion_event (id, type, owner, document_id, state, attempts, pages, occurred_at, published_at)
  SELECT id, 'document.' || state, owner, id, state, 1, 3, at, at FROM filled
  WHERE state NOT IN ('queued', 'retrying') AND at > now() - interval '6 days';

INSERT INTO webhook (id, owner, url, states, secret)
  VALUES ('00000000-0000-7000-8000-000000000001', 'me', 'https://receiver.example/', '{expired}', '\x00')
  ON CONFLICT DO NOTHING;
INSERT INTO webhook_delivery (event_id, webhook_id, state, attempts, ended_at)
  SELECT id, '00000000-0000-7000-8000-000000000001', CASE n % 1000 WHEN 4 THEN 'dead' ELSE 'delivered' END, 1, at FROM filled
  WHERE owner = 'me' AND state NOT IN ('queued', 'retrying') AND at > now() - interval '6 days';

DROP TABLE words, filled;

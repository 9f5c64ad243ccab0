-- When a key was used last, to the minute.
ALTER TABLE api_key ADD COLUMN last_used_at timestamptz;
CREATE INDEX api_key_by_owner ON api_key (owner, id DESC);

-- What each replica did in a period, for the plots of the ops board. Kept for a day.
CREATE TABLE ops_sample (
  at              timestamptz      NOT NULL,           -- the end of the period, the same for all replicas
  replica         text             NOT NULL,
  received        bigint           NOT NULL,           -- by this replica; what follows up to the queue is of all of them
  completed       bigint           NOT NULL,
  failed          bigint           NOT NULL,           -- ended as dead or invalid
  p50_seconds     double precision,                    -- from receipt to completion; null: none was completed
  p95_seconds     double precision,
  queue           bigint           NOT NULL,           -- documents that waited
  forks_busy      integer          NOT NULL,           -- this and what follows: of this replica
  cpu             double precision NOT NULL,           -- of its machine, 0 to 1
  memory_bytes    bigint           NOT NULL,           -- resident, with that of its forks
  disk_free_bytes bigint           NOT NULL,           -- where its spool is
  stages          jsonb            NOT NULL,           -- by stage: [how many passed, how many of them failed]
  PRIMARY KEY (at, replica)
);

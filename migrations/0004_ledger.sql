-- EVENT: one line of history. Append-only; each row's hash covers the row before it in the same region.
create table events (
  id            bigint generated always as identity primary key,
  region_id     text not null references regions,
  kind          text not null,                        -- candidate.dismissed, case.opened, officer.signed_in ...
  candidate_id  bigint references candidates,
  case_id       bigint references cases,
  filing_id     bigint references filings,
  officer_id    bigint references officers,           -- null: the machine or a citizen
  data          jsonb not null default '{}',
  at            timestamptz not null default now(),
  prev_hash     bytea not null,
  hash          bytea not null
);
create index events_by_candidate on events (candidate_id, id) where candidate_id is not null;
create index events_by_case on events (case_id, id) where case_id is not null;
create index events_by_filing on events (filing_id, id) where filing_id is not null;
create index events_by_region on events (region_id, id);

-- How many rows a region's history has and the hash of the last one. The row is locked while one is added,
-- and it shows when rows at the end were removed, which the chain alone can not.
create table ledger_heads (
  region_id     text primary key references regions,
  rows          bigint not null,
  hash          bytea not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'events are append-only: % is refused', tg_op;
end $$;
create trigger events_append_only before update or delete on events
  for each row execute function refuse_change();
create trigger events_no_truncate before truncate on events
  for each statement execute function refuse_change();

-- One row a run of a job; runs that found nothing to do share one row, or a quiet night would fill the table.
create table job_runs (
  id            bigint generated always as identity primary key,
  job           text not null,
  process       text not null,                        -- host:pid
  started_at    timestamptz not null,
  finished_at   timestamptz,                          -- null: still running, or the process died
  handled       integer not null default 0,
  idle_runs     integer not null default 0,
  error         text
);
-- a worker asks: was my last run of this job idle as well?
create index job_runs_of_process on job_runs (job, process, id);
-- readiness asks: when did this job last succeed?
create index job_runs_succeeded on job_runs (job, finished_at) where error is null;

-- MODEL: a version of the reader that has learned from this region's decisions. A machine proposes it, an
-- admin decides. A region without a champion is read by the model that comes with the program.
create table models (
  id            bigint generated always as identity primary key,
  region_id     text not null references regions,
  name          text not null,                        -- stands in each reading that it makes
  status        text not null check (status in ('proposed', 'champion', 'declined', 'retired')),
  file          bytea,                                -- hashed weights, no one's words; gone once it is declined
  card          jsonb not null,                       -- labels by kind, size held out, both score tables
  proposed_at   timestamptz not null default now(),
  -- the latest decision about it; null decided_by: a newer proposal took its place
  decided_by    bigint references officers,
  decided_at    timestamptz,
  note          text,
  unique (region_id, name),
  check ((status = 'proposed') = (decided_at is null)),
  check (status = 'declined' or file is not null)
);
-- the read job asks: which model reads? One at most, whoever accepts at the same time.
create unique index models_champion on models (region_id) where status = 'champion';
-- a person decides on one proposal at a time
create unique index models_proposed on models (region_id) where status = 'proposed';

-- TRAINING: one try to learn from the decisions, so that an admin sees that it was tried and what came of it.
create table trainings (
  id            bigint generated always as identity primary key,
  region_id     text not null references regions,
  asked_by      bigint references officers,           -- null: the timetable, or the command line
  asked_at      timestamptz not null default now(),
  started_at    timestamptz,                          -- null: no worker has taken it yet
  finished_at   timestamptz,                          -- null long after the start: the process died
  outcome       text check (outcome in ('proposed', 'not_better', 'too_few', 'failed')),
  note          text,                                 -- what came of it, as a sentence for an admin
  card          jsonb,                                -- as a model's; null when nothing was trained
  model_id      bigint references models,             -- what it proposed
  check ((finished_at is null) = (outcome is null)),
  check ((outcome is not distinct from 'proposed') = (model_id is not null))
);
-- one training of a region at a time, in whichever process
create unique index trainings_open on trainings (region_id) where finished_at is null;
-- the page of models asks: what came of the latest ones?
create index trainings_latest on trainings (region_id, id);

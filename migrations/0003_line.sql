create extension if not exists vector;

-- SOURCE: an account, query, feed or inbox that is watched. Its manners are data on the row.
create table sources (
  id                bigint generated always as identity primary key,
  region_id         text not null references regions,
  kind              text not null,                    -- a kind of src/collect/sources/
  name              text not null,
  url               text not null default '',         -- where it is fetched; empty for what is pushed or imported
  channel           text not null default 'news',     -- what the reader is told: news, x, facebook, import ...
  settings          jsonb not null default '{}',
  enabled           boolean not null default true,
  from_pack         boolean not null default false,   -- listed by the region pack, not added by hand
  interval_minutes  integer not null default 15 check (interval_minutes > 0),
  -- where it stands; written in the same transaction as the posts
  cursor            jsonb not null default '{}',
  next_check_at     timestamptz not null default now(),
  claimed_until     timestamptz,                      -- a worker fetches it now; a dead worker's claim runs out
  error_count       integer not null default 0,       -- in a row; 0 after a success
  last_error        text,
  checked_at        timestamptz,                      -- last try
  succeeded_at      timestamptz,                      -- last success, also "304 nothing new"
  created_at        timestamptz not null default now(),
  unique (region_id, kind, name)
);
-- collect asks: which enabled sources are due?
create index sources_due on sources (next_check_at) where enabled;

-- POST: one public message exactly as collected; never edited. What the machine finds stands beside it.
create table posts (
  id                bigint generated always as identity primary key,
  region_id         text not null references regions,
  source_id         bigint not null references sources,
  -- identity
  source_kind       text not null,
  native_id         text not null,
  canonical_url     text,
  parent_native_id  text,
  thread_root_id    text,
  kind              text not null check (kind in ('post', 'reply', 'quote', 'repost', 'comment', 'review', 'article', 'message')),
  channel           text not null,
  raw_hash          bytea not null,                   -- sha256 of the text as it came: an edit shows
  -- author: nullable everywhere, never profiled
  author_native_id  text,
  author_handle     text,
  author_name       text,
  -- what was said, when, where
  title             text,
  text              text not null,
  lang              text,
  place             jsonb,                            -- {name, lat, lon, precision, origin} as the platform gave it
  media             jsonb not null default '[]',
  metrics           jsonb not null default '{}',
  created_at        timestamptz not null,             -- clamped to fetched_at when the platform claims the future
  edited_at         timestamptz,
  fetched_at        timestamptz not null default now(),
  -- where it stands in the line
  read_at           timestamptz,
  reading_id        bigint,                           -- the reading that counts now
  grouped_at        timestamptz,
  outcome           text check (outcome in ('set_aside', 'candidate')),
  -- two regions in one database may watch the same outlet: each has its own copy and its own duty to answer
  unique (region_id, source_kind, native_id),
  check ((grouped_at is null) = (outcome is null))
);
create index posts_unread on posts (id) where read_at is null;
create index posts_ungrouped on posts (id) where read_at is not null and grouped_at is null;
create index posts_by_time on posts (region_id, created_at);        -- trends
create index posts_by_url on posts (region_id, canonical_url) where canonical_url is not null;
create index posts_by_source on posts (source_id, id);

-- FILING: a complaint that a citizen sent directly.
create table filings (
  id                bigint generated always as identity primary key,
  region_id         text not null references regions,
  channel           text not null default 'form' check (channel in ('form', 'sms', 'whatsapp', 'email', 'open311')),
  number            text not null,                    -- public ticket number
  secret_hash       bytea not null,                   -- sha256 of the secret with which the citizen follows it
  request_key       text,                             -- the form's own id: pressing "send" twice files once
  text              text not null,
  category          text,                             -- as the citizen chose, if at all
  kelurahan_code    text,
  address           text,
  contact_name      text,
  contact           text,
  confidential      boolean not null default false,
  filed_at          timestamptz not null default now(),
  read_at           timestamptz,
  reading_id        bigint,
  grouped_at        timestamptz,
  unique (region_id, number),
  unique (region_id, request_key)
);
create index filings_unread on filings (id) where read_at is null;
create index filings_ungrouped on filings (id) where read_at is not null and grouped_at is null;

-- READING: what the machine says of a post or filing, with its reasons and the version that said it.
create table readings (
  id                bigint generated always as identity primary key,
  post_id           bigint references posts on delete cascade,
  filing_id         bigint references filings on delete cascade,
  model             text not null,
  complaint         boolean not null,
  probability       real not null check (probability between 0 and 1),
  category          text,
  categories        jsonb not null default '[]',      -- the best three with scores
  agency_code       text,
  agencies          jsonb not null default '[]',      -- the best three with scores
  kecamatan_code    text,
  kelurahan_code    text,
  place             text,                             -- verbatim words
  outside           boolean not null default false,   -- another city's matter
  urgent            boolean not null default false,
  emergency         boolean not null default false,
  modus             text[] not null default '{}',
  reasons           jsonb not null default '[]',      -- [{kind, text, start?, end?}]
  made_at           timestamptz not null default now(),
  check (num_nonnulls(post_id, filing_id) = 1),
  unique (post_id, model),
  unique (filing_id, model)
);
alter table posts add foreign key (reading_id) references readings;
alter table filings add foreign key (reading_id) references readings;

-- CASE: a complaint the government has accepted, with number, agency and clock.
create table cases (
  id                bigint generated always as identity primary key,
  region_id         text not null references regions,
  number            text not null,
  title             text not null,
  description       text not null,
  status            text not null check (status in ('opened', 'disposed', 'in_progress', 'answered', 'closed', 'declined')),
  category          text not null,
  agency_code       text,                             -- meant for; the agency sees the case while disposed_at is set
  kecamatan_code    text,
  kelurahan_code    text,
  place             text,
  urgent            boolean not null default false,
  confidential      boolean not null default false,
  answer            text,                             -- the agency's latest answer
  opened_by         bigint not null references officers,
  opened_at         timestamptz not null default now(),
  disposed_at       timestamptz,
  answered_at       timestamptz,                      -- the first answer: stops the clock
  closed_at         timestamptz,
  version           integer not null default 1,
  unique (region_id, number),
  foreign key (region_id, agency_code) references agencies (region_id, code)
);
create index cases_open on cases (region_id, agency_code, opened_at) where status not in ('closed', 'declined');

-- The last number given in a year, per region.
create table case_numbers (
  region_id         text not null references regions,
  year              integer not null,
  last              integer not null,
  primary key (region_id, year)
);

-- CANDIDATE: one underlying problem as told by one or more posts or filings; the unit of triage.
create table candidates (
  id                bigint generated always as identity primary key,
  region_id         text not null references regions,
  status            text not null default 'waiting' check (status in ('waiting', 'dismissed', 'merged', 'opened')),
  filed             boolean not null default false,   -- a citizen filed it directly
  title             text not null,
  -- the best knowledge of its voices, correctable by a person
  probability       real not null,
  category          text,
  agency_code       text,
  kecamatan_code    text,
  kelurahan_code    text,
  place             text,
  urgent            boolean not null default false,
  emergency         boolean not null default false,
  confidential      boolean not null default false,
  modus             text[] not null default '{}',
  voice_count       integer not null default 0,
  first_at          timestamptz not null,
  last_at           timestamptz not null,
  due_at            timestamptz not null,             -- a person must have decided by then
  -- the decision
  dismiss_reason    text,
  note              text,
  case_id           bigint references cases,
  decided_by        bigint references officers,
  decided_at        timestamptz,
  version           integer not null default 1,
  created_at        timestamptz not null default now(),
  check ((status in ('merged', 'opened')) = (case_id is not null)),
  check ((status = 'dismissed') = (dismiss_reason is not null)),
  check ((status = 'waiting') = (decided_at is null))
);
-- triage asks: what must be decided next?
create index candidates_waiting on candidates (region_id, urgent desc, due_at, id) where status = 'waiting';
create index candidates_by_case on candidates (case_id) where case_id is not null;
-- grouping asks: what is told of this kind of problem in this area?
create index candidates_nearby on candidates (region_id, kecamatan_code, category) where status <> 'dismissed';

-- VOICE: one post or filing that tells of a candidate. Undone, it keeps its row.
create table voices (
  id                bigint generated always as identity primary key,
  candidate_id      bigint not null references candidates,
  post_id           bigint references posts,
  filing_id         bigint references filings,
  rung              text not null,                    -- how it was recognised: first, url, repost, identical, near, person
  score             real not null,
  reasons           jsonb not null default '[]',
  officer_id        bigint references officers,       -- null: the machine
  joined_at         timestamptz not null default now(),
  left_at           timestamptz,
  check (num_nonnulls(post_id, filing_id) = 1)
);
-- A post or filing speaks in one candidate at a time: grouping twice cannot double it.
create unique index voices_one_per_post on voices (post_id) where post_id is not null and left_at is null;
create unique index voices_one_per_filing on voices (filing_id) where filing_id is not null and left_at is null;
create index voices_by_candidate on voices (candidate_id);

-- A machine's guess that a candidate may be a case or another candidate; a person decides.
create table suggestions (
  candidate_id      bigint not null references candidates,
  other_id          bigint references candidates,
  case_id           bigint references cases,
  score             real not null,
  reasons           jsonb not null default '[]',
  made_at           timestamptz not null default now(),
  check (num_nonnulls(other_id, case_id) = 1),
  unique nulls not distinct (candidate_id, other_id, case_id)
);

-- What grouping compares: narrow and insert-only, because updating rows under an HNSW index is slow.
create table fingerprints (
  id                bigint generated always as identity primary key,
  region_id         text not null references regions,
  candidate_id      bigint not null references candidates,   -- where it stood when it was made; voices tell where it stands
  voice_id          bigint not null references voices,
  text_hash         bytea not null,                   -- sha256 of the normalized text
  embedding         halfvec(256) not null,
  at                timestamptz not null
);
create index fingerprints_by_hash on fingerprints (region_id, text_hash);
create index fingerprints_by_voice on fingerprints (voice_id);
create index fingerprints_nearest on fingerprints using hnsw (embedding halfvec_cosine_ops);

-- CLOCK: a time limit of a stage, with the rule and the calendar it was computed by.
create table clocks (
  id                bigint generated always as identity primary key,
  case_id           bigint not null references cases,
  stage             text not null,
  rung              text not null,                    -- what happens when it runs out: whatsapp, visit, observer
  rule              text not null,                    -- "24 hours", "3 working_days"
  started_at        timestamptz not null,
  due_at            timestamptz not null,
  stopped_at        timestamptz,
  unique (case_id, stage, rung, started_at)
);
create index clocks_running on clocks (due_at) where stopped_at is null;

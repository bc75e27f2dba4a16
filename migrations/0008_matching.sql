-- EMBEDDER: a function text -> vector. Vectors of two of them cannot be compared, so each fingerprint names its own,
-- and a new one takes over only when every voice has a fingerprint by it.
create table embedders (
  id          smallint generated always as identity primary key,
  name        text not null unique,
  status      text not null check (status in ('filling', 'active', 'retired')),
  started_at  timestamptz not null default now(),
  done_at     timestamptz
);
create unique index embedders_active on embedders (status) where status = 'active';
-- the function by which the fingerprints before this migration were made
insert into embedders (name, status, done_at) values ('hashed-1', 'active', now());

-- By half-years: each has a small index of its own, so that what was told years ago slows nothing that is told today,
-- and a search of the last months looks at nothing else. What is older or later than these stands in the rest.
alter table fingerprints rename to fingerprints_before;
drop index fingerprints_by_hash, fingerprints_by_voice, fingerprints_nearest;
create table fingerprints (
  id                bigint generated always as identity,
  region_id         text not null references regions,
  candidate_id      bigint not null references candidates,   -- where it stood when it was made; voices tell where it stands
  voice_id          bigint not null references voices,
  text_hash         bytea not null,                   -- sha256 of the normalized text
  embedding         halfvec(256) not null,
  at                timestamptz not null,
  embedder_id       smallint not null references embedders,
  primary key (id, at)
) partition by range (at);
create table fingerprints_rest partition of fingerprints default;
do $$
declare half date;
begin
  for half in select generate_series(date '2024-01-01', date '2032-07-01', interval '6 months') loop
    execute format('create table %I partition of fingerprints for values from (%L) to (%L)',
      'fingerprints_' || to_char(half, 'YYYY_MM'), half || ' 00:00+00',
      (half + interval '6 months')::date || ' 00:00+00');
  end loop;
end $$;
insert into fingerprints (region_id, candidate_id, voice_id, text_hash, embedding, at, embedder_id)
select region_id, candidate_id, voice_id, text_hash, embedding, at, 1 from fingerprints_before order by id;
drop table fingerprints_before;
-- a voice is embedded once by each; it never changes its time
create unique index fingerprints_one_per_embedder on fingerprints (voice_id, embedder_id, at);
create index fingerprints_by_hash on fingerprints (region_id, text_hash);
create index fingerprints_nearest on fingerprints using hnsw (embedding halfvec_cosine_ops);

alter table voices
  -- nearly the same words as an earlier voice, soon after it: heard, listed, but not counted as one more
  add column copy_of  bigint references voices,
  add column left_by  bigint references officers,     -- who took it out; null while it speaks, or the machine
  -- the row by which it spoke before a person moved it here: where it goes back to
  add column moved_from  bigint references voices;
-- grouping asks: which voice was the first of a candidate?
drop index voices_by_candidate;
create index voices_by_candidate on voices (candidate_id, id);
-- the figures ask: did the machine hear it before a person moved it?
create index voices_before on voices (post_id) where left_at is not null;

alter table candidates
  add column copy_count  integer not null default 0,  -- of voice_count, how many only copy another
  add column joined_id   bigint references candidates,
  -- a person took its first voices out of this one
  add column split_from  bigint references candidates,
  drop constraint candidates_status_check,
  -- joined: a person said that it is the same problem as another candidate, where its voices speak now
  add constraint candidates_status_check
    check (status in ('waiting', 'dismissed', 'merged', 'opened', 'joined')),
  add check ((status = 'joined') = (joined_id is not null)),
  add check (copy_count between 0 and voice_count);
-- a candidate asks: what was suggested for those that were joined to it?
create index candidates_joined on candidates (joined_id) where joined_id is not null;

-- A person said: not the same problem. The machine's guess stays as history, and teaches.
alter table suggestions
  add column rejected_by  bigint references officers,
  add column rejected_at  timestamptz,
  add check ((rejected_at is null) = (rejected_by is null));

-- grouping asks: what was told of this kind of problem in this area lately, and which open case is older?
drop index candidates_nearby;
create index candidates_nearby on candidates (region_id, kecamatan_code, category, last_at desc)
  where status in ('waiting', 'merged', 'opened');
create index cases_nearby on cases (region_id, kelurahan_code, category, id desc)
  where status not in ('closed', 'declined');
-- and: what did the same account, or the same telephone, tell of lately?
create index posts_by_writer on posts
  (region_id, (case when kind <> 'article'
                    then source_kind || ':' || coalesce(author_native_id, author_handle) end), created_at)
  where outcome = 'candidate';
create index filings_by_contact on filings (region_id, ('contact:' || contact), filed_at)
  where contact is not null;

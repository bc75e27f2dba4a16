-- What officers do with a candidate before they decide on it.
alter table candidates
  add column assigned_to    bigint references officers,  -- who will decide on it
  add column snoozed_until  timestamptz,                 -- it waits elsewhere until then; its time limit runs on
  add column snoozed_by     bigint references officers,
  add column labels         text[] not null default '{}',
  -- what a person set stays as it is when the candidate grows: by the name of the field, what stood there before
  add column corrected      jsonb not null default '{}',
  add column corrected_at   timestamptz,
  add check ((snoozed_until is null) = (snoozed_by is null)),
  add check (snoozed_until <= due_at),
  add check ((corrected = '{}') = (corrected_at is null));
-- the queue begins with what is in danger; points, which change with the time, sort the rest
drop index candidates_waiting;
create index candidates_waiting on candidates (region_id, emergency desc, urgent desc) where status = 'waiting';
create index candidates_labels on candidates using gin (labels) where labels <> '{}';

-- Who is at a candidate now. A browser that went away falls silent, and its row runs out.
create table holds (
  candidate_id  bigint not null references candidates,
  officer_id    bigint not null references officers on delete cascade,
  region_id     text not null references regions,
  -- looking: any number at once. deciding: one, until taken over.
  doing         text not null check (doing in ('looking', 'deciding')),
  since         timestamptz not null default now(),
  until         timestamptz not null,
  primary key (candidate_id, officer_id)
);
create unique index holds_one_decides on holds (candidate_id) where doing = 'deciding';
create index holds_by_region on holds (region_id, until);

-- A view of the queue that an officer keeps: the part of its address after "?".
create table saved_views (
  id            bigint generated always as identity primary key,
  officer_id    bigint not null references officers on delete cascade,
  name          text not null,
  query         text not null,
  position      integer not null,
  created_at    timestamptz not null default now(),
  unique (officer_id, name)
);

-- Words that officers watch for beside those of the region pack, and words of the pack that they switched off.
create table watch_words (
  id            bigint generated always as identity primary key,
  region_id     text not null references regions,
  word          text not null,                          -- lower case
  category      text,                                   -- null: only watched, says nothing of the kind
  off           boolean not null default false,
  changed_by    bigint references officers,
  changed_at    timestamptz not null default now(),
  unique (region_id, word)
);

-- SAMPLE: one post of those that the machine set aside, drawn by chance for a person to judge without knowing
-- what the machine said. The row keeps all that a later estimate needs: how many there were to draw from.
create table samples (
  id                bigint generated always as identity primary key,
  region_id         text not null references regions,
  post_id           bigint not null unique references posts,   -- drawn once, ever
  -- the draw: one a day, of everything that was set aside since the one before
  drawn_on          date not null,                    -- in the region's time zone
  drawn_from        timestamptz,                      -- set aside from here on; null: since the beginning
  drawn_before      timestamptz not null,             -- and before this moment
  -- the stratum: the texts of one channel in that draw, copies counted once. Each had the chance drawn / size.
  channel           text not null,
  stratum_size      integer not null,
  stratum_drawn     integer not null,
  -- how the post stood when it was drawn, for figures by source and category
  source_id         bigint not null references sources,
  category          text,                             -- as read; null: the machine saw none
  -- what a person says; skipped: the text alone does not tell
  verdict           text check (verdict in ('complaint', 'not_complaint')),
  skipped           boolean not null default false,
  decided_by        bigint references officers,
  decided_at        timestamptz,
  check (stratum_drawn between 1 and stratum_size),
  check ((decided_at is null) = (decided_by is null)),
  check ((decided_at is not null) = (verdict is not null or skipped)),
  check (not (skipped and verdict is not null))
);
-- the analyst asks: what waits for a verdict? The figures ask: what was drawn in these days?
create index samples_by_day on samples (region_id, drawn_on);
-- drawing asks: what was set aside since the last draw? The figures ask: and what was heard in that time?
create index posts_grouped on posts (region_id, grouped_at) where grouped_at is not null;

-- The live screens ask each second: what did grouping make in this region after that candidate? Without it a quiet
-- region beside a busy one walks through all that the busy one has made.
create index candidates_by_region on candidates (region_id, id) where split_from is null;
-- An officer's first page asks: what did I decide since midnight?
create index candidates_by_decider on candidates (decided_by, decided_at) where decided_at is not null;

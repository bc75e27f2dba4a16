-- What a reading says beside complaint, category and area. Readings made before this have none of it.
alter table readings
  add column call  text check (call ~ '^[0-9]{3}$'),  -- the emergency number to call, when emergency is true
  add column lat   double precision,                  -- the place's point, where the gazetteer has one
  add column lng   double precision,
  add column lapor text;                              -- LAPOR's name for the category; filings only

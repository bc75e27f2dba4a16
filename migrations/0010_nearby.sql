-- Grouping asks: what was told of this kelurahan lately, nearest in meaning first? The index of all vectors misses some
-- neighbours where many tell nearly the same; of one kelurahan all can be compared.
alter table fingerprints add column kelurahan_code text;   -- as it was read when the voice was embedded
update fingerprints g
   set kelurahan_code = r.kelurahan_code
  from voices v
  left join posts p on p.id = v.post_id
  left join filings f on f.id = v.filing_id
  join readings r on r.id = coalesce(p.reading_id, f.reading_id)
 where v.id = g.voice_id and r.kelurahan_code is not null;
-- With the vectors in it: a thousand rows that lie side by side are compared in the time of a few pages.
create index fingerprints_in_kelurahan on fingerprints (region_id, kelurahan_code, embedder_id, at)
  include (voice_id, embedding) where kelurahan_code is not null;

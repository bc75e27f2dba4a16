-- Who types one or two words looks for them in numbers, titles and places. `simple` knows no language: words are
-- found by how they begin. What joins words ("Jl.Saranani", "sampah/limbah") is no part of them.
create index cases_words on cases using gin (
  to_tsvector('simple', translate(left(title || ' ' || coalesce(place, ''), 1000), './-_@:|', '       ')));
create index candidates_words on candidates using gin (
  to_tsvector('simple', translate(left(title || ' ' || coalesce(place, ''), 1000), './-_@:|', '       ')))
  where status = 'waiting';

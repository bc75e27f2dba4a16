-- A region is the government that runs this installation, as data. Its pack under regions/ is the source;
-- these rows are a copy, so that SQL can join and so that a change of the pack leaves a trace.
create table regions (
  id          text primary key,                       -- the pack's folder name
  name        text not null,
  timezone    text not null,                          -- IANA name; every day bucket is cut in this zone
  pack_hash   text not null,                          -- sha256 of the loaded pack: the same pack is not loaded twice
  loaded_at   timestamptz not null default now()
);

create table areas (
  region_id   text not null references regions,
  code        text not null,                          -- official code (Kepmendagri); its length tells the level
  level       text not null check (level in ('kecamatan', 'kelurahan')),
  name        text not null,
  parent_code text,                                   -- a kelurahan's kecamatan
  lat         double precision,
  lon         double precision,
  tile_x      smallint,                               -- cell on the tile map, kecamatan only
  tile_y      smallint,
  primary key (region_id, code)
);

create table agencies (
  region_id   text not null references regions,
  code        text not null,
  name        text not null,
  short       text not null,
  kind        text not null,
  outside     boolean not null,                       -- a body that does not belong to this government
  area_code   text,
  retired_at  timestamptz,                            -- left the pack; kept because cases still name it
  primary key (region_id, code)
);

create table holidays (
  region_id   text not null references regions,
  on_date     date not null,
  name        text not null,
  kind        text not null check (kind in ('national', 'cuti_bersama', 'regional')),
  primary key (region_id, on_date)
);

-- The import whose rejected rows this one brought back, mended: its rows were added to those of that import.
alter table import add column mends uuid;

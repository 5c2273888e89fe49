-- Contacts are looked up by key and by word far more often than they are written, and most of all while an import writes
-- them: a list of entries not yet sorted in would be read through by each of its hundreds of look-ups.
alter index contact_by_key set (fastupdate = off);
alter index contact_by_word set (fastupdate = off);

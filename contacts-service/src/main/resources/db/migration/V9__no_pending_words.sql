-- Every misspelt search would read through the list of words not yet sorted in, and an import adds many.
alter index contact_word_by_likeness set (fastupdate = off);

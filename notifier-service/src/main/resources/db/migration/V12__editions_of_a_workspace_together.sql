-- Members of one workspace who read at the same time share a batch, and what their workspace heard is read once for all of them.
drop index edition_due;
create index edition_due on edition_schedule (next_at, workspace_id, member);

#!/bin/sh
# Runs once, when the data volume is new: one database for each service, owned by a role that is no superuser.
set -eu

psql --set ON_ERROR_STOP=1 --set password="$RAPPORT_DB_PASSWORD" --username "$POSTGRES_USER" <<'SQL'
CREATE ROLE rapport LOGIN PASSWORD :'password';
CREATE DATABASE contacts OWNER rapport;
CREATE DATABASE engagement OWNER rapport;
CREATE DATABASE notifier OWNER rapport;
SQL

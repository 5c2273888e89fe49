package dev.rapport.engagement.network;

import dev.rapport.engagement.bulk.BulkStatement;
import dev.rapport.engagement.profile.WorkspaceScoring;
import dev.rapport.engagement.scoring.Levels;
import dev.rapport.events.Band;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts a workspace's network as it is: one pass over its contacts and their ties. */
final class CountNetwork {

    /** Under this owner stands the whole workspace. */
    static final String EVERYBODY = "";

    /**
     * The levels of keys come in rows of (owner, cooling, warm, active, close), as they are at the instant; of an owner that
     * has none of its own, those of the owner ''. A pitch is never being in touch.
     */
    private static final String COUNT = """
        with level as (
            select * from unnest(?::text[], ?::float8[], ?::float8[], ?::float8[], ?::float8[])
                as l (owner, cooling, warm, active, close)
        ), contact as (
            select d.owner, d.cadence_longest is not null as has_cadence, t.last_at, t.rank_key,
                case when t.outbound = '-infinity' or t.inbound = '-infinity' then 0
                    else power(2, greatest(-500, -abs(t.outbound - t.inbound))) end as reciprocity,
                width_bucket(t.rank_key, coalesce(own.levels, rest.levels)) as band,
                d.cadence_longest is not null and exists (
                    select from (
                        select d.contact_id as member
                        union all
                        select m.contact_id from directory_contact m
                        where m.workspace_id = d.workspace_id and m.survivor_id = d.contact_id) g
                    cross join lateral (
                        select from interaction i
                        where i.workspace_id = d.workspace_id and i.contact_id = g.member
                          and i.occurred_at >= n.now - d.cadence_longest::interval
                          and i.contact_id is not null and i.retracted_at is null and i.kind <> 'pitch'
                          and (coalesce(cardinality(d.cadence_counting), 0) = 0 or i.kind = any (d.cadence_counting))
                        limit 1) i) as in_cadence
            from (select ?::timestamptz as now) n
            cross join directory_contact d
            cross join lateral (
                select array[cooling, warm, active, close] as levels from level where owner = '' limit 1) rest
            left join lateral (
                select array[cooling, warm, active, close] as levels from level where owner = d.owner limit 1) own on true
            left join tie t on t.workspace_id = d.workspace_id and t.contact_id = d.contact_id and t.generation = ?
            where d.workspace_id = ? and d.deleted_at is null
        )
        select coalesce(owner, '') as owner, (n.now at time zone 'UTC')::date as day, count(*) as contacts,
            count(*) filter (where last_at >= n.now - interval '30 days') as engaged30,
            count(*) filter (where last_at >= n.now - interval '90 days') as engaged90,
            count(*) filter (where band = 4) as close, count(*) filter (where band = 3) as active,
            count(*) filter (where band = 2) as warm, count(*) filter (where band = 1) as cooling,
            count(*) filter (where coalesce(band, 0) = 0) as dormant,
            count(*) filter (where has_cadence) as with_cadence, count(*) filter (where in_cadence) as in_cadence,
            avg(reciprocity) filter (where last_at >= n.now - interval '90 days') as reciprocity
        from contact cross join (select ?::timestamptz as now) n
        group by n.now, grouping sets ((contact.owner), ())\
        """;

    private record Level(String owner, Levels levels) {
        double key(Band band) {
            return levels.keysOf(band).from();
        }
    }

    private CountNetwork() {}

    /** The figures of each owner who has contacts, and of everybody together. */
    static Map<String, Figures> of(Connection connection, String workspace, WorkspaceScoring scoring, Instant now)
            throws SQLException {
        var levels = new ArrayList<>(List.of(new Level(EVERYBODY, new Levels(scoring.base(), now))));
        scoring.halfLives()
                .keySet()
                .forEach(owner -> levels.add(new Level(owner, new Levels(scoring.profileOf(owner), now))));
        var figures = new HashMap<String, Figures>();
        try (var select = BulkStatement.prepare(connection, COUNT)) {
            select.column("text", levels, Level::owner)
                    .column("float8", levels, level -> level.key(Band.COOLING))
                    .column("float8", levels, level -> level.key(Band.WARM))
                    .column("float8", levels, level -> level.key(Band.ACTIVE))
                    .column("float8", levels, level -> level.key(Band.CLOSE))
                    .value(now.toString())
                    .value(scoring.generation())
                    .value(workspace)
                    .value(now.toString())
                    .query(row -> figures.put(row.getString("owner"), Figures.read(row)));
        }
        return figures;
    }
}

package dev.rapport.notifier.channel;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rapport.api.problem.ApiException;
import dev.rapport.api.security.CurrentMember;
import dev.rapport.api.sql.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The calling member's addresses. */
@ApplicationScoped
class EmailChannels {

    /** A new address is verified at once when its domain is the operator's; else a mail asks whether it is the member's. */
    private static final String ADD = """
            insert into email_channel (workspace_id, id, member, address, verified_at, verification_due_at,
                verification_asked_at, verification_asked, created_at)
            values (:workspace, :id, :member, :address, case when :trusted then :now end,
                case when :trusted then null else now() end, case when :trusted then null else :now end,
                case when :trusted then 0 else 1 end, :now)
            on conflict (workspace_id, member, address) do nothing""";

    private static final String LOCK = "select " + EmailAddress.COLUMNS + """
             from email_channel c
            where c.workspace_id = :workspace and c.member = :member and c.id = :id for update""";

    @Inject
    CurrentMember member;

    @Inject
    WorkspaceSql sql;

    @Inject
    EmailConfig config;

    @Inject
    Clock clock;

    /** The member's addresses, oldest first. */
    List<ChannelView> all() {
        return sql.list(
                ChannelView.SELECT + " order by c.created_at, c.id", Map.of("member", member.id()), ChannelView::read);
    }

    ChannelView require(UUID id) {
        return sql.first(
                        ChannelView.SELECT + " and c.id = :id",
                        Map.of("member", member.id(), "id", id),
                        ChannelView::read)
                .orElseThrow(() -> ApiException.notFound("channel"));
    }

    Optional<ChannelView> find(String address) {
        return sql.first(
                ChannelView.SELECT + " and c.address = :address",
                Map.of("member", member.id(), "address", address),
                ChannelView::read);
    }

    /** The row, locked until the transaction ends: whoever queues a mail for it waits. */
    EmailAddress lock(UUID id) {
        return sql.first(LOCK, Map.of("member", member.id(), "id", id), EmailAddress::read)
                .orElseThrow(() -> ApiException.notFound("channel"));
    }

    /** Adds an address if it is not there; returns whether it was not. */
    boolean add(String address) {
        var values = new HashMap<String, Object>();
        values.put("id", UuidCreator.getTimeOrderedEpochPlus1());
        values.put("member", member.id());
        values.put("address", address);
        values.put("trusted", config.trusts(address));
        values.put("now", clock.instant());
        return sql.update(ADD, values) == 1;
    }
}

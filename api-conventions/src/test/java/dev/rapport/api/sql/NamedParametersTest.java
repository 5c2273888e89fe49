package dev.rapport.api.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamedParametersTest {

    @Test
    void shouldReplaceNamesInOrder() {
        var query = NamedParameters.parse("select 1 from t where w = :workspace and (a = :id or b = :id)");

        assertThat(query.sql()).isEqualTo("select 1 from t where w = ? and (a = ? or b = ?)");
        assertThat(query.names()).containsExactly("workspace", "id", "id");
    }

    @Test
    void shouldLeaveCastsLiteralsAndCommentsAlone() {
        var query = NamedParameters.parse("select ':no', 'it''s :no', :until::timestamptz -- :no\nfrom t");

        assertThat(query.sql()).isEqualTo("select ':no', 'it''s :no', ?::timestamptz -- :no\nfrom t");
        assertThat(query.names()).containsExactly("until");
    }
}

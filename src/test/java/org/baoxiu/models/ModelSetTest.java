package org.baoxiu.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("一套模型的指纹")
class ModelSetTest {

    private final TableModel present = table("escalation.dmn", "");
    private final TableModel changed = table("escalation.dmn", "<!-- -->");
    private final TableModel other = table("satisfaction.dmn", "");

    private static TableModel table(String file, String more) {
        byte[] content = (ShippedModels.file(file) + more).getBytes(StandardCharsets.UTF_8);
        Decision decision = TableModel.decisions(
                        TableModel.read(file, content, new Faults()).orElseThrow())
                .iterator()
                .next();
        return new TableModel(decision.getId(), file, null, content, decision);
    }

    private static ModelSet of(TableModel table) {
        return new ModelSet(Map.of(), Map.of(table.key(), table));
    }

    @Test
    @DisplayName("is the same for the same files, whenever it is asked for, and another for one changed file")
    void tellsSetsApart() {
        ModelSet set = of(present);
        String fingerprint = set.fingerprint();

        assertThat(set.fingerprint()).isEqualTo(fingerprint);
        assertThat(of(table("escalation.dmn", "")).fingerprint()).isEqualTo(fingerprint);
        assertThat(of(changed).fingerprint()).isNotEqualTo(fingerprint);
        assertThat(of(other).fingerprint()).isNotEqualTo(fingerprint);
    }

    @Test
    @DisplayName(
            "of a set with more models, or another version of one, is its own, though that of the first was asked for before")
    void ofMore() {
        ModelSet set = of(present);
        String fingerprint = set.fingerprint();

        assertThat(set.with(Map.of(), Map.of(changed.key(), changed)).fingerprint())
                .isNotEqualTo(fingerprint)
                .isEqualTo(of(changed).fingerprint());
        assertThat(set.with(Map.of(), Map.of(other.key(), other)).fingerprint()).isNotEqualTo(fingerprint);
        assertThat(set.with(Map.of(), Map.of()).fingerprint()).isEqualTo(fingerprint);
    }

    @Test
    @DisplayName("holds for good: nothing is put into a set that is there")
    void neverChanges() {
        Map<String, TableModel> tables = new HashMap<>(Map.of(present.key(), present));
        ModelSet set = new ModelSet(Map.of(), tables);
        tables.put(other.key(), other);

        assertThat(set.decisions()).containsOnlyKeys(present.key());
        assertThatThrownBy(() -> set.decisions().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> set.processes().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}

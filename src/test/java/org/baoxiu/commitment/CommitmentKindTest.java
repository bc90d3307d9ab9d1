package org.baoxiu.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.commitment.CommitmentKind.*;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("承诺的种类")
class CommitmentKindTest {

    @Test
    @Tag("4.7.1")
    @DisplayName(
            "for a clerk in person count the registration, the call about a deferral and the verification, of all that customer service owes")
    void keptByOneClerk() {
        assertThat(values())
                .filteredOn(CommitmentKind::keptByOneClerk)
                .containsExactlyInAnyOrder(REGISTRATION, DEFERRAL_CALL, VERIFICATION)
                .allMatch(kind -> kind.keptBy() == ResponsibleRole.CUSTOMER_SERVICE);
    }

    @Test
    @Tag("Q1")
    @Tag("4.2.2")
    @Tag("4.2.1.3")
    @DisplayName("the first answer, the day and the two weeks run over the request as a whole")
    void wholeRequest() {
        assertThat(values())
                .filteredOn(CommitmentKind::wholeRequest)
                .containsExactlyInAnyOrder(FIRST_ANSWER, ONE_DAY, TWO_WEEKS);
    }

    @Test
    @DisplayName("each kind and each role has a Chinese name of its own")
    void names() {
        assertThat(Stream.of(values()).map(CommitmentKind::label))
                .allMatch(CommitmentKindTest::chinese)
                .doesNotHaveDuplicates();
        assertThat(Stream.of(ResponsibleRole.values()).map(ResponsibleRole::label))
                .allMatch(CommitmentKindTest::chinese)
                .doesNotHaveDuplicates();
    }

    private static boolean chinese(String name) {
        return name.matches("\\p{IsHan}+");
    }
}

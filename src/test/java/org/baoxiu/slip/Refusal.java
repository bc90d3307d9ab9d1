package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.baoxiu.shared.Rejection;

/** What a test expects of a step that the procedure does not allow: a rejection, its kind and its words. */
public final class Refusal {

    private final Rejection rejection;

    private Refusal(Rejection rejection) {
        this.rejection = rejection;
    }

    public static Refusal of(ThrowingCallable step) {
        Rejection rejection = catchThrowableOfType(Rejection.class, step);
        assertThat(rejection).as("the step should have been refused").isNotNull();
        assertThat(rejection).hasMessageEndingWith("。").message().doesNotContainPattern("[\\u4e00-\\u9fff][,:;?!]");
        return new Refusal(rejection);
    }

    /** By the input or by what has happened to the slip, whoever asks. */
    public Refusal invalid() {
        assertThat(rejection.kind()).isIn(Rejection.Kind.INVALID, Rejection.Kind.OUT_OF_TURN);
        return this;
    }

    public Refusal forbidden() {
        assertThat(rejection.kind()).isEqualTo(Rejection.Kind.FORBIDDEN);
        return this;
    }

    public Refusal says(String... parts) {
        assertThat(rejection).hasMessageContainingAll(parts);
        return this;
    }
}

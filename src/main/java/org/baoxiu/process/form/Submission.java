package org.baoxiu.process.form;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.jspecify.annotations.Nullable;

/** What a person submitted with one form. A blank text counts as not given. */
public final class Submission {

    private final Map<String, Object> values;

    Submission(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * What a person hears who sends along what is no field of the form, or changes what the process keeps for itself.
     *
     * @param names of the variables, at least one
     */
    public static String refusalOf(Collection<String> names) {
        return "这一步不能提交或改动“" + String.join("、", new TreeSet<>(names)) + "”。请只填写表单上的内容后重新提交。";
    }

    public <T> Optional<T> find(Field<T> field) {
        return Optional.ofNullable(values.get(field.name()))
                .filter(value -> !(value instanceof String text && Texts.isBlank(text)))
                .map(field::parse);
    }

    public <T> @Nullable T orNull(Field<T> field) {
        return find(field).orElse(null);
    }

    public <T> T need(Field<T> field) {
        return find(field).orElseThrow(() -> Rejection.invalid("请填写“" + field.label() + "”。"));
    }

    public boolean ticked(Field<Boolean> field) {
        return find(field).orElse(false);
    }

    /** A confirmation without which the step cannot end. */
    public void needTick(Field<Boolean> field) {
        if (!ticked(field)) {
            throw Rejection.invalid("请先做到并勾选“" + field.label() + "”，再提交。");
        }
    }
}

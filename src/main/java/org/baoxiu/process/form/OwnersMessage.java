package org.baoxiu.process.form;

import java.util.List;

/** What an owner's message brings along, by the fields of the form that staff fills in for an owner. */
public record OwnersMessage(List<Field<?>> inputs) implements Inputs {

    public static OwnersMessage of(Field<?>... inputs) {
        return new OwnersMessage(List.of(inputs));
    }

    public static OwnersMessage of(Form form, Field<?>... more) {
        return new OwnersMessage(form.with(more).inputs());
    }
}

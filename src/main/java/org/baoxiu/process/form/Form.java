package org.baoxiu.process.form;

import java.util.List;
import java.util.stream.Stream;

/**
 * A form of the folder {@code forms/}: what a person may submit with it.
 *
 * @param id the form's id, which is its file's name without the ending
 */
public record Form(String id, List<Field<?>> inputs) implements Inputs {

    public static Form of(String id, Field<?>... inputs) {
        return new Form(id, List.of(inputs));
    }

    public Form with(Field<?>... more) {
        return new Form(id, Stream.concat(inputs.stream(), Stream.of(more)).toList());
    }
}

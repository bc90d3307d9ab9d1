package org.baoxiu.web.models;

import java.util.List;
import java.util.stream.Collectors;
import org.baoxiu.models.ModelChange;
import org.baoxiu.models.ModelInForce;
import org.baoxiu.shared.Times;
import org.jspecify.annotations.Nullable;

/**
 * What is in force, as the page shows it.
 *
 * @param change that it came with; null if it came with the program
 * @param open   cases by version, in words; empty if there are none
 */
record ModelLine(
        String key,
        String name,
        String file,
        int version,
        String since,
        String by,
        String why,
        @Nullable Long change,
        String open,
        List<ModelLine> forms) {

    static ModelLine of(ModelInForce model, People people) {
        ModelChange change = model.change();
        return new ModelLine(
                model.key(),
                model.name(),
                model.file(),
                model.version(),
                Times.minute(model.since()),
                change == null ? "" : people.named(change.person()),
                change == null ? "随程序带来" : change.reason(),
                change == null ? null : change.id(),
                model.open().stream()
                        .map(one -> "第 " + one.version() + " 版 " + one.cases() + " 件")
                        .collect(Collectors.joining("，")),
                model.forms().stream().map(form -> of(form, people)).toList());
    }
}

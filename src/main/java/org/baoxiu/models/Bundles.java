package org.baoxiu.models;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Files as they are deployed: a process and the forms that it refers to together, because forms are bound to the deployment of their
 * process; each decision file by itself.
 *
 * @param all    files of each, by the name of the file that it is named after
 * @param unused forms that none of these processes refers to, by their ids
 */
record Bundles(Map<String, Map<String, byte[]>> all, Map<String, FormModel> unused) {

    /** @throws org.baoxiu.shared.Rejection if a file cannot be read */
    static Bundles of(Models models) {
        Faults faults = new Faults();
        Map<String, FormModel> forms = new TreeMap<>();
        models.endingWith(".form").forEach((name, content) -> FormModel.read(name, content, faults)
                .ifPresent(form -> {
                    FormModel other = forms.putIfAbsent(form.id(), form);
                    if (other != null) {
                        faults.add(name, "表单编号“%s”已经被 %s 用了。请改成不同的编号。", form.id(), other.file());
                    }
                }));
        Map<String, FormModel> unused = new TreeMap<>(forms);
        Map<String, Map<String, byte[]>> bundles = new LinkedHashMap<>();
        models.endingWith(".dmn").forEach((name, content) -> bundles.put(name, Map.of(name, content)));
        models.endingWith(".bpmn").forEach((name, content) -> ProcessModel.read(name, content, faults)
                .ifPresent(model -> {
                    Map<String, byte[]> files = new HashMap<>(Map.of(name, content));
                    for (String form : ProcessModel.formsOf(model)) {
                        unused.remove(form);
                        if (forms.containsKey(form)) {
                            FormModel used = Objects.requireNonNull(forms.get(form));
                            files.put(used.file(), used.content());
                        }
                    }
                    bundles.put(name, files);
                }));
        faults.refuse();
        return new Bundles(bundles, unused);
    }
}

package org.baoxiu.models;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.baoxiu.engine.Arrival;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.jspecify.annotations.Nullable;

/**
 * One arrival, read and completed from what is active: a diagram by its forms, a form by the diagram that uses it, for forms are
 * bound to the deployment of their process.
 */
final class Incoming {

    private static final String KINDS = "不是流程图、决策表或表单。只能部署 .bpmn、.dmn 和 .form 文件，请去掉这个文件。";

    private final Arrival arrival;
    private final ModelSet active;
    private final Faults faults;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, FormModel> forms = new TreeMap<>();
    private final Map<String, BpmnModelInstance> diagrams = new TreeMap<>();
    private final Map<String, ProcessModel> processes = new TreeMap<>();
    private final Map<String, TableModel> decisions = new TreeMap<>();

    Incoming(Arrival arrival, ModelSet active, Faults faults) {
        this.arrival = arrival;
        this.active = active;
        this.faults = faults;
        arrival.files().forEach(this::read);
        if (files.isEmpty()) {
            faults.add("部署", "里面没有文件。请选择要部署的流程图、决策表或表单。");
        }
        if (faults.none()) {
            completeForms();
            diagrams.forEach(this::completeDiagram);
            sameNameOtherId();
        }
    }

    private void read(String name, byte[] content) {
        files.put(name, content);
        if (name.endsWith(".form")) {
            FormModel.read(name, content, faults).ifPresent(form -> {
                FormModel other = forms.putIfAbsent(form.id(), form);
                if (other != null) {
                    faults.add(name, "表单编号“%s”已经被 %s 用了。请改成不同的编号。", form.id(), other.file());
                }
            });
        } else if (name.endsWith(".bpmn")) {
            ProcessModel.read(name, content, faults).ifPresent(model -> diagrams.put(name, model));
        } else if (name.endsWith(".dmn")) {
            TableModel.read(name, content, faults).ifPresent(model -> decisions(name, content, model));
        } else {
            faults.add(name, KINDS);
        }
    }

    private void decisions(String name, byte[] content, DmnModelInstance model) {
        for (Decision decision : TableModel.decisions(model)) {
            if (decisions.putIfAbsent(decision.getId(), new TableModel(decision.getId(), name, null, content, decision))
                    != null) {
                faults.add(name, "决策编号“%s”出现了两次。请只留一张。", decision.getId());
            }
        }
        if (TableModel.decisions(model).isEmpty()) {
            faults.add(name, "文件里没有决策表。");
        }
    }

    /** A form that came without its diagram brings it along. */
    private void completeForms() {
        Map<String, FormModel> waiting = new TreeMap<>(forms);
        diagrams.values().forEach(model -> waiting.keySet().removeAll(ProcessModel.formsOf(model)));
        waiting.forEach((form, model) -> {
            Optional<ProcessModel> using = active.processes().values().stream()
                    .filter(process -> ProcessModel.formsOf(process.model()).contains(form))
                    .findFirst();
            if (using.isEmpty()) {
                faults.add(model.file(), "没有任何流程用到表单“%s”，部署了也不起作用。请和用到它的流程图一起部署。", form);
            } else if (!diagrams.containsKey(using.get().file())) {
                files.put(using.get().file(), using.get().content());
                diagrams.put(using.get().file(), using.get().model());
            }
        });
    }

    private void completeDiagram(String file, BpmnModelInstance model) {
        byte[] content = Objects.requireNonNull(files.get(file), file);
        Map<String, FormModel> used = new TreeMap<>();
        for (String form : ProcessModel.formsOf(model)) {
            FormModel found = Optional.ofNullable(forms.get(form))
                    .or(() -> active(model, form))
                    .orElse(null);
            if (found == null) {
                faults.add(file, "用到的表单“%s”不存在。请改正表单编号，或者把表单文件一起部署。", form);
            } else {
                used.put(form, found);
                if (!forms.containsKey(form)) {
                    files.put(nameFor(found), found.content());
                }
            }
        }
        for (Process process : ProcessModel.processes(model)) {
            ProcessModel read = new ProcessModel(process.getId(), file, null, content, model, process, used);
            if (processes.putIfAbsent(process.getId(), read) != null) {
                faults.add(file, "流程编号“%s”出现了两次。请只留一个。", process.getId());
            }
        }
    }

    /** First of the same process, then of any other. */
    private Optional<FormModel> active(BpmnModelInstance model, String form) {
        return ProcessModel.processes(model).stream()
                .map(process -> active.processes().get(process.getId()))
                .filter(process -> process != null && process.forms().containsKey(form))
                .findFirst()
                .or(() -> active.processes().values().stream()
                        .filter(process -> process.forms().containsKey(form))
                        .findFirst())
                .map(process -> process.forms().get(form));
    }

    private String nameFor(FormModel form) {
        return files.containsKey(form.file()) ? "forms/" + form.id() + ".form" : form.file();
    }

    /** Somebody who changes an id in a file makes something new beside what is active, and nothing of it is used. */
    private void sameNameOtherId() {
        active.processes().values().stream()
                .filter(process -> !processes.containsKey(process.key()))
                .forEach(process -> diagrams.keySet().stream()
                        .filter(file -> sameName(file, process.file()))
                        .forEach(file -> faults.add(
                                file,
                                "流程编号原来是“%s”，现在没有了：改了编号的流程不会被使用。请在 Modeler 里把编号改回“%s”。",
                                process.key(),
                                process.key())));
        active.decisions().values().stream()
                .filter(decision -> !decisions.containsKey(decision.key()))
                .forEach(decision -> files.keySet().stream()
                        .filter(file -> file.endsWith(".dmn") && sameName(file, decision.file()))
                        .forEach(file -> faults.add(
                                file,
                                "缺少决策表“%s”，编号应是“%s”：改了编号的决策表不会被使用。请把编号改回来，或者把这张表加回文件里。",
                                decision.name(),
                                decision.key())));
    }

    private static boolean sameName(String one, String other) {
        return one.replaceFirst("^.*/", "").equals(other.replaceFirst("^.*/", ""));
    }

    Map<String, ProcessModel> processes() {
        return processes;
    }

    Map<String, TableModel> decisions() {
        return decisions;
    }

    Arrival completed() {
        return arrival.with(files);
    }

    boolean isActiveAlready() {
        return processes.values().stream().allMatch(this::isActive)
                && decisions.values().stream().allMatch(this::isActive);
    }

    private boolean isActive(ProcessModel process) {
        ProcessModel now = active.processes().get(process.key());
        return now != null
                && Arrays.equals(now.content(), process.content())
                && now.forms().size() == process.forms().size()
                && now.forms().values().stream()
                        .allMatch(form -> form.isSameAs(process.forms().get(form.id())));
    }

    private boolean isActive(TableModel decision) {
        TableModel now = active.decisions().get(decision.key());
        return now != null && Arrays.equals(now.content(), decision.content());
    }

    /** The active deployment that it all came with before; null if there is none. */
    @Nullable
    String deployment() {
        return processes.values().stream()
                .map(process -> active.processes().get(process.key()))
                .filter(Objects::nonNull)
                .map(ProcessModel::deployment)
                .findFirst()
                .or(() -> decisions.values().stream()
                        .map(decision -> active.decisions().get(decision.key()))
                        .filter(Objects::nonNull)
                        .map(TableModel::deployment)
                        .findFirst())
                .orElse(null);
    }
}

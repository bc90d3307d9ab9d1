package org.baoxiu.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.models.ShippedModels.file;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.BeforeProperty;
import net.jqwik.api.statistics.Statistics;
import org.baoxiu.shared.Rejection;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;

/** Whatever somebody spoils in a model is refused, or an ordinary repair goes through all the same. */
@ProcedureTest
@Label("随手改坏的模型：要么没有部署，要么照样能办完")
@Tag("long")
class DamagedModelsTest {

    private static final String REPAIR = "repair-request.bpmn";
    private static final List<String> TABLES = List.of(
            "service-commitments.dmn", "escalation.dmn", "notification.dmn", "repair-catalogue.dmn", "repair-fee.dmn");
    private static final List<String> FORMS =
            List.of("register-request.form", "pick-up-slip.form", "carry-out-repair.form", "review-fee.form");

    /** No repair takes more steps. */
    private static final int MOST = 25;

    /** What somebody spoils; {@code one} and {@code other} choose the places. */
    enum Damage {
        ARROW_DELETED {
            @Override
            Spoilt spoil(int one, int other) {
                return without(REPAIR, ARROW, one);
            }
        },
        ARROW_MOVED {
            @Override
            Spoilt spoil(int one, int other) {
                return exchanging(REPAIR, "(?<=targetRef=\")[^\"]*(?=\")", one, other);
            }
        },
        PROPERTY_DELETED {
            @Override
            Spoilt spoil(int one, int other) {
                return without(
                        REPAIR,
                        " (camunda:(candidateGroups|assignee|formRef|delegateExpression|dueDate|decisionRef|asyncBefore)|default)=\"[^\"]*\"",
                        one);
            }
        },
        LISTENER_DELETED {
            @Override
            Spoilt spoil(int one, int other) {
                return without(REPAIR, "<camunda:(task|execution)Listener [^>]*/>", one);
            }
        },
        CONDITION_DELETED {
            @Override
            Spoilt spoil(int one, int other) {
                return without(REPAIR, "<bpmn:conditionExpression .*?</bpmn:conditionExpression>", one);
            }
        },
        ID_CHANGED {
            @Override
            Spoilt spoil(int one, int other) {
                return replacing(REPAIR, "(?<= id=\")(Task|Event|Gateway|Timer|SubProcess)_\\w+(?=\")", one, "Changed");
            }
        },
        EXPRESSION_MISTYPED {
            @Override
            Spoilt spoil(int one, int other) {
                return replacing(REPAIR, "(?<=\\$\\{)\\w", one, "x");
            }
        },
        ROW_DELETED {
            @Override
            Spoilt spoil(int one, int other) {
                return without(TABLES.get(other % TABLES.size()), "<rule .*?</rule>", one);
            }
        },
        ROW_MOVED {
            @Override
            Spoilt spoil(int one, int other) {
                String file = TABLES.get(other % TABLES.size());
                return exchanging(file, "<rule .*?</rule>", one, 0);
            }
        },
        CELLS_EXCHANGED {
            @Override
            Spoilt spoil(int one, int other) {
                return exchanging(TABLES.get(one % 3), "(?<=<text>)[^<]*(?=</text>)", one, other);
            }
        },
        QUOTE_LOST {
            @Override
            Spoilt spoil(int one, int other) {
                return without(TABLES.get(other % TABLES.size()), "\"(?=</text>)", one);
            }
        },
        FIELD_CHANGED {
            @Override
            Spoilt spoil(int one, int other) {
                return replacing(FORMS.get(other % FORMS.size()), "(?<=\"(key|type|valuesKey)\": \")[^\"]*", one, "x");
            }
        };

        static final String ARROW = "<bpmn:sequenceFlow [^>]*(/>|(?<!/)>.*?</bpmn:sequenceFlow>)";

        abstract Spoilt spoil(int one, int other);

        private static List<MatchResult> places(String text, String pattern) {
            return Pattern.compile(pattern, Pattern.DOTALL)
                    .matcher(text)
                    .results()
                    .toList();
        }

        private static Spoilt without(String file, String pattern, int one) {
            return replacing(file, pattern, one, "");
        }

        private static Spoilt replacing(String file, String pattern, int one, String by) {
            String text = file(file);
            List<MatchResult> places = places(text, pattern);
            MatchResult place = places.get(one % places.size());
            return new Spoilt(file, place.group(), text.substring(0, place.start()) + by + text.substring(place.end()));
        }

        private static Spoilt exchanging(String file, String pattern, int one, int other) {
            String text = file(file);
            List<MatchResult> places = places(text, pattern);
            MatchResult first = places.get(Math.min(one % places.size(), other % places.size()));
            MatchResult second = places.get(Math.max(one % places.size(), other % places.size()));
            return first.start() == second.start()
                    ? new Spoilt(file, "", text)
                    : new Spoilt(
                            file,
                            first.group() + " | " + second.group(),
                            text.substring(0, first.start())
                                    + second.group()
                                    + text.substring(first.end(), second.start())
                                    + first.group()
                                    + text.substring(second.end()));
        }
    }

    record Spoilt(String file, String what, String text) {}

    record Step(String person, Map<String, Object> answers) {}

    @Autowired
    Office office;

    @Autowired
    RepositoryService repository;

    @Autowired
    ActiveModels active;

    /** Spring's own extension is for Jupiter; this takes the same application context as the other tests. */
    @BeforeProperty
    void officeIsThere() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void nothingIsLetInThatStopsACase(@ForAll Damage damage, @ForAll("places") int one, @ForAll("places") int other) {
        Spoilt spoilt = damage.spoil(one, other);
        String before = active.now().fingerprint();
        Optional<String> deployment = deployed(spoilt);
        Statistics.collect(deployment.isPresent() ? "let in" : "refused");
        if (deployment.isEmpty()) {
            assertThat(active.now().fingerprint()).isEqualTo(before);
            return;
        }
        office.timeIs("2026-11-23T09:00:00+08:00");
        try {
            goesThrough(spoilt);
        } finally {
            office.withdraws(deployment.get());
            ClockUtil.reset();
        }
        assertThat(active.now().fingerprint()).isEqualTo(before);
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, 9_999);
    }

    private Optional<String> deployed(Spoilt spoilt) {
        try {
            return Optional.of(repository
                    .createDeployment()
                    .name("改坏了的")
                    .addString(spoilt.file(), spoilt.text())
                    .deploy()
                    .getId());
        } catch (Rejection refused) {
            assertThat(refused.getMessage()).contains("【");
            return Optional.empty();
        }
    }

    private void goesThrough(Spoilt spoilt) {
        String item = spoilt.text().contains("\"PL-01\"") || !spoilt.file().equals("repair-catalogue.dmn")
                ? "PL-01"
                : "PL-02";
        RepairCase repair = office.reports("clerk1", leakingTap());
        List<String> done = new ArrayList<>();
        while (!repair.ended()) {
            Map<String, Step> steps = steps(item);
            String task = repair.openTasks().stream()
                    .filter(steps::containsKey)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(
                            "stopped after " + done + " with " + repair.openTasks() + ": " + spoilt.what()));
            repair.does(steps.get(task).person(), task, steps.get(task).answers());
            done.add(task);
            assertThat(done).as(spoilt.what()).hasSizeLessThan(MOST);
        }
    }

    private static Map<String, Step> steps(String item) {
        Map<String, Step> steps = new HashMap<>();
        steps.put(REGISTER_REQUEST, new Step("clerk1", Answers.registered(item)));
        steps.put(ASSESS_FAULT, new Step("supervisor", assessed(item, 1)));
        steps.put(HANDLE_IMPORTANT, new Step("clerklead", downgraded()));
        steps.put(PICK_UP_SLIP, new Step("tech1", pickedUp()));
        steps.put(VISIT_SITE, new Step("tech1", arrived()));
        steps.put(QUOTE_REPAIR, new Step("tech1", quoted()));
        steps.put(OBTAIN_CONSENT, new Step("tech1", agreed()));
        steps.put(CARRY_OUT_REPAIR, new Step("tech1", done()));
        steps.put(ACCEPT_REPAIR, new Step("tech1", accepted()));
        steps.put(REPORT_RESULT, new Step("tech1", reported()));
        steps.put(REVIEW_FEE, new Step("clerk1", feeApproved()));
        steps.put(CALL_BACK_OWNER, new Step("clerk2", satisfied()));
        return steps;
    }
}

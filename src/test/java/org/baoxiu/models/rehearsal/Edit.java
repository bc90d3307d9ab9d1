package org.baoxiu.models.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One change of a shipped file, as it slips somebody's hand. */
record Edit(String file, Kind kind, String what, String text) {

    private static final List<String> DIAGRAMS =
            List.of("repair-request.bpmn", "repair-request.bpmn", "repair-accident.bpmn", "owner-contact.bpmn");
    private static final List<String> TABLES = List.of(
            "service-commitments.dmn",
            "escalation.dmn",
            "notification.dmn",
            "repair-catalogue.dmn",
            "repair-classification.dmn",
            "repair-fee.dmn",
            "satisfaction.dmn");
    private static final List<String> FORMS = List.of(
            "report-repair.form",
            "register-request.form",
            "pick-up-slip.form",
            "visit-site.form",
            "quote-repair.form",
            "obtain-consent.form",
            "carry-out-repair.form",
            "review-fee.form",
            "call-back-owner.form",
            "handle-escalation.form",
            "report-accident.form");
    private static final String ARROW = "<bpmn:sequenceFlow [^>]*(/>|(?<!/)>.*?</bpmn:sequenceFlow>)";
    private static final String ROW = "<rule .*?</rule>";
    private static final String CELL = "(?<=<text>)[^<]*(?=</text>)";

    /** {@code file}, {@code one} and {@code other} choose the places. */
    enum Kind {
        ARROW_DELETED {
            @Override
            Edit edit(int file, int one, int other) {
                return without(of(DIAGRAMS, file), ARROW, one);
            }
        },
        ARROW_MOVED {
            @Override
            Edit edit(int file, int one, int other) {
                return exchanging(of(DIAGRAMS, file), "(?<=targetRef=\")[^\"]*(?=\")", one, other);
            }
        },
        PROPERTY_DELETED {
            @Override
            Edit edit(int file, int one, int other) {
                return without(
                        of(DIAGRAMS, file),
                        " (camunda:(candidateGroups|assignee|formRef|delegateExpression|dueDate|decisionRef|asyncBefore)|default)=\"[^\"]*\"",
                        one);
            }
        },
        LISTENER_DELETED {
            @Override
            Edit edit(int file, int one, int other) {
                return without(of(DIAGRAMS, file), "<camunda:(task|execution)Listener [^>]*/>", one);
            }
        },
        CONDITION_DELETED {
            @Override
            Edit edit(int file, int one, int other) {
                return without(of(DIAGRAMS, file), "<bpmn:conditionExpression .*?</bpmn:conditionExpression>", one);
            }
        },
        CONDITIONS_EXCHANGED {
            @Override
            Edit edit(int file, int one, int other) {
                return exchanging(
                        of(DIAGRAMS, file),
                        "(?<=<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">)[^<]*",
                        one,
                        other);
            }
        },
        DEFAULT_MOVED {
            @Override
            Edit edit(int file, int one, int other) {
                return exchanging(of(DIAGRAMS, file), "(?<= default=\")[^\"]*(?=\")", one, other);
            }
        },
        PEOPLE_EXCHANGED {
            @Override
            Edit edit(int file, int one, int other) {
                return exchanging(of(DIAGRAMS, file), "(?<=camunda:candidateGroups=\")[^\"]*(?=\")", one, other);
            }
        },
        TIMERS_EXCHANGED {
            @Override
            Edit edit(int file, int one, int other) {
                return exchanging(
                        of(DIAGRAMS, file), "(?<=timeDate xsi:type=\"bpmn:tFormalExpression\">)[^<]*", one, other);
            }
        },
        ELEMENT_DELETED {
            @Override
            Edit edit(int file, int one, int other) {
                return without(
                        of(DIAGRAMS, file),
                        "<bpmn:boundaryEvent .*?</bpmn:boundaryEvent>|<bpmn:(endEvent|exclusiveGateway|serviceTask|businessRuleTask|userTask) .*?</bpmn:\\1>",
                        one);
            }
        },
        ID_CHANGED {
            @Override
            Edit edit(int file, int one, int other) {
                return replacing(
                        of(DIAGRAMS, file),
                        "(?<= id=\")(Task|Event|Gateway|Timer|SubProcess)_\\w+(?=\")",
                        one,
                        "Changed");
            }
        },
        EXPRESSION_MISTYPED {
            @Override
            Edit edit(int file, int one, int other) {
                return replacing(of(DIAGRAMS, file), "(?<=\\$\\{)\\w", one, "x");
            }
        },
        ROW_DELETED {
            @Override
            Edit edit(int file, int one, int other) {
                return without(of(TABLES, file), ROW, one);
            }
        },
        ROWS_EXCHANGED {
            @Override
            Edit edit(int file, int one, int other) {
                return exchanging(of(TABLES, file), ROW, one, other);
            }
        },
        ROW_TO_THE_TOP {
            @Override
            Edit edit(int file, int one, int other) {
                return exchanging(of(TABLES, file), ROW, one, 0);
            }
        },
        CELLS_EXCHANGED {
            @Override
            Edit edit(int file, int one, int other) {
                return exchanging(of(TABLES, file), CELL, one, other);
            }
        },
        CELL_EMPTIED {
            @Override
            Edit edit(int file, int one, int other) {
                return replacing(of(TABLES, file), CELL, one, "");
            }
        },
        QUOTE_LOST {
            @Override
            Edit edit(int file, int one, int other) {
                return without(of(TABLES, file), "\"(?=</text>)", one);
            }
        },
        FIELD_CHANGED {
            @Override
            Edit edit(int file, int one, int other) {
                return replacing(of(FORMS, file), "(?<=\"(key|type|valuesKey)\": \")[^\"]*", one, "x");
            }
        },
        OPTION_CHANGED {
            @Override
            Edit edit(int file, int one, int other) {
                return exchanging(of(FORMS, file), "(?<=\"value\": \")[^\"]*", one, other);
            }
        },
        REQUIRED_EXCHANGED {
            @Override
            Edit edit(int file, int one, int other) {
                return replacing(
                        of(FORMS, file), "(?<=\"required\": )(true|false)", one, other % 2 == 0 ? "false" : "true");
            }
        },
        HIDDEN_OTHERWISE {
            @Override
            Edit edit(int file, int one, int other) {
                return exchanging(of(FORMS, file), "(?<=\"hide\": \")(\\\\.|[^\"\\\\])*", one, other);
            }
        };

        abstract Edit edit(int file, int one, int other);

        private static String of(List<String> files, int one) {
            return files.get(one % files.size());
        }

        private static List<MatchResult> places(String text, String pattern) {
            return Pattern.compile(pattern, Pattern.DOTALL)
                    .matcher(text)
                    .results()
                    .toList();
        }

        Edit without(String file, String pattern, int one) {
            return replacing(file, pattern, one, "");
        }

        Edit replacing(String file, String pattern, int one, String by) {
            String text = shipped(file);
            List<MatchResult> places = places(text, pattern);
            if (places.isEmpty()) {
                return new Edit(file, this, "nothing", text);
            }
            MatchResult place = places.get(one % places.size());
            return new Edit(
                    file,
                    this,
                    place.group() + " -> " + by,
                    text.substring(0, place.start()) + by + text.substring(place.end()));
        }

        Edit exchanging(String file, String pattern, int one, int other) {
            String text = shipped(file);
            List<MatchResult> places = places(text, pattern);
            if (places.isEmpty()) {
                return new Edit(file, this, "nothing", text);
            }
            MatchResult first = places.get(Math.min(one % places.size(), other % places.size()));
            MatchResult second = places.get(Math.max(one % places.size(), other % places.size()));
            return first.start() == second.start()
                    ? new Edit(file, this, "nothing", text)
                    : new Edit(
                            file,
                            this,
                            first.group() + " <-> " + second.group(),
                            text.substring(0, first.start())
                                    + second.group()
                                    + text.substring(first.end(), second.start())
                                    + first.group()
                                    + text.substring(second.end()));
        }
    }

    static String shipped(String file) {
        try {
            return Files.readString(Path.of(file.endsWith(".form") ? "forms" : "processes", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean changesNothing() {
        return text.equals(shipped(file));
    }

    @Override
    public String toString() {
        return kind + " in " + file + ": " + what.replaceAll("\\s+", " ");
    }
}

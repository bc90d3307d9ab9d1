package org.baoxiu.monthend.report;

/** What a line of a count stands for: its value in the record, by which its slips are found, and what people read. */
public record Key(String value, String label) {

    @Override
    public String toString() {
        return label;
    }
}

package org.baoxiu.audit;

/** What an event log tells of something beside what its format has a place of its own for. */
record LogAttribute(String name, Type type, String value) {

    /** As XES and OCEL call it. */
    enum Type {
        TEXT("string", "string"),
        TIME("date", "time"),
        WHOLE("int", "integer"),
        YUAN("float", "float"),
        TRUTH("boolean", "boolean");

        private final String xes;
        private final String ocel;

        Type(String xes, String ocel) {
            this.xes = xes;
            this.ocel = ocel;
        }

        String xes() {
            return xes;
        }

        String ocel() {
            return ocel;
        }
    }
}

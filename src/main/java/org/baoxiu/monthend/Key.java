package org.baoxiu.monthend;

/** What a line of a count stands for: its value in the record, by which its slips are found, and what people read. */
record Key(String value, String label) {

  @Override
  public String toString() {
    return label;
  }
}

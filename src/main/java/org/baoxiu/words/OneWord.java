package org.baoxiu.words;

/** One word, or several of which one has to be met. */
record OneWord(Words words) implements Style {

    @Override
    public String inCodes(String cell) {
        return Literals.each(cell, text -> Literals.quoted(words.code(text)));
    }

    @Override
    public String said(String value) {
        return words.word(value);
    }
}

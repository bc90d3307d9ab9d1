package org.baoxiu.process.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.baoxiu.slip.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("表单之外的内容不收")
class InputsTest {

    private static final Field<String> NOTE = Field.text("note", "备注", 20);
    private static final Form FORM = Form.of("a-form", NOTE);

    @Test
    @Tag("4.7.6")
    void fieldsOfTheFormAreReadBesideWhatTheProcessHas() {
        Submission in = FORM.readOnly(Map.of("note", "已联系", "place", "3 栋 502"), Set.of("place", "due"));
        assertThat(in.need(NOTE)).isEqualTo("已联系");
    }

    @Test
    @Tag("4.7.6")
    void anythingElseIsRefusedByItsName() {
        Refusal.of(() -> FORM.readOnly(Map.of("note", "已联系", "place", "3 栋", "worth", 1, "class", 2), Set.of("place")))
                .invalid()
                .says("这一步不能提交或改动“class、worth”", "请只填写表单上的内容后重新提交");
    }
}

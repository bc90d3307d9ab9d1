package org.baoxiu.process.repair.step4dispatch;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.process.repair.telling.WorkNews;
import org.baoxiu.slip.CatalogueItem;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("没有人可派")
@Tag("Q3")
class CoverageTest {

    private static final String NUMBER = "WX20261123-000042";

    @ParameterizedTest
    @CsvSource({"false,gas,现在没有燃气资质有效又在岗的人员，已告知工程部主管", "true,gas,现在没有任何一项资质有效又在岗的人员，已告知工程部主管"})
    @DisplayName(
            "the history names what whoever goes would need: for what only a contractor repairs, any certificate would do")
    void saysWhatIsMissing(boolean contractorOnly, String qualification, String said) {
        Dispatch dispatch = mock(Dispatch.class);
        Slips slips = mock(Slips.class);
        Slip slip = mock(Slip.class);
        CatalogueItem item = mock(CatalogueItem.class);
        WorkNews news = mock(WorkNews.class);
        when(dispatch.candidates(NUMBER)).thenReturn(List.of());
        when(slips.get(NUMBER)).thenReturn(slip);
        when(slip.registeredItem()).thenReturn(item);
        when(item.contractorOnly()).thenReturn(contractorOnly);
        when(item.qualification()).thenReturn(qualification);

        new Coverage(dispatch, slips, news).check(NUMBER);

        verify(slips).note(eq(NUMBER), any(), eq(0), eq("Q3"), eq(said));
        verify(news).nobodyQualified(NUMBER);
    }
}

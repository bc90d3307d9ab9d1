package org.baoxiu.calendar;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which line of which holiday table is wrong instead of printing a stack trace. */
class HolidayTableAnalyzer extends AbstractFailureAnalyzer<HolidayTableException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, HolidayTableException cause) {
        return new FailureAnalysis(
                "A holiday table cannot be read. 节假日表有误：" + cause.getMessage(),
                "Correct this line and start again. 请改正后重新启动。",
                cause);
    }
}

package org.baoxiu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void wordsOfPeopleStayWords() {
        assertThat(Markdown.plain("**急** <b>漏水</b>\n# 1 号 [链接](x)"))
                .isEqualTo("\\*\\*急\\*\\* &lt;b>漏水&lt;/b> \\# 1 号 \\[链接\\](x)");
    }

    @Test
    @Tag("found:D6")
    void noAddressBecomesALinkByItself() {
        assertThat(Markdown.plain("请[点击这里重新登录](https://evil.example/login)"))
                .isEqualTo("请\\[点击这里重新登录\\](https\\://evil.example/login)");
        assertThat(Markdown.plain("看 HTTP://evil.example 或 www.evil.example，写信到 a@evil.example"))
                .isEqualTo("看 HTTP\\://evil.example 或 www\\.evil.example，写信到 a\\@evil.example");
    }

    @Test
    @Tag("found:D6")
    void nothingBeginsAListOrAHeading() {
        assertThat(Markdown.plain("- 水管\n# 灯\n1. 门")).isEqualTo("\\- 水管 \\# 灯 1. 门");
        assertThat(Markdown.plain("1. 门")).isEqualTo("1\\. 门");
        assertThat(Markdown.plain("> 引用")).isEqualTo("\\> 引用");
        assertThat(Markdown.plain("===")).isEqualTo("\\===");
    }

    @Test
    @Tag("found:D6")
    void whatIsCutStaysText() {
        String cut = Markdown.plain("https://evil.example/".repeat(100), 200);
        assertThat(cut).hasSizeLessThanOrEqualTo(200).endsWith("…").doesNotContain("https:/");
        assertThat(Markdown.plain("*".repeat(100), 51)).isEqualTo("\\*".repeat(25) + "…");
        assertThat(Markdown.plain("😀".repeat(100), 51)).isEqualTo("😀".repeat(25) + "…");
    }
}

package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

  @Test
  void wordsOfPeopleStayWords() {
    assertThat(Markdown.plain("**急** <b>漏水</b>\n# 1 号 [链接](x)"))
        .isEqualTo("\\*\\*急\\*\\* &lt;b>漏水&lt;/b> \\# 1 号 \\[链接\\](x)");
  }
}

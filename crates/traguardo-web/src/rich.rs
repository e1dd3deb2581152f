//! A text with emphasis: `**so**` becomes bold, everything else is escaped.
//! Not here: any other markup; texts have no links and no tags.

use std::fmt::{self, Display, Formatter};

/// A text that templates print as it is, because it escapes itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rich(String);

impl Rich {
    /// Reads the emphasis of a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut html = String::with_capacity(text.len() + 32);
        for (index, part) in text.split("**").enumerate() {
            if index % 2 == 1 {
                html.push_str("<strong>");
            }
            for letter in part.chars() {
                match letter {
                    '<' => html.push_str("&lt;"),
                    '>' => html.push_str("&gt;"),
                    '&' => html.push_str("&amp;"),
                    '"' => html.push_str("&quot;"),
                    '\'' => html.push_str("&#39;"),
                    letter => html.push(letter),
                }
            }
            if index % 2 == 1 {
                html.push_str("</strong>");
            }
        }
        Self(html)
    }

    /// Several sentences in a row.
    #[must_use]
    pub fn sentences(texts: &[String]) -> Self {
        Self::new(&texts.join(" "))
    }
}

impl Display for Rich {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Rich {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emphasis_becomes_bold_and_the_rest_is_escaped() {
        assert_eq!(
            Rich::new("a **b** <c> & d").to_string(),
            "a <strong>b</strong> &lt;c&gt; &amp; d"
        );
        assert_eq!(Rich::new("odd **b").to_string(), "odd <strong>b</strong>");
    }
}

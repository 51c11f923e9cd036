//! Text out of the HTML that descriptions are written in.

/// What is never text.
const SILENT: &[&str] = &["script", "style", "head"];

/// The words of a text with tags, none of the tags; text without tags as it is.
pub(super) fn words(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return text.to_owned();
    }
    let (mut words, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once('<') {
        words.push_str(before);
        if !after
            .starts_with(|letter: char| letter.is_ascii_alphabetic() || matches!(letter, '/' | '!' | '?'))
        {
            words.push('<');
            rest = after;
            continue;
        }
        words.push(' ');
        rest = beyond(after);
    }
    words.push_str(rest);
    let words = letters(&words);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What follows a tag, and where it holds no text, what follows its end.
fn beyond(tag: &str) -> &str {
    let name: String = tag.chars().take_while(char::is_ascii_alphabetic).collect::<String>().to_lowercase();
    if SILENT.contains(&name.as_str()) {
        let lower = tag.to_ascii_lowercase();
        let end = lower.find(&format!("</{name}")).unwrap_or(tag.len());
        return tag.get(end..).unwrap_or_default().split_once('>').map_or("", |(_, rest)| rest);
    }
    tag.split_once('>').map_or("", |(_, rest)| rest)
}

/// Entities as the letters they stand for.
fn letters(text: &str) -> String {
    let mut letters = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        letters.push_str(before);
        let named = after.split_once(';').filter(|(name, _)| name.len() <= 10);
        if let Some((letter, left)) = named.and_then(|(name, left)| Some((letter(name)?, left))) {
            letters.push(letter);
            rest = left;
        } else {
            letters.push('&');
            rest = after;
        }
    }
    letters + rest
}

fn letter(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_lose_their_tags_and_keep_their_words() {
        for (html, text) in [
            ("门窄 < 800 & 坡陡", "门窄 < 800 & 坡陡"),
            ("<b>入口</b><br/>有坡道", "入口 有坡道"),
            ("<table><tr><td>车位</td><td>3</td></tr></table>", "车位 3"),
            ("<script>alert('<b>')</script>安全", "安全"),
            ("&lt;b&gt; A&#38;B &#x4E2D;&nbsp;&unknown;", "<b> A&B 中 &unknown;"),
            ("<!-- 注 -->正文<", "正文<"),
            ("<img src=x onerror=alert(1)", ""),
        ] {
            assert_eq!(words(html), text, "{html}");
        }
    }
}

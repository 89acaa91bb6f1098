//! Header fields of messages and their parts (RFC 5322, RFC 2045).

/// The header fields of a message or part: names in lower case, values unfolded.
#[derive(Debug, Default)]
pub(super) struct Headers(Vec<(String, String)>);

/// Fields looked at; mail has some thirty.
const FIELDS: usize = 200;
/// Bytes of a value; addresses of pages may be long.
const VALUE: usize = 16 << 10;

impl Headers {
    /// Reads the fields at the start, up to the first blank line. Gives what follows, too.
    pub(super) fn read(bytes: &[u8]) -> (Self, &[u8]) {
        let mut fields: Vec<(String, String)> = Vec::new();
        let mut rest = bytes;
        while !rest.is_empty() {
            let (line, after) = line(rest);
            let shown = line.trim_ascii_end();
            if shown.is_empty() {
                return (Self(fields), after);
            }
            rest = after;
            let text = String::from_utf8_lossy(shown);
            if shown.first().is_some_and(|byte| matches!(byte, b' ' | b'\t')) {
                // A folded line goes on with the value before.
                if let Some((_, value)) = fields.last_mut()
                    && value.len() < VALUE
                {
                    value.push_str(&text);
                }
            } else if let Some((name, value)) = text.split_once(':')
                && fields.len() < FIELDS
            {
                fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
        }
        (Self(fields), rest)
    }

    /// The value of a field; empty if there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value)
    }

    /// The media type, in lower case; empty if none is given.
    pub(super) fn media_type(&self) -> String {
        self.get("content-type").split(';').next().unwrap_or("").trim().to_ascii_lowercase()
    }

    /// A parameter of the media type.
    pub(super) fn parameter(&self, name: &str) -> Option<String> {
        self.parameter_of("content-type", name)
    }

    /// A parameter of a field.
    pub(super) fn parameter_of(&self, field: &str, name: &str) -> Option<String> {
        let mut rest = self.get(field);
        loop {
            rest = rest.split_once(';')?.1.trim_start();
            let Some((found, value)) = rest.split_once('=') else { continue };
            // A quoted value may hold a semicolon.
            let value = value.trim_start();
            let (value, after) = match value.strip_prefix('"') {
                Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
                None => value.split_at(value.find(';').unwrap_or(value.len())),
            };
            if found.trim().trim_end_matches('*').eq_ignore_ascii_case(name) {
                return Some(value.trim().to_owned());
            }
            rest = after;
        }
    }
}

/// The first line with its end, and what follows.
pub(super) fn line(bytes: &[u8]) -> (&[u8], &[u8]) {
    let end = bytes.iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |at| at + 1);
    bytes.split_at_checked(end).unwrap_or((bytes, &[]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_unfolded_and_parameters_found() {
        let source =
            b"From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\
            \tboundary=\"--a;=b--\" ; start = <x@y>; Charset=gb2312\n\r\nbody";
        let (headers, body) = Headers::read(source);
        assert_eq!(body, b"body");
        assert_eq!(headers.media_type(), "multipart/related");
        let get = |name: &str| headers.parameter(name);
        assert_eq!(get("boundary").as_deref(), Some("--a;=b--"));
        assert_eq!(get("start").as_deref(), Some("<x@y>"));
        assert_eq!(get("charset").as_deref(), Some("gb2312"));
        assert_eq!(get("b--\" ; start"), None);
        assert_eq!(headers.get("subject"), "");
    }
}

//! The words and signs of a query, one after the other.

use crate::graphql::error::{GraphqlError, Position};

/// A word or sign.
#[derive(Clone, Debug, PartialEq)]
pub enum Token<'q> {
    /// One of `! $ & ( ) : = @ [ ] { | }`, or `...`.
    Sign(&'q str),
    /// A name.
    Name(&'q str),
    /// A whole number.
    Int(i64),
    /// Another number.
    Float(f64),
    /// A text in quotes.
    Text(String),
    /// Nothing more.
    End,
}

impl Token<'_> {
    /// The token as errors show it.
    pub fn shown(&self) -> String {
        match self {
            Self::Sign(sign) => format!("\"{sign}\""),
            Self::Name(name) => format!("NAME (\"{name}\")"),
            Self::Int(number) => format!("INT (\"{number}\")"),
            Self::Float(number) => format!("FLOAT (\"{number}\")"),
            Self::Text(text) => format!("STRING ({text:?})"),
            Self::End => "end of document".to_owned(),
        }
    }
}

/// Reads tokens from a text.
pub struct Lexer<'q> {
    rest: &'q str,
    at: Position,
}

impl<'q> Lexer<'q> {
    /// Begins at the beginning.
    pub fn new(text: &'q str) -> Self {
        Self { rest: text.trim_start_matches('\u{feff}'), at: Position { line: 1, column: 1 } }
    }

    /// The next token and where it stands.
    pub fn next(&mut self) -> Result<(Token<'q>, Position), GraphqlError> {
        self.skip();
        let at = self.at;
        let Some(first) = self.rest.chars().next() else { return Ok((Token::End, at)) };
        let token = match first {
            '_' | 'a'..='z' | 'A'..='Z' => Token::Name(self.take_while(|c| c == '_' || c.is_ascii_alphanumeric())),
            '-' | '0'..='9' => number(self.take_while(|c| matches!(c, '0'..='9' | '-' | '+' | '.' | 'e' | 'E')), at)?,
            '"' => Token::Text(self.text(at)?),
            '!' | '$' | '&' | '(' | ')' | ':' | '=' | '@' | '[' | ']' | '{' | '|' | '}' => Token::Sign(self.take(1)),
            '.' if self.rest.starts_with("...") => Token::Sign(self.take(3)),
            other => return Err(error(&format!("Expected a token, actual: UNKNOWN_CHAR ({other:?})"), at)),
        };
        Ok((token, at))
    }

    /// Leaves out what means nothing: white space, commas, comments.
    fn skip(&mut self) {
        loop {
            self.take_while(|c| c.is_whitespace() || c == ',');
            if !self.rest.starts_with('#') {
                return;
            }
            self.take_while(|c| c != '\n');
        }
    }

    fn take(&mut self, bytes: usize) -> &'q str {
        let (taken, rest) = self.rest.split_at(bytes);
        for letter in taken.chars() {
            if letter == '\n' {
                self.at.line += 1;
                self.at.column = 1;
            } else {
                self.at.column += 1;
            }
        }
        self.rest = rest;
        taken
    }

    fn take_while(&mut self, keep: impl Fn(char) -> bool) -> &'q str {
        let end = self.rest.find(|c| !keep(c)).unwrap_or(self.rest.len());
        self.take(end)
    }

    fn text(&mut self, at: Position) -> Result<String, GraphqlError> {
        let unended = || error("Expected the end of a string, actual: end of line", at);
        if let Some(block) = self.rest.strip_prefix("\"\"\"") {
            let end = block.find("\"\"\"").ok_or_else(unended)?;
            return Ok(self.take(end + 6)[3..end + 3].trim().to_owned());
        }
        let mut end = 1;
        loop {
            let (found, letter) =
                self.rest[end..].char_indices().find(|(_, c)| matches!(c, '"' | '\\' | '\n')).ok_or_else(unended)?;
            match letter {
                '"' => {
                    // The escapes of GraphQL are those of JSON.
                    let literal = self.take(end + found + 1);
                    return serde_json::from_str(literal).map_err(|_| error("Bad escape in a string", at));
                }
                '\\' => end += found + 1 + self.rest[end + found + 1..].chars().next().map_or(0, char::len_utf8),
                _ => return Err(unended()),
            }
        }
    }
}

fn number(text: &str, at: Position) -> Result<Token<'_>, GraphqlError> {
    let whole = text.parse().map(Token::Int).ok();
    let any = || text.parse().map(Token::Float).ok();
    whole.or_else(any).ok_or_else(|| error(&format!("Expected a number, actual: {text:?}"), at))
}

/// A text that is no query.
pub fn error(what: &str, at: Position) -> GraphqlError {
    GraphqlError::new(format!("{what} at [{}, {}]", at.line, at.column)).at(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Result<Vec<Token<'_>>, GraphqlError> {
        let mut lexer = Lexer::new(text);
        let mut tokens = Vec::new();
        loop {
            match lexer.next()?.0 {
                Token::End => return Ok(tokens),
                token => tokens.push(token),
            }
        }
    }

    #[test]
    fn words_and_signs_are_told_apart() {
        let read = tokens("{ a_1: ...b(x: -3, y: 1.5e2) } # end\n\"c\\\"\\u00e9\" \"\"\" d \"\"\"").unwrap();
        let sign = Token::Sign;
        assert_eq!(
            read,
            [
                sign("{"),
                Token::Name("a_1"),
                sign(":"),
                sign("..."),
                Token::Name("b"),
                sign("("),
                Token::Name("x"),
                sign(":"),
                Token::Int(-3),
                Token::Name("y"),
                sign(":"),
                Token::Float(150.0),
                sign(")"),
                sign("}"),
                Token::Text("c\"é".to_owned()),
                Token::Text("d".to_owned()),
            ]
        );
    }

    #[test]
    fn lines_and_columns_are_counted() {
        let mut lexer = Lexer::new("{\n  é");
        lexer.next().unwrap();
        let refused = lexer.next().unwrap_err();
        assert_eq!(refused, error("Expected a token, actual: UNKNOWN_CHAR ('é')", Position { line: 2, column: 3 }));
    }

    #[test]
    fn texts_end_on_their_line() {
        for text in ["\"a", "\"a\nb\"", "\"a\\", "\"\"\"a", "\"\\x\"", "1-2"] {
            assert!(tokens(text).is_err(), "{text}");
        }
    }
}

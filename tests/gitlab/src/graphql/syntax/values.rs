//! Values as a query writes them.

use super::Value;
use super::lexer::Token;
use super::parser::Parser;
use crate::graphql::error::GraphqlError;

impl<'q> Parser<'q> {
    /// Reads a value.
    pub fn value(&mut self) -> Result<Value<'q>, GraphqlError> {
        if !matches!(self.token, Token::Sign("$" | "[" | "{") | Token::Name(_)) {
            return match self.token {
                Token::Sign(_) | Token::End => Err(self.unexpected("a value")),
                _ => Ok(match self.take()? {
                    Token::Int(number) => Value::Int(number),
                    Token::Float(number) => Value::Float(number),
                    Token::Text(text) => Value::Text(text),
                    _ => Value::Null,
                }),
            };
        }
        Ok(match self.take()? {
            Token::Name("true") => Value::Boolean(true),
            Token::Name("false") => Value::Boolean(false),
            Token::Name("null") => Value::Null,
            Token::Name(word) => Value::Enum(word),
            Token::Sign("$") => Value::Variable(self.name()?),
            Token::Sign("[") => Value::List(self.nested(Self::members)?),
            _ => Value::Object(self.nested(Self::pairs)?),
        })
    }

    fn members(&mut self) -> Result<Vec<Value<'q>>, GraphqlError> {
        let mut members = Vec::new();
        while !self.sign("]")? {
            members.push(self.value()?);
        }
        Ok(members)
    }

    fn pairs(&mut self) -> Result<Vec<(&'q str, Value<'q>)>, GraphqlError> {
        let mut pairs = Vec::new();
        while !self.sign("}")? {
            let name = self.name()?;
            self.expect(":")?;
            pairs.push((name, self.value()?));
        }
        Ok(pairs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graphql::syntax::{Selection, parse};

    #[test]
    fn every_kind_of_value_is_read() {
        let text = "{ a(i: 1, f: 1.5, s: \"x\", t: true, n: null, e: ONLINE, l: [1, $v], o: {k: []}) }";
        let document = parse(text).unwrap();
        let Selection::Field(field) = &document.operations[0].selections[0] else { panic!("a field") };
        let values: Vec<_> = field.arguments.iter().map(|argument| argument.value.clone()).collect();
        assert_eq!(
            values,
            [
                Value::Int(1),
                Value::Float(1.5),
                Value::Text("x".to_owned()),
                Value::Boolean(true),
                Value::Null,
                Value::Enum("ONLINE"),
                Value::List(vec![Value::Int(1), Value::Variable("v")]),
                Value::Object(vec![("k", Value::List(Vec::new()))]),
            ]
        );
    }
}

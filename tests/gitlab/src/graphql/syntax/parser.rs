//! From words and signs to the tree of a query.

use super::lexer::{Lexer, Token, error};
use super::{
    Action, Argument, Directive, Document, Field, Fragment, Inline, MAX_NESTING, Operation, Selection, Spread, Variable,
};
use crate::graphql::error::{GraphqlError, Position};

/// Reads a whole document.
pub fn document(text: &str) -> Result<Document<'_>, GraphqlError> {
    let mut parser = Parser::new(text)?;
    let mut document = Document::default();
    loop {
        match parser.token {
            Token::End if document.operations.is_empty() => {
                return Err(GraphqlError::new("Unexpected end of document"));
            }
            Token::End => return Ok(document),
            Token::Name("fragment") => document.fragments.push(parser.fragment()?),
            _ => document.operations.push(parser.operation()?),
        }
    }
}

/// A text, read up to a token.
pub(super) struct Parser<'q> {
    lexer: Lexer<'q>,
    pub token: Token<'q>,
    pub at: Position,
    depth: usize,
}

impl<'q> Parser<'q> {
    fn new(text: &'q str) -> Result<Self, GraphqlError> {
        let mut lexer = Lexer::new(text);
        let (token, at) = lexer.next()?;
        Ok(Self { lexer, token, at, depth: 0 })
    }

    /// The token at hand, and the next comes to hand.
    pub fn take(&mut self) -> Result<Token<'q>, GraphqlError> {
        let (next, at) = self.lexer.next()?;
        self.at = at;
        Ok(std::mem::replace(&mut self.token, next))
    }

    /// Takes a sign, if it is there.
    pub fn sign(&mut self, sign: &str) -> Result<bool, GraphqlError> {
        let found = self.token == Token::Sign(sign);
        if found {
            self.take()?;
        }
        Ok(found)
    }

    /// Takes a sign that must be there.
    pub fn expect(&mut self, sign: &str) -> Result<(), GraphqlError> {
        if self.sign(sign)? { Ok(()) } else { Err(self.unexpected(&format!("{sign:?}"))) }
    }

    pub fn name(&mut self) -> Result<&'q str, GraphqlError> {
        let Token::Name(name) = self.token else { return Err(self.unexpected("NAME")) };
        self.take()?;
        Ok(name)
    }

    /// The refusal of what is at hand.
    pub fn unexpected(&self, expected: &str) -> GraphqlError {
        error(&format!("Expected {expected}, actual: {}", self.token.shown()), self.at)
    }

    /// Goes one brace or bracket in, as far as anyone should.
    pub fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, GraphqlError>) -> Result<T, GraphqlError> {
        self.depth += 1;
        if self.depth > MAX_NESTING {
            return Err(error("Too many braces in one another", self.at));
        }
        let inner = read(self);
        self.depth -= 1;
        inner
    }

    fn operation(&mut self) -> Result<Operation<'q>, GraphqlError> {
        let at = self.at;
        let action = match self.token {
            Token::Sign("{") => None,
            Token::Name("query") => Some(Action::Query),
            Token::Name("mutation") => Some(Action::Mutation),
            Token::Name("subscription") => Some(Action::Subscription),
            _ => return Err(self.unexpected("a query")),
        };
        let (mut name, mut variables) = (None, Vec::new());
        if action.is_some() {
            self.take()?;
            if matches!(self.token, Token::Name(_)) {
                name = Some(self.name()?);
            }
            if self.sign("(")? {
                while !self.sign(")")? {
                    variables.push(self.variable()?);
                }
            }
            self.directives()?;
        }
        let selections = self.selections()?;
        Ok(Operation { action: action.unwrap_or(Action::Query), name, variables, selections, at })
    }

    fn variable(&mut self) -> Result<Variable<'q>, GraphqlError> {
        let at = self.at;
        self.expect("$")?;
        let name = self.name()?;
        self.expect(":")?;
        let kind = self.kind()?;
        let default = if self.sign("=")? { Some(self.value()?) } else { None };
        Ok(Variable { name, kind, default, at })
    }

    /// A type: `Int`, `[String!]!`.
    fn kind(&mut self) -> Result<String, GraphqlError> {
        let inner = if self.sign("[")? {
            let inner = self.nested(Self::kind)?;
            self.expect("]")?;
            format!("[{inner}]")
        } else {
            self.name()?.to_owned()
        };
        Ok(if self.sign("!")? { inner + "!" } else { inner })
    }

    fn fragment(&mut self) -> Result<Fragment<'q>, GraphqlError> {
        let at = self.at;
        self.take()?;
        let name = self.name()?;
        if self.name()? != "on" {
            return Err(self.unexpected("\"on\""));
        }
        let on = self.name()?;
        self.directives()?;
        Ok(Fragment { name, on, selections: self.selections()?, at })
    }

    fn selections(&mut self) -> Result<Vec<Selection<'q>>, GraphqlError> {
        self.expect("{")?;
        let mut selections = vec![self.nested(Self::selection)?];
        while !self.sign("}")? {
            selections.push(self.nested(Self::selection)?);
        }
        Ok(selections)
    }

    fn selection(&mut self) -> Result<Selection<'q>, GraphqlError> {
        let at = self.at;
        if self.sign("...")? {
            return self.spread(at);
        }
        let first = self.name()?;
        let name = if self.sign(":")? { self.name()? } else { first };
        let arguments = self.arguments()?;
        let directives = self.directives()?;
        let selections = if self.token == Token::Sign("{") { self.selections()? } else { Vec::new() };
        Ok(Selection::Field(Field { key: first, name, arguments, directives, selections, at }))
    }

    fn spread(&mut self, at: Position) -> Result<Selection<'q>, GraphqlError> {
        let on = match self.token {
            Token::Name("on") => {
                self.take()?;
                Some(self.name()?)
            }
            Token::Name(name) => {
                self.take()?;
                return Ok(Selection::Spread(Spread { name, directives: self.directives()?, at }));
            }
            _ => None,
        };
        let directives = self.directives()?;
        Ok(Selection::Inline(Inline { on, directives, selections: self.selections()?, at }))
    }

    fn directives(&mut self) -> Result<Vec<Directive<'q>>, GraphqlError> {
        let mut directives = Vec::new();
        while self.token == Token::Sign("@") {
            let at = self.at;
            self.take()?;
            directives.push(Directive { name: self.name()?, arguments: self.arguments()?, at });
        }
        Ok(directives)
    }

    fn arguments(&mut self) -> Result<Vec<Argument<'q>>, GraphqlError> {
        let mut arguments = Vec::new();
        if self.sign("(")? {
            while !self.sign(")")? {
                let at = self.at;
                let name = self.name()?;
                self.expect(":")?;
                arguments.push(Argument { name, value: self.value()?, at });
            }
        }
        Ok(arguments)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Value;
    use super::*;

    fn fields<'d>(selections: &'d [Selection<'d>]) -> Vec<&'d Field<'d>> {
        let field = |selection: &'d Selection<'d>| match selection {
            Selection::Field(field) => Some(field),
            _ => None,
        };
        selections.iter().filter_map(field).collect()
    }

    #[test]
    fn a_document_is_read_whole() {
        let text = "query Both($id: ID! = \"x\", $t: [String!]) { r1: runner(id: $id) { ...r id @skip(if: true) } }
            fragment r on CiRunner { tagList ... on CiRunner { id } ... { paused } }";
        let document = document(text).unwrap();
        let operation = &document.operations[0];
        let kinds: Vec<_> = operation.variables.iter().map(|variable| variable.kind.as_str()).collect();
        assert_eq!((operation.name, kinds), (Some("Both"), vec!["ID!", "[String!]"]));
        assert_eq!(operation.variables[0].default, Some(Value::Text("x".to_owned())));
        let runner = fields(&operation.selections)[0];
        assert_eq!((runner.key, runner.name, runner.at), ("r1", "runner", Position { line: 1, column: 45 }));
        assert_eq!(runner.arguments[0].value, Value::Variable("id"));
        assert!(matches!(&runner.selections[0], Selection::Spread(spread) if spread.name == "r"));
        assert_eq!(fields(&runner.selections)[0].directives[0].name, "skip");
        let fragment = &document.fragments[0];
        assert_eq!((fragment.name, fragment.on, fragment.selections.len()), ("r", "CiRunner", 3));
        assert!(matches!(&fragment.selections[2], Selection::Inline(inline) if inline.on.is_none()));
    }

    #[test]
    fn what_is_no_query_is_refused_where_it_goes_wrong() {
        for (text, sentence) in [
            ("", "Unexpected end of document"),
            ("{", "Expected NAME, actual: end of document at [1, 2]"),
            ("{ a(", "Expected NAME, actual: end of document at [1, 5]"),
            ("{ }", "Expected NAME, actual: \"}\" at [1, 3]"),
            ("{ a }\n}", "Expected a query, actual: \"}\" at [2, 1]"),
            ("{ a(b 1) }", "Expected \":\", actual: INT (\"1\") at [1, 7]"),
            ("query($a) { a }", "Expected \":\", actual: \")\" at [1, 9]"),
            ("{ a: }", "Expected NAME, actual: \"}\" at [1, 6]"),
        ] {
            assert_eq!(document(text).unwrap_err().message, sentence, "{text}");
        }
    }

    #[test]
    fn nobody_nests_without_end() {
        let text = format!("{}{}", "{a".repeat(5000), "}".repeat(5000));
        assert!(document(&text).unwrap_err().message.starts_with("Too many braces"));
        assert!(document(&format!("{{ a(b: {}", "[".repeat(5000))).is_err());
    }
}

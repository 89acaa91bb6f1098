//! Words → what has to hold. Each level of the grammar is a function; the loosest binding comes first.

use super::lex::{Token, Word, lex};
use super::{Fault, Number, Sign, Source, Truth};
use crate::report::form::CellId;

/// More characters than this no expression needs.
const LONGEST: usize = 1000;
/// Brackets and `not` inside one another, at most.
const DEEPEST: usize = 40;

/// What has to hold.
pub(in super::super) fn parse(text: &str) -> Result<Truth, Fault> {
    let length = text.chars().count();
    if length > LONGEST {
        return Err(Fault { start: 0, length, message: format!("表达式超过 {LONGEST} 字") });
    }
    let tokens = lex(text)?;
    let mut parser = Parser { tokens: &tokens, at: 0, depth: 0, end: length };
    let truth = match parser.any()? {
        Either::Truth(truth) => truth,
        Either::Number(..) => {
            return Err(Fault {
                start: 0, length, message: "这里是一个数，要有比较，如 > 0".into()
            });
        }
    };
    match parser.peek() {
        None => Ok(truth),
        Some(_) => Err(parser.fault("这里多出内容；几个条件之间要写 and 或 or")),
    }
}

/// What a bracket may hold.
enum Either {
    Truth(Truth),
    Number(Number),
}

struct Parser<'t> {
    tokens: &'t [Token],
    at: usize,
    depth: usize,
    end: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Word> {
        self.tokens.get(self.at).map(|token| &token.word)
    }

    fn take(&mut self, word: &Word) -> bool {
        let is_there = self.peek() == Some(word);
        self.at += usize::from(is_there);
        is_there
    }

    /// A fault at the next word, or at the end.
    fn fault(&self, message: &str) -> Fault {
        let (start, length) =
            self.tokens.get(self.at).map_or((self.end, 0), |token| (token.start, token.length));
        let message =
            if length == 0 { format!("到这里就结束了：{message}") } else { message.to_owned() };
        Fault { start, length, message }
    }

    fn truth(&mut self, found: Either) -> Result<Truth, Fault> {
        match found {
            Either::Truth(truth) => Ok(truth),
            Either::Number(_) => Err(self.fault("数的后面要有比较，如 = 0、>= t3.total.total")),
        }
    }

    fn number(&mut self, found: Either) -> Result<Number, Fault> {
        match found {
            Either::Number(number) => Ok(number),
            Either::Truth(_) => Err(self.fault("这里要有一个数，不能是条件")),
        }
    }

    fn any(&mut self) -> Result<Either, Fault> {
        self.conditions(&Word::Or, Self::all, Truth::Or)
    }

    fn all(&mut self) -> Result<Either, Fault> {
        self.conditions(&Word::And, Self::one, Truth::And)
    }

    /// Conditions joined by `and` or `or`.
    fn conditions(
        &mut self,
        word: &Word,
        part: fn(&mut Self) -> Result<Either, Fault>,
        join: fn(Box<Truth>, Box<Truth>) -> Truth,
    ) -> Result<Either, Fault> {
        let mut found = part(self)?;
        while self.take(word) {
            let one = self.truth(found)?;
            let other = part(self)?;
            found = Either::Truth(join(Box::new(one), Box::new(self.truth(other)?)));
        }
        Ok(found)
    }

    /// A comparison, what is contained, or either with `not`.
    fn one(&mut self) -> Result<Either, Fault> {
        if self.take(&Word::Not) {
            let inside = self.deeper(Self::one)?;
            return Ok(Either::Truth(Truth::Not(Box::new(self.truth(inside)?))));
        }
        if let Some(source) = self.source() {
            let Some(Token { word: Word::Text(phrase), .. }) = self.tokens.get(self.at) else {
                return Err(self.fault("contains 的后面要有引号里的短语"));
            };
            self.at += 1;
            return Ok(Either::Truth(Truth::Contains(source, phrase.clone())));
        }
        let one = self.sum()?;
        let Some(Word::Order(order)) = self.peek() else { return Ok(one) };
        let order = *order;
        let one = self.number(one)?;
        self.at += 1;
        let other = self.sum()?;
        let other = self.number(other)?;
        if matches!(self.peek(), Some(Word::Order(_))) {
            return Err(self.fault("一次只能比较两个数；连着比较要用 and"));
        }
        Ok(Either::Truth(Truth::Compare(one, order, other)))
    }

    /// The text in front of `contains`, both taken; `contains` alone means the whole.
    fn source(&mut self) -> Option<Source> {
        let (source, words) = match (self.peek()?, self.tokens.get(self.at + 1).map(|token| &token.word)) {
            (Word::Contains, _) => (Source::Whole, 1),
            (Word::Name(name), Some(Word::Contains)) => (source(name)?, 2),
            _ => return None,
        };
        self.at += words;
        Some(source)
    }

    fn sum(&mut self) -> Result<Either, Fault> {
        self.numbers(&[Sign::Plus, Sign::Minus], Self::product)
    }

    fn product(&mut self) -> Result<Either, Fault> {
        self.numbers(&[Sign::Times], Self::factor)
    }

    /// Numbers joined by some signs.
    fn numbers(
        &mut self,
        signs: &[Sign],
        part: fn(&mut Self) -> Result<Either, Fault>,
    ) -> Result<Either, Fault> {
        let mut found = part(self)?;
        while let Some(Word::Sign(sign)) = self.peek()
            && signs.contains(sign)
        {
            let sign = *sign;
            let one = self.number(found)?;
            self.at += 1;
            let other = part(self)?;
            found = Either::Number(Number::Join(Box::new(one), sign, Box::new(self.number(other)?)));
        }
        Ok(found)
    }

    fn factor(&mut self) -> Result<Either, Fault> {
        match self.peek() {
            Some(Word::Sign(Sign::Minus)) => {
                self.at += 1;
                let inside = self.deeper(Self::factor)?;
                Ok(Either::Number(Number::Minus(Box::new(self.number(inside)?))))
            }
            Some(Word::Open) => {
                self.at += 1;
                let inside = self.deeper(Self::any)?;
                if self.take(&Word::Close) { Ok(inside) } else { Err(self.fault("少了右括号")) }
            }
            Some(Word::Number(value)) => {
                let value = *value;
                self.at += 1;
                Ok(Either::Number(Number::Literal(value)))
            }
            Some(Word::Name(name)) => {
                let number = match (name.as_str(), CellId::parse(name)) {
                    ("year", _) => Number::Year,
                    (_, Some(cell)) => Number::Cell(cell),
                    _ if source(name).is_some() => {
                        return Err(self.fault("文字的后面要写 contains 和引号里的短语"));
                    }
                    _ => return Err(self.fault("没有这个单元格；编号见帮助，如 t3.received.total")),
                };
                self.at += 1;
                Ok(Either::Number(number))
            }
            _ => Err(self.fault("这里要有单元格、数字或 contains")),
        }
    }

    /// A level down, as far as there may be any.
    fn deeper(&mut self, part: fn(&mut Self) -> Result<Either, Fault>) -> Result<Either, Fault> {
        if self.depth == DEEPEST {
            return Err(self.fault("括号套得太深"));
        }
        self.depth += 1;
        let found = part(self);
        self.depth -= 1;
        found
    }
}

/// The text with a name.
fn source(name: &str) -> Option<Source> {
    match name {
        "text" => Some(Source::Whole),
        "title" => Some(Source::Title),
        "organ" => Some(Source::Organ),
        _ => {
            let number = name.strip_prefix('s')?.parse().ok()?;
            (1..=6).contains(&number).then_some(Source::Section(number))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::expression::Order;
    use proptest::prelude::*;

    #[test]
    fn signs_bind_as_in_arithmetic() {
        let cell = |id: &str| Number::Cell(CellId::parse(id).unwrap());
        let literal = |n: u32| Number::Literal(n.into());
        let join = |a, sign, b| Number::Join(Box::new(a), sign, Box::new(b));
        let sum = join(cell("t2.permits"), Sign::Plus, join(literal(2), Sign::Times, cell("t3.total.total")));
        assert_eq!(
            parse("t2.permits + 2 * t3.total.total <= 5"),
            Ok(Truth::Compare(sum, Order::AtMost, literal(5)))
        );
        let a = || Box::new(Truth::Contains(Source::Whole, "甲".into()));
        let b = || Box::new(Truth::Contains(Source::Section(6), "乙 丙".into()));
        assert_eq!(parse("contains \"甲\" or not s6 contains “乙 丙” and text 含 \"甲\""), {
            let and = Truth::And(Box::new(Truth::Not(b())), a());
            Ok(Truth::Or(a(), Box::new(and)))
        });
        assert_eq!(parse("（t2.permits）＝１ 且 非 contains「甲」"), {
            let equal = Truth::Compare(cell("t2.permits"), Order::Equal, literal(1));
            Ok(Truth::And(Box::new(equal), Box::new(Truth::Not(a()))))
        });
    }

    #[test]
    fn faults_say_where_and_what() {
        for (text, start, length, words) in [
            ("", 0, 0, "这里要有单元格"),
            ("t3.recieved.total = 1", 0, 17, "没有这个单元格"),
            ("t2.permits", 0, 10, "要有比较"),
            ("t2.permits > 1 > 0", 15, 1, "一次只能比较两个数"),
            ("t2.permits > 1 t2.permits", 15, 10, "多出内容"),
            ("(t2.permits > 1", 15, 0, "少了右括号"),
            ("t2.permits + (year = 1) > 2", 24, 1, "这里要有一个数"),
            ("s6 contains 信息", 12, 1, "不认识“信”"),
            ("s6 contains \"信息", 12, 3, "引号没有结束"),
            ("s6 > 0", 0, 2, "文字的后面"),
            ("s7 contains \"a\"", 0, 2, "没有这个单元格"),
            ("1.2.3 > 0", 0, 5, "不是数字"),
            ("t2.permits > contains \"x\"", 13, 8, "这里要有单元格"),
        ] {
            let fault = parse(text).unwrap_err();
            assert_eq!((fault.start, fault.length), (start, length), "{text}: {fault:?}");
            assert!(fault.message.contains(words), "{text}: {fault:?}");
        }
        let deep = format!("{}1 = 1{}", "(".repeat(60), ")".repeat(60));
        assert!(parse(&deep).unwrap_err().message.contains("太深"));
        assert!(parse(&"1+".repeat(800)).unwrap_err().message.contains("超过"));
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in "[-+*=<>!()\"“”a-z0-9. 含且或非，t2permis]{0,60}") {
            let length = text.chars().count();
            if let Err(fault) = parse(&text) {
                prop_assert!(fault.start + fault.length <= length && !fault.message.is_empty());
            }
        }
    }
}

//! What the sections for dates and times show.

use super::date::Moment;
use super::format::{Section, Token};
use super::render::literal;

impl Section {
    /// A moment in the parts that the section names.
    pub(super) fn moment(&self, at: Moment) -> String {
        let mut shown = String::new();
        let afternoon = self.tokens.iter().any(|token| matches!(token, Token::Noon(_)));
        for (index, token) in self.tokens.iter().enumerate() {
            match *token {
                Token::Date('y', 1 | 2) => shown.push_str(&padded(at.year % 100, 2)),
                Token::Date('y' | 'e', _) => shown.push_str(&at.year.to_string()),
                Token::Date('m', times) if times < 3 && self.is_minute(index) => {
                    shown.push_str(&padded(at.minute, times));
                }
                Token::Date('m', times @ (1 | 2)) => shown.push_str(&padded(at.month, times)),
                Token::Date('m', _) => {
                    let names = "JanFebMarAprMayJunJulAugSepOctNovDec";
                    let start = usize::try_from(at.month).unwrap_or(1).saturating_sub(1) * 3;
                    shown.push_str(names.get(start..start + 3).unwrap_or(""));
                }
                Token::Date('d', times @ (1 | 2)) => shown.push_str(&padded(at.day, times)),
                Token::Date('d' | 'a', times) => {
                    shown.push_str(if times > 3 { "星期" } else { "周" });
                    shown.extend("日一二三四五六".chars().nth(usize::try_from(at.weekday).unwrap_or(0)));
                }
                Token::Date('h', times) => {
                    let hour = if afternoon { (at.hour + 11) % 12 + 1 } else { at.hour };
                    shown.push_str(&padded(hour, times));
                }
                Token::Date(_, times) => shown.push_str(&padded(at.second, times)),
                Token::Elapsed(unit) => {
                    let seconds = match unit {
                        'h' => 3600,
                        'm' => 60,
                        _ => 1,
                    };
                    shown.push_str(&(at.total / seconds).to_string());
                }
                Token::Noon(chinese) => shown.push_str(match (at.hour < 12, chinese) {
                    (true, true) => "上午",
                    (false, true) => "下午",
                    (true, false) => "AM",
                    (false, false) => "PM",
                }),
                Token::Digit(_) => shown.push('0'),
                Token::Point => shown.push('.'),
                Token::Comma => shown.push(','),
                _ => shown.extend(literal(token)),
            }
        }
        shown
    }

    /// `m` means minutes right after hours and right before seconds.
    fn is_minute(&self, index: usize) -> bool {
        let is_part = |token: &&Token| matches!(token, Token::Date(..) | Token::Elapsed(_));
        let before = self.tokens.iter().take(index).rfind(is_part);
        let after = self.tokens.iter().skip(index + 1).find(is_part);
        matches!(before, Some(Token::Date('h', _) | Token::Elapsed('h')))
            || matches!(after, Some(Token::Date('s', _) | Token::Elapsed('s')))
    }
}

fn padded(value: u64, width: usize) -> String {
    let text = value.to_string();
    if width > 1 && text.len() < 2 { format!("0{text}") } else { text }
}

//! The form is declared, not programmed: each `declare!` is one table of the form, a line for each row or column.

use super::Label;

/// Declares an enum together with the data of each variant, one line a variant:
///
/// ```text
/// Received("一、", "本年新收政府信息公开申请数量") { id: "received", … }
/// ```
///
/// The label is the form's own, its number apart. The data is a constant, so that a look-up is a jump and costs nothing
/// to set up. `ALL` is in the order of the lines, which is the order of the form.
macro_rules! declare {
    ($(#[$meta:meta])* $name:ident: $data:ident { $($variant:ident $label:tt { $($field:tt)* })+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = concat! $label] $variant,)+
        }

        impl $name {
            /// All of them, in the order of the form.
            pub const ALL: [Self; [$(Self::$variant),+].len()] = [$(Self::$variant),+];

            const fn data(self) -> &'static $data {
                match self {
                    $(Self::$variant => const { &$data { label: label! $label, $($field)* } },)+
                }
            }

            /// The words exactly as the form prints them, with their number if they have one.
            pub const fn label(self) -> &'static str {
                self.data().label.whole
            }
        }
    };
}

/// A [`Label`] of the form's own words, behind their number if they have one.
macro_rules! label {
    ($words:literal) => {
        label!("", $words)
    };
    ($number:literal, $words:literal) => {{
        const NUMBER: [u8; $crate::report::form::declare::key_length($number)] =
            $crate::report::form::declare::key($number);
        const WORDS: [u8; $crate::report::form::declare::key_length($words)] =
            $crate::report::form::declare::key($words);
        $crate::report::form::Label {
            whole: concat!($number, $words),
            plain: $words,
            number: $crate::report::form::declare::text(&NUMBER),
            words: $crate::report::form::declare::text(&WORDS),
        }
    }};
}

impl Label {
    /// Whether a key is these words, with or without their number.
    pub fn is(&self, key: &str) -> bool {
        key.strip_suffix(self.words).is_some_and(|rest| rest.is_empty() || rest == self.number)
    }
}

/// How many bytes of a label are its key: its digits and Han characters.
pub(super) const fn key_length(text: &str) -> usize {
    let mut length = 0;
    let mut rest = text.as_bytes();
    while let [first, ..] = rest {
        let (width, kept) = (width(*first), is_kept(rest));
        if kept {
            length += width;
        }
        rest = rest.split_at(width).1;
    }
    length
}

/// The key of a label, by which labels are compared however they are punctuated.
pub(super) const fn key<const LENGTH: usize>(text: &str) -> [u8; LENGTH] {
    let mut key = [0; LENGTH];
    let mut free = key.as_mut_slice();
    let mut rest = text.as_bytes();
    while let [first, ..] = rest {
        let (char, behind) = rest.split_at(width(*first));
        if is_kept(rest) {
            let (place, left) = free.split_at_mut(char.len());
            place.copy_from_slice(char);
            free = left;
        }
        rest = behind;
    }
    key
}

pub(super) const fn text(key: &[u8]) -> &str {
    match std::str::from_utf8(key) {
        Ok(text) => text,
        Err(_) => "",
    }
}

/// How many bytes the character takes that begins with this one.
const fn width(first: u8) -> usize {
    match first {
        0..=0x7F => 1,
        0x80..=0xDF => 2,
        0xE0..=0xEF => 3,
        _ => 4,
    }
}

/// Whether the first character is a digit, a letter or a Han character of the common block, U+4E00 to U+9FFF.
const fn is_kept(text: &[u8]) -> bool {
    match text {
        [0xE4, 0xB8..=0xBF, ..] | [0xE5..=0xE9, ..] => true,
        [first, ..] => first.is_ascii_alphanumeric(),
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_leave_out_what_is_not_read() {
        let label = label!("（二）", "部分公开（区分处理的，只计“这一”情形）");
        assert_eq!((label.number, label.words), ("二", "部分公开区分处理的只计这一情形"));
        assert_eq!(label.whole, "（二）部分公开（区分处理的，只计“这一”情形）");
        assert!(label.is("二部分公开区分处理的只计这一情形") && label.is("部分公开区分处理的只计这一情形"));
        assert!(!label.is("三部分公开区分处理的只计这一情形"));
        assert_eq!(label!("3.", "其他").number, "3");
        assert_eq!(key_length("本年增/减"), "本年增减".len());
    }
}

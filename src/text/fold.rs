use std::ops::Range;

/// A view of a text in which writing that differs in form only reads the same, with a map back to the original.
///
/// Full-width letters, digits and brackets become ASCII, half-width sentence punctuation becomes Chinese, radicals
/// that PDF files put for characters (U+2E80–2EF3, U+2F00–2FD5) become those characters, and blanks of every kind
/// are dropped. The source text itself is never altered.
#[derive(Debug, Clone, Default)]
pub struct Folded {
    text: String,
    chars: Vec<char>,
    /// Where each folded character starts in `text`.
    starts: Vec<u32>,
    origins: Origins,
}

impl Folded {
    /// Folds running text. A blank is kept, as one space, only where it parts two ASCII letters or digits.
    pub fn new(original: &str) -> Self {
        Self::with(original, true)
    }

    /// Folds a label: every blank is dropped.
    pub fn compact(original: &str) -> Self {
        Self::with(original, false)
    }

    fn with(original: &str, part_words: bool) -> Self {
        // Three bytes a character is usual; what is more is only grown once.
        let characters = original.len() / 3 + 1;
        let mut folded = Self {
            text: String::with_capacity(original.len()),
            chars: Vec::with_capacity(characters),
            starts: Vec::with_capacity(characters),
            origins: Origins(Vec::with_capacity(characters)),
        };
        each(original, part_words, |char, at, length| {
            folded.starts.push(clamp(folded.text.len()));
            folded.text.push(char);
            folded.chars.push(char);
            folded.origins.push(at, length);
        });
        folded
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The folded text by characters.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// The bytes of the original that a byte range of the folded text stands for, blanks inside included.
    pub fn origin(&self, range: Range<usize>) -> Range<usize> {
        let index = |byte: usize| self.starts.partition_point(|&start| (start as usize) < byte);
        self.origin_of_chars(index(range.start)..index(range.end))
    }

    /// The bytes of the original that a range of folded characters stands for, blanks inside included.
    pub fn origin_of_chars(&self, range: Range<usize>) -> Range<usize> {
        self.origins.of(range, 0..self.chars.len())
    }
}

/// Where in the original each folded character stands: the byte it begins at and, in the highest three bits, how many bytes it
/// has; 0 for a kept blank, which may stand for a run of them and reaches to the character behind it. A line is much shorter
/// than half a gigabyte.
#[derive(Debug, Clone, Default)]
pub(super) struct Origins(Vec<u32>);

const LENGTH: u32 = 29;

impl Origins {
    #[inline]
    pub(super) fn push(&mut self, at: usize, length: usize) {
        self.0.push(clamp(at).min((1 << LENGTH) - 1) | clamp(length).min(4) << LENGTH);
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    pub(super) fn extend(&mut self, other: &Self) {
        self.0.extend_from_slice(&other.0);
    }

    /// The bytes that a range of characters stands for; only those `within` are of the same line.
    pub(super) fn of(&self, range: Range<usize>, within: Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let found = self.0.get(at).filter(|_| within.contains(&at))?;
            Some((found & ((1 << LENGTH) - 1), found >> LENGTH))
        };
        let end = |at: usize| match place(at)? {
            (_, 0) => place(at + 1).map(|(next, _)| next),
            (start, length) => Some(start + length),
        };
        let end_of_text = within.end.checked_sub(1).and_then(end).unwrap_or(0);
        let start = place(range.start).map_or(end_of_text, |(start, _)| start);
        let last = range.end.checked_sub(1).filter(|last| *last >= range.start);
        let end = last.and_then(end).unwrap_or(start);
        start as usize..end.max(start) as usize
    }
}

/// The folded characters of running text alone, behind what is there already.
pub(super) fn fold_into(original: &str, chars: &mut Vec<char>, origins: &mut Origins) {
    let characters = original.len() / 3 + 1;
    chars.reserve(characters);
    origins.0.reserve(characters);
    each(original, true, |char, at, length| {
        chars.push(char);
        origins.push(at, length);
    });
}

/// The folded text of a label alone, for where no map back is needed: a fraction of the work.
pub(super) fn compact(original: &str) -> String {
    let mut text = String::with_capacity(original.len());
    let mut previous = ' ';
    // Where the ideographs begin that are taken over as they stand, in one piece.
    let mut from = 0;
    for (at, char) in original.char_indices() {
        if is_plain(char) {
            continue;
        }
        if from < at {
            let plain = original.get(from..at).unwrap_or_default();
            text.push_str(plain);
            previous = plain.chars().next_back().unwrap_or(previous);
        }
        from = at + char.len_utf8();
        if !is_blank(char) {
            previous = folded(char, previous, original, from);
            text.push(previous);
        }
    }
    text.push_str(original.get(from..).unwrap_or_default());
    text
}

/// Most of a report is ideographs, which are as plain as can be.
fn is_plain(char: char) -> bool {
    matches!(char, '\u{4E00}'..='\u{9FFF}')
}

/// Hands over each character of the folded text with the byte of the original where what it stands for begins, and how many
/// bytes that is: 0 for a kept blank.
#[inline]
fn each(original: &str, part_words: bool, mut push: impl FnMut(char, usize, usize)) {
    let mut blank: Option<usize> = None;
    let mut previous = ' ';
    for (at, char) in original.char_indices() {
        if is_plain(char) {
            blank = None;
            previous = char;
            push(char, at, IDEOGRAPH);
            continue;
        }
        if is_blank(char) {
            blank = blank.or(Some(at));
            continue;
        }
        if let Some(from) = blank.take()
            && part_words
            && narrow(char).is_ascii_alphanumeric()
            && previous.is_ascii_alphanumeric()
        {
            push(' ', from, 0);
            previous = ' ';
        }
        previous = folded(char, previous, original, at + char.len_utf8());
        push(previous, at, char.len_utf8());
    }
}

/// Bytes of an ideograph.
const IDEOGRAPH: usize = 3;

/// A character that is no blank, folded; the original goes on at `behind`.
fn folded(char: char, previous: char, original: &str, behind: usize) -> char {
    let narrow = narrow(char);
    if !matches!(narrow, ',' | ':' | ';' | '?' | '!') {
        return narrow;
    }
    let next = original.get(behind..).and_then(|rest| rest.chars().next());
    sentence_mark(narrow, previous, next.map_or(' ', self::narrow))
}

fn clamp(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Whether a character is a blank of any kind: a space, a break, or one that has no width.
pub fn is_blank(char: char) -> bool {
    // Letters, digits and ideographs are most of what is asked about.
    if matches!(char, '!'..='~' | '\u{3001}'..='\u{D7FF}') {
        return false;
    }
    char.is_whitespace()
        || char.is_control()
        || matches!(char, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(char, '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// One character in its plain form.
pub fn narrow(char: char) -> char {
    match char {
        '，' | '；' | '：' | '？' | '！' => char,
        '〔' | '［' | '【' | '〖' => '[',
        '〕' | '］' | '】' | '〗' => ']',
        '〈' | '<' | '＜' => '《',
        '〉' | '>' | '＞' => '》',
        '“' | '”' | '„' | '「' | '」' | '『' | '』' | '＂' => '"',
        '‘' | '’' | '＇' => '\'',
        '－' | '—' | '–' | '―' | '‐' | '‑' | '−' | '─' => '-',
        '～' | '∼' | '〜' => '~',
        '○' | '◯' | '〇' => '〇',
        '﹑' => '、',
        '．' | '﹒' => '.',
        '\u{FF01}'..='\u{FF5E}' => shifted(char, 0xFF00, 0x20),
        '\u{2F00}'..='\u{2FD5}' => entry(KANGXI, char, 0x2F00),
        '\u{2E80}'..='\u{2EF3}' => entry(SUPPLEMENT, char, 0x2E80),
        _ => char,
    }
}

fn shifted(char: char, from: u32, to: u32) -> char {
    char::from_u32(u32::from(char) - from + to).unwrap_or(char)
}

fn entry(table: &str, char: char, first: u32) -> char {
    table.chars().nth((u32::from(char) - first) as usize).unwrap_or(char)
}

/// Half-width sentence punctuation as the Chinese mark, unless it stands inside a number, a time or an address.
fn sentence_mark(char: char, previous: char, next: char) -> char {
    let inside = previous.is_ascii_digit() && next.is_ascii_digit();
    let address = previous.is_ascii_alphanumeric() && next.is_ascii_alphanumeric();
    match char {
        ',' if !inside => '，',
        ':' if !address && next != '/' => '：',
        ';' => '；',
        '?' if !address => '？',
        '!' => '！',
        _ => char,
    }
}

/// What the radicals U+2F00–2FD5 stand for (Unicode property `EqUIdeo`), in order.
const KANGXI: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾\
    干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生\
    用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷\
    豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻\
    黄黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// What the radicals U+2E80–2EF3 stand for; those that stand for nothing stand for themselves.
const SUPPLEMENT: &str = "\
    ⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓\
    罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨\
    鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_that_differ_in_width_and_blanks_read_the_same() {
        for (original, folded) in [
            ("（一） 予以　公开", "(一)予以公开"),
            ("共１２ 件，其中 38\u{A0}件", "共12件，其中38件"),
            ("(区分处理的, 只计)", "(区分处理的，只计)"),
            ("1,234件;5件:", "1,234件；5件："),
            ("12 34 A", "12 34 A"),
            ("关\u{200B}切\u{FEFF}", "关切"),
            ("国办函【2021】〔30〕", "国办函[2021][30]"),
            ("⾏政⽂件⻓", "行政文件长"),
            ("http://a.cn:80?x", "http://a.cn:80?x"),
            ("", ""),
        ] {
            assert_eq!(Folded::new(original).text(), folded);
        }
        assert_eq!(Folded::compact("1 2 A").text(), "12A");
    }

    #[test]
    fn every_folded_stretch_leads_back() {
        let original = "共 １２ 件， 其中";
        let folded = Folded::new(original);
        let at = folded.text().find("12").unwrap_or_default();
        let origin = folded.origin(at..at + 2);
        assert_eq!(original.get(origin), Some("１２"));
        let whole = folded.origin(0..folded.text().len());
        assert_eq!(original.get(whole), Some(original));
        assert_eq!(folded.origin(999..1000), original.len()..original.len());
        #[expect(
            clippy::reversed_empty_ranges,
            reason = "a range that ends before it begins is what is tried"
        )]
        let reversed = 3..2;
        assert_eq!(folded.origin_of_chars(3..3), folded.origin_of_chars(reversed));
    }

    #[test]
    fn the_radical_tables_are_complete() {
        assert_eq!(KANGXI.chars().count(), 0x2FD5 - 0x2F00 + 1);
        assert_eq!(SUPPLEMENT.chars().count(), 0x2EF3 - 0x2E80 + 1);
    }
}

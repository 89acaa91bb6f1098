use std::fmt;

/// Why something could not be read, and what the clerk can do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    /// The kind, stable for programs.
    pub kind: ErrorKind,
}

/// The kinds of failure. Each has one sentence for the cause and one for the next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// Nothing there: zero bytes, or only blanks.
    Empty,
    /// A kind of file this program does not read.
    Unsupported,
}

impl ReadError {
    /// An error of the given kind.
    pub fn new(kind: ErrorKind) -> Self {
        Self { kind }
    }

    /// The cause, as a sentence for the clerk.
    pub fn message(&self) -> String {
        match self.kind {
            ErrorKind::Empty => "文件是空的（0 字节）。".into(),
            ErrorKind::Unsupported => "不能读取这种文件。".into(),
        }
    }

    /// The next step, as a sentence for the clerk.
    pub fn hint(&self) -> String {
        match self.kind {
            ErrorKind::Empty => "可能仍在同步或复制中断，请重新拷贝后再试。".into(),
            ErrorKind::Unsupported => "请在 WPS 或 Word 中另存为 docx 后再试，或复制全文粘贴到本页。".into(),
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.message(), self.hint())
    }
}

impl std::error::Error for ReadError {}

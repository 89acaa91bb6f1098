//! Every kind of failure in one table. The sentences are the engine's; a program that only names kinds, as the page does,
//! does not carry them.

use super::words;

/// Declares [`ErrorKind`] so that a kind, its id, its cause and its next step stand on one page and none can be forgotten.
macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $kind:ident = $id:literal: $cause:literal $step:literal)+) => {
        words! {
        /// Why a file could not be read. Each kind has one sentence for the cause and one for the next step.
        ErrorKind { $($(#[doc = $doc])+ $kind = $id,)+ }
        }

        impl ErrorKind {
            /// The cause, as a sentence for the clerk.
            pub fn cause(self) -> &'static str {
                match self { $(Self::$kind => $cause),+ }
            }

            /// The next step, as a sentence for the clerk.
            pub fn step(self) -> &'static str {
                match self { $(Self::$kind => $step),+ }
            }
        }
    };
}

kinds! {
    /// Nothing there: zero bytes, or only blanks.
    Empty = "empty": "文件是空的，没有任何文字。" "可能仍在同步或复制中断，请重新拷贝后再试。"
    /// The clipboard held nothing that can be read.
    EmptyClipboard = "empty_clipboard": "剪贴板里没有可读取的文字。" "请在 WPS 或 Word 中按 Ctrl+A 全选、Ctrl+C 复制，再回到本页按 Ctrl+V 粘贴。"
    /// Protected by a password.
    Encrypted = "encrypted": "文件已加密。" "请在 WPS 中取消打开密码后再试；本页不提供密码输入。"
    /// Bytes that fit no format, in a file that is named like a document: an enterprise's encryption, as a rule.
    Protected = "protected": "文件可能已被单位加密软件保护，浏览器读到的是密文。" "请打开文件后复制全文，粘贴到本页。"
    /// Bytes that are no text.
    NotText = "not_text": "文件内容不是文字，无法识别是哪种文件。" "请改用 docx 文件，或复制全文粘贴到本页。"
    /// Text in Big5, as Taiwan and Hong Kong write it.
    Big5 = "big_five": "文字采用繁体中文编码（Big5），本程序不能读取。" "请在记事本或 WPS 中打开，另存为 UTF-8 编码后再试，或复制全文粘贴到本页。"
    /// Word 6.0 or 95.
    OldWord = "old_word": "这是 Word 6.0/95 的文件，版本过旧。" "请在 WPS 或 Word 中打开并另存为 docx 后再试，或复制全文粘贴到本页。"
    /// Microsoft Works.
    Works = "works": "这是微软 Works 文件，不是金山 WPS 文件。" "请用能打开它的程序另存为 docx 后再试，或复制全文粘贴到本页。"
    /// Excel 5.0, 95 or older.
    OldSpreadsheet = "old_spreadsheet": "这是 Excel 95 或更早的文件，版本过旧。" "请在 WPS 或 Excel 中打开并另存为 xlsx 后再试。"
    /// Pages without any text: scans. The number is that of the pages.
    Scanned = "scanned": "共 {} 页，未发现文字层（扫描件）。" "请用原始 Word 文件，或用 WPS“图片转文字”后粘贴到本页。"
    /// Text whose characters cannot be told. The number is their share in percent.
    Garbled = "garbled": "文字层编码异常（乱码率 {}%），读出的内容不可信，未作核对。" "请用原始 Word 文件，或在 WPS 中重新输出 PDF 后再试。"
    /// More pages than a document may have.
    TooManyPages = "too_many_pages": "文件超过 300 页，年度报告不会这么长。" "请只保留年度报告的页后再试。"
    /// More characters on a page than a page has.
    CrowdedPage = "crowded_page": "有一页的字符超过 20 万个，不是正常的页面，为保护电脑已停止读取。" "请在 WPS 或 Word 中重新输出 PDF 后再试，或复制全文粘贴到本页。"
    /// More objects than a PDF may have.
    TooManyObjects = "too_many_objects": "文件结构异常：内部对象超过 30 万个，为保护电脑已停止读取。" "请在 WPS 或 Word 中重新输出 PDF 后再试。"
    /// An archive that holds no file that could be a report.
    NothingInside = "nothing_inside": "压缩包里没有可读取的文件。" "请解压后查看，拖入其中的年度报告。"
    /// An archive inside an archive.
    NestedArchive = "nested_archive": "压缩包里还有压缩包，未继续展开。" "请解压后拖入其中的文件。"
    /// An archive of files.
    Archive = "archive": "这是本程序不能展开的压缩包（仅支持 zip）。" "请解压后拖入其中的文件。"
    /// A program.
    Executable = "executable": "这是程序文件，不是文档。" "请改用年度报告的 docx 文件，或复制全文粘贴到本页。"
    /// A picture.
    Image = "image": "这是图片，没有可读取的文字。" "请用原始 Word 文件，或用 WPS“图片转文字”后粘贴到本页。"
    /// A binary workbook of Excel 2007 and later.
    BinaryWorkbook = "binary_workbook": "这是二进制工作簿（xlsb）。" "请在 WPS 或 Excel 中另存为 xlsx 后再试，或选中表格复制后粘贴到本页。"
    /// A presentation.
    Presentation = "presentation": "这是演示文稿，不是年度报告。" "请改用年度报告的 docx 文件，或复制全文粘贴到本页。"
    /// A document as one XML file: Word 2003 XML, flat OPC and the like.
    Xml = "xml": "这是 XML 文件，不是可直接读取的文档。" "请在 WPS 或 Word 中另存为 docx 后再试，或复制全文粘贴到本页。"
    /// The end of the file is missing.
    Truncated = "truncated": "文件不完整（缺少结尾目录）。" "可能是下载或复制中断，请重新拷贝后再试。"
    /// The structure of the file contradicts itself.
    Damaged = "damaged": "文件已损坏，读不出内容。" "请在 WPS 或 Word 中打开并另存为新的 docx 后再试，或复制全文粘贴到本页。"
    /// More bytes than a file may have.
    TooLarge = "too_large": "文件超过 30 MB，年度报告不会这么大。" "请删去文件中的图片后另存，或复制全文粘贴到本页。"
    /// More bytes than a text or a page may have.
    TextTooLarge = "text_too_large": "文字或网页内容超过 10 MB，年度报告不会这么大。" "请只保留年度报告的内容后再试。"
    /// More text than a report may have.
    TooMuchText = "too_much_text": "文件中的文字超过 300 万字，年度报告不会这么长。" "请只保留年度报告的内容后再试。"
    /// More paragraphs and cells than a report may have.
    TooManyLines = "too_many_lines": "文件中的段落和单元格超过 25 万个，年度报告不会这么长。" "请只保留年度报告的内容后再试。"
    /// More files inside than a document may have.
    TooManyEntries = "too_many_entries": "文件结构异常：内部文件超过 1000 个，为保护电脑已停止读取。" "请在 WPS 或 Word 中另存为新的 docx 后再试。"
    /// Inflates beyond all measure.
    Inflates = "inflates": "文件结构异常：解压后超过 128 MB（或单个部分超过 64 MB、压缩率异常），为保护电脑已停止读取。" "请删去文件中的图片后另存为新的 docx 后再试，或复制全文粘贴到本页。"
    /// Two files inside share a name or their bytes.
    Overlap = "overlap": "文件结构异常：内部文件重名或重叠，已停止读取。" "请在 WPS 或 Word 中另存为新的 docx 后再试。"
    /// Elements nested too deep.
    TooDeep = "too_deep": "文件结构异常：嵌套超过 256 层，为保护电脑已停止读取。" "请复制全文粘贴到本页。"
    /// Too many elements.
    TooManyNodes = "too_many_nodes": "文件结构异常：内容超过 100 万个元素，为保护电脑已停止读取。" "请复制全文，只保留文字和表格后粘贴到本页。"
    /// More filled cells than a workbook may have.
    TooManyCells = "too_many_cells": "工作表中有内容的单元格超过 20 万个，年度报告不会这么大。" "请只保留年度报告的表格后再试，或选中表格复制后粘贴到本页。"
    /// An element with too many attributes.
    TooManyAttributes = "too_many_attributes": "文件结构异常：一个元素的属性超过 256 个，为保护电脑已停止读取。" "请复制全文粘贴到本页。"
    /// A kind of file this program does not read.
    Unsupported = "unsupported": "不能读取这种文件。" "请在 WPS 或 Word 中另存为 docx 后再试，或复制全文粘贴到本页。"
    /// The system does not let the file be opened; only where files are opened by their path.
    NotAccessible = "not_accessible": "打不开这个文件。" "请检查路径和读取权限。"
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn ids_are_distinct_snake_case_and_sentences_end() {
        let ids: BTreeSet<_> = ErrorKind::ALL.iter().map(|kind| kind.id()).collect();
        assert_eq!(ids.len(), ErrorKind::ALL.len());
        for kind in ErrorKind::ALL {
            assert!(kind.id().bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{kind:?}");
            assert!(kind.cause().ends_with('。') && kind.step().ends_with('。'), "{kind:?}");
        }
    }
}

use super::omitted::Omitted;

/// How often something was met that the clerk is told of.
#[derive(Debug, Default)]
pub(super) struct Counts {
    /// Runs inserted or moved here by a tracked change.
    pub(super) insertions: usize,
    /// Runs deleted or moved away by a tracked change.
    pub(super) deletions: usize,
    /// What is no part of its line.
    pub(super) omitted: Omitted,
    /// Text boxes.
    pub(super) boxes: usize,
    /// Pictures.
    pub(super) pictures: usize,
    /// Embedded objects, such as a spreadsheet.
    pub(super) objects: usize,
    /// Comments.
    pub(super) comments: usize,
}

impl Counts {
    /// Sentences for the clerk.
    pub(super) fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        let (insertions, deletions) = (self.insertions, self.deletions);
        if insertions + deletions > 0 {
            let changes = format!("插入 {insertions} 处，删除 {deletions} 处");
            notes.push(format!("含修订痕迹（{changes}），已按接受全部修订后的内容读取"));
        }
        notes.extend(self.omitted.note());
        for (count, what) in [
            (self.comments, "条批注未读取"),
            (self.boxes, "个文本框，其文字排在所在段落之后"),
            (self.pictures, "张图片未读取"),
            (self.objects, "个嵌入对象未读取"),
        ] {
            if count > 0 {
                notes.push(format!("有 {count} {what}"));
            }
        }
        notes
    }
}

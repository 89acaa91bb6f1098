//! A finding as a remark beside the text: a comment of a docx.

use crate::wire::Finding;

/// Its paragraphs: what, why, what to check, and on what it rests.
pub fn remark(finding: &Finding) -> Vec<String> {
    let what = title(finding);
    let mut remark = vec![format!("【{}】{what}", finding.severity.word())];
    if finding.message.trim_end_matches('。') != what.trim_end_matches('。') {
        remark.push(finding.message.clone());
    }
    let parts = [("因为", &finding.because), ("请核对", &finding.todo)];
    remark.extend(
        parts.iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| format!("{name}：{text}")),
    );
    let basis: Vec<String> =
        finding.basis.iter().map(|basis| format!("{} {}", basis.norm, basis.clause)).collect();
    if !basis.is_empty() {
        remark.push(format!("依据：{}", basis.join("；")));
    }
    remark
}

/// What a finding is called: its short title, else its sentence.
pub fn title(finding: &Finding) -> &str {
    if finding.detail.title.is_empty() { &finding.message } else { &finding.detail.title }
}

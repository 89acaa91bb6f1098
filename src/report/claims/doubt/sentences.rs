//! What the clerk reads of a doubt.

use super::Doubt;
use std::fmt;

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentence = match self {
            Self::Whose(_, name) => {
                return write!(f, "正文说的是“{name}”，可能与表格不是同一范围");
            }
            Self::SumNear(sum) => {
                return write!(f, "几个同类数字相加为 {sum}，与表中只差一点，可能写错一处");
            }
            Self::Unread(kind) => return write!(f, "{}未能可靠读出", kind.name()),
            Self::Uncounted(other) => other.reason(),
            other => other.sentence(),
        };
        f.write_str(sentence)
    }
}

impl Doubt {
    #[expect(clippy::too_many_lines, reason = "one line for each doubt")]
    fn sentence(&self) -> &'static str {
        match self {
            Self::Percentage => "百分比，表中没有对应",
            Self::Range => "数字是一个范围，不作相等比较",
            Self::ShareOfWhole => "所占份额，表中没有对应",
            Self::Approximate => "约数不作相等比较",
            Self::Split => "数字中间有空格，不能断定是一个数还是两个数",
            Self::Negated => "否定句中的数字，含义不能断定",
            Self::OtherYear => "说的是其他年度",
            Self::Compared => "与其他时期比较的数字",
            Self::Average => "平均数，表中没有对应",
            Self::PartOfYear => "只计一年中的一段时间，表中没有对应",
            Self::Running => "累计数，可能不只是本年",
            Self::Disordered => "“分别”所列的项目与数字不能一一对应",
            Self::NoSubject => "没有说明是表中的哪一项",
            Self::SeveralThings => "几类事项的合计数，表中没有对应",
            Self::HandlingFee => "信息处理费，表中没有对应",
            Self::NoMoney => "不是金额",
            Self::Money => "是金额，不是件数",
            Self::OddUnit => "计量单位表明不是件数",
            Self::NoCell => "表中没有对应",
            Self::ToldBefore => "同一个数字与表格的差异已在前面指出",
            Self::OthersNumber => "说的是其他单位；本单位的同一数字与表一致",
            Self::OwnResult => "表中没有这一类办理结果",
            Self::OwnOutcome => "表中没有这一类审理结果",
            Self::OneChannel => "只计某一申请渠道，表中没有对应",
            Self::Helping => "说的是指导、协助其他单位办理的件数",
            Self::SomeBodies => "只计其中一部分单位，表中没有对应",
            Self::MaybeOneChannel => "可能只计某一申请渠道，表中没有对应",
            Self::Strange => "句中另有说明，不能断定与表中是同一范围",
            Self::MaybeOtherRequests => "没有说明是不是政府信息公开申请",
            Self::Unsure => "不能断定说的是政府信息公开申请或由它引起的案件",
            Self::Each => "“各”“均为”之后的数字可能是每一个的，不是合计",
            Self::SeveralApplicants => "几类申请人的合计数，表中没有对应",
            Self::SeveralResults => "几类办理结果的合计数，不能断定与表中哪一项对应",
            Self::SeveralOutcomes => "几类审理结果的合计数，表中没有对应",
            Self::SeveralChanges => "制发与废止等几类数字合在一起",
            Self::Rest => "只说“其他”，不能断定是表中的哪一项",
            Self::WholeUnclear => "“其中”说的是哪一个总数不能断定",
            Self::CarriedSuits => "上年结转的复议、诉讼，表中没有单列",
            Self::ReviewingBody => "可能是作为复议机关办理的案件，不是因政府信息公开引起的",
            Self::Cleaned => "清理、失效的件数不一定计入废止",
            Self::ChangeUnsaid | Self::DeniedChangeUnsaid => "没有说明是制发、废止还是现行有效",
            Self::KeptOfCleaned => "只计清理的文件中继续有效的",
            Self::NeitherMadeNorRepealed => "公开、清理的件数不一定就是制发、废止件数",
            Self::NotDecided => "不能断定是本年作出的处理决定数",
            Self::PublishedDecisions => "公开的件数不一定是全部处理决定",
            Self::Items => "“项”可能是事项数，不是决定数",
            Self::SeveralInBracket => "括号内列了几种情形",
            Self::SortedPapers => "同一句说的是公文、文件的公开属性，不能断定是政府信息公开申请",
            Self::LeftOver => "同一句另说有结转下年度的申请",
            Self::CaseByCase => "同一句逐件列出了同一种结果",
            Self::Together => "几项合写一个数字，按各项之和比较",
            Self::SaidBefore => "同一句已有同类数字，可能是不同单位的",
            Self::DeniedStageUnsaid => "没有说明是收到、办理还是答复的件数",
            Self::OfProblems => "“存在的主要问题及改进情况”中的数字，可能另有所指",
            Self::OtherSuits => "不能断定只是因政府信息公开引起的复议、诉讼",
            Self::NoSuchPower => "也可能说的是没有相应职权或事项",
            Self::NoSuchFee => "也可能说的是没有收费项目",
            Self::OnlyDue => "可能只指已到答复期限的申请",
            Self::MaybeOtherPapers => "正文只说“文件”，可能不只是行政规范性文件",
            Self::Unnamed => "这一句没有写明是政府信息公开申请",
            Self::LooselyOpen | Self::ListedOpen => "“公开”可能不只是予以公开",
            Self::OtherOrganisations => "“其他组织”指表中哪几列不能断定",
            Self::StageUnsaid => "正文没有说明是收到、办理还是答复的件数",
            Self::Narrowed | Self::Qualified => "句中另有限定，不能断定与表中是同一范围",
            Self::OthersRules => "规章由国务院部门、省和设区的市制定，本单位可能只是起草",
            Self::OfCleanUp => "只是这一次清理中废止的",
            Self::Guessed => "没有写明是政府信息公开申请",
            Self::HandledDecisions => "办理、办结的件数通常就是处理决定数",
            Self::OnlyPapersNamed => "同一句说的是行政规范性文件",
            Self::CountedSomehow => "正文没有说明件数是收到、办理还是公开的",
            Self::PersonsOrTimes => "单位是人、人次，不一定等于件数",
            Self::AnnouncedDocuments => "发布、公布的件数通常就是本年制发件数",
            Self::OfCarriedIn => "可能只计上年结转的申请",
            Self::ButFor => "前面说了“除……外”，不是一件也没有",
            Self::MaybeSuits => "也可能说的是行政复议、行政诉讼",
            Self::RestOfApplicants => "“其他”不一定就是表中的“其他”一列",
            Self::RestOfResults => "只说“其他”，不一定就是“其他处理”",
            Self::ConcludedCases => "审结、办结的件数可能不含或包含往年案件",
            Self::PublishedDocuments => "公开、发布的件数不一定就是本年制发件数",
            Self::PublishedInForce => "公开的现行有效文件不一定是全部现行有效文件",
            Self::InForceByNow => "目前有效的件数，可能不是年末的件数",
            Self::KeptInForce => "清理后保留的件数，可能不是年末的全部件数",
            Self::OtherCause => "正文所说的复议、诉讼另有原因，不是因政府信息公开引起的",
            Self::Withdrawn => "同一句另说有撤回的申请，可能没有计入表格",
            Self::OwnClasses => "同一句用了表格以外的分类，不能断定一一对应",
            Self::LegalPersonsApart => "正文把法人与其他组织分开计数",
            Self::MayIncludeCarriedIn => "可能已含上年结转的申请",
            Self::MayBeNewOnly => "可能只计本年新收的申请",
            Self::MayBeAnsweredOfNew => "可能只计本年新收申请中办结的",
            Self::MayLeaveOutRejected => "可能没有计入不予处理和其他处理",
            Self::MayIncludePartial => "可能把部分公开也算在内",
            Self::MayBeWholeClass => "可能是这一类的合计",
            Self::MayBeSettledOfNew => "可能只指本年新收的申请",
            Self::MayTakeInUnlisted => "同一句另有表中没有单列的一类，可能计入了这一项",
            Self::MoreThanAll => "即使只计一部分，也不会多于全部",
            Self::LessThanPart => "即使范围更大，也不会少于表中一部分",
            Self::AddsUp => "与相邻的同类数字相加，与表一致",
            Self::MayAddUp => "加上相邻的数正好等于表中的数，可能只计一部分",
            Self::OddOneOut => "并列的另外两项与表二一致，这一项不一致",
            // With a name or a kind of their own, written above.
            Self::Whose(..) | Self::SumNear(_) | Self::Unread(_) | Self::Uncounted(_) => "",
        }
    }
}

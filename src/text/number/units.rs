use super::Unit;

/// Units by their writing; the longest that fits is taken.
#[rustfmt::skip]
pub(super) const UNITS: &[(&str, Unit)] = &[
    ("件次", Unit::Case), ("件", Unit::Case), ("条次", Unit::Other), ("条", Unit::Case),
    ("份", Unit::Case), ("宗", Unit::Case), ("起", Unit::Case), ("封", Unit::Case),
    ("例", Unit::Case), ("次", Unit::Case), ("部", Unit::Case), ("篇", Unit::Case),
    ("笔", Unit::Case), ("桩", Unit::Case), ("个", Unit::Piece), ("项", Unit::Piece),
    ("万元", Unit::TenThousandYuan), ("亿元", Unit::HundredMillionYuan), ("元", Unit::Yuan),
    ("人次", Unit::Persons), ("人", Unit::Persons), ("名", Unit::Persons), ("位", Unit::Persons),
    ("家", Unit::Other), ("户", Unit::Other), ("处", Unit::Other), ("期", Unit::Other),
    ("种", Unit::Other), ("类", Unit::Other), ("页", Unit::Other), ("字", Unit::Other),
    ("场", Unit::Other), ("批", Unit::Other), ("套", Unit::Other), ("张", Unit::Other),
    ("册", Unit::Other), ("本", Unit::Other), ("集", Unit::Other), ("版", Unit::Other),
    ("块", Unit::Other), ("台", Unit::Other), ("幅", Unit::Other), ("则", Unit::Other),
    ("倍", Unit::Other), ("轮", Unit::Other), ("批次", Unit::Other), ("场次", Unit::Other),
    ("人员", Unit::Persons), ("平方米", Unit::Other), ("公里", Unit::Other), ("亩", Unit::Other),
    ("吨", Unit::Other),
];

/// What makes a number part of a name, a date or an address.
pub(super) const LABELS: &[&str] = &[
    "月",
    "日",
    "号",
    "时",
    "点",
    "分",
    "秒",
    "小时",
    "天",
    "周",
    "岁",
    "级",
    "楼",
    "层",
    "室",
    "路",
    "届",
    "年",
    "工作日",
    "个工作日",
    "个月",
    "个小时",
    "款",
    "章",
    "版本",
    "℃",
    "米",
    "栋",
    "幢",
    "弄",
];

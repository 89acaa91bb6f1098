//! The words right behind a number, by their characters: each number is looked up, so that this is a table of branches and no list.

use super::Unit;

/// The unit that characters begin with, and how many of them it takes; the longest that fits. What is not written is `\0`.
pub(super) fn unit_of([first, second, third, _]: [char; 4]) -> Option<(Unit, usize)> {
    let pair = match (first, second) {
        ('件', '次') => Some(Unit::Case),
        ('条' | '批' | '场', '次') | ('公', '里') => Some(Unit::Other),
        ('万', '元') => Some(Unit::TenThousandYuan),
        ('亿', '元') => Some(Unit::HundredMillionYuan),
        ('人', '次' | '员') => Some(Unit::Persons),
        _ => None,
    };
    if let Some(unit) = pair {
        return Some((unit, 2));
    }
    let unit = match first {
        // 六部分, 三部门: 部 is no unit there.
        '部' if matches!(second, '分' | '门' | '委' | '署') => return None,
        '件' | '条' | '份' | '宗' | '起' | '封' | '例' | '次' | '部' | '篇' | '笔' | '桩' => {
            Unit::Case
        }
        '个' | '项' => Unit::Piece,
        '元' => Unit::Yuan,
        '人' | '名' | '位' => Unit::Persons,
        '家' | '户' | '处' | '期' | '种' | '类' | '页' | '字' | '场' | '批' | '套' | '张' | '册' | '本'
        | '集' | '版' | '块' | '台' | '幅' | '则' | '倍' | '轮' | '亩' | '吨' => Unit::Other,
        '平' if (second, third) == ('方', '米') => return Some((Unit::Other, 3)),
        _ => return None,
    };
    Some((unit, 1))
}

/// How many characters are what makes a number part of a name, a date or an address; 0 if they begin with nothing of the kind.
pub(super) fn label_length(behind: [char; 4]) -> usize {
    match behind {
        ['个', '工', '作', '日'] => 4,
        ['个', '小', '时', _] | ['工', '作', '日', _] => 3,
        ['个', '月', ..] | ['小', '时', ..] | ['版', '本', ..] => 2,
        [
            '月' | '日' | '号' | '时' | '点' | '分' | '秒' | '天' | '周' | '岁' | '级' | '楼' | '层' | '室'
            | '路' | '届' | '年' | '款' | '章' | '℃' | '米' | '栋' | '幢' | '弄',
            ..,
        ] => 1,
        _ => 0,
    }
}

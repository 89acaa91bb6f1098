//! How far a list goes: which numbers belong to it by their words, marks and units.

use super::{FEWEST, Figure, Item, Kinds, Lists};
use crate::report::claims::lex::Stop;
use crate::text::{Decimal, Slip, Unit};

/// What is reported in cells of its own.
const OF_THEIR_OWN: &[&str] = &["规范性文件", "许可", "处罚", "强制", "申请"];
/// So many parts that come to a total without the last are one list with it, whatever marks stand between them.
const MANY: usize = 6;

impl<'p> Lists<'p> {
    /// Whether a long list that takes up its sentence is off its total by one, and only without its last item comes to it.
    pub(super) fn sentence_misses_by_one(&self, items: &[Item<'p>], exact: &[usize], due: Decimal) -> bool {
        let plain = |item: &Item<'p>| item.figure.adds && !item.idle && !item.beside;
        exact.len() >= MANY
            && exact.len() + 1 == items.len()
            && items.iter().skip(1).all(plain)
            && items.last().is_some_and(|item| item.figure.value == Decimal::from(1))
            && self.sum(exact) == due
    }

    /// Whether the last item hardly belongs to a list that adds up without it. 发文161件，其中…，解读1件: an interpretation is
    /// information, but no paper. What has a cell of its own is named behind a short list as often as in it.
    pub(super) fn adds_outsider(&self, list: &[Item<'p>], whole: &[usize]) -> bool {
        let tells = |figure: &Figure, words: &[&str]| {
            let label: String = self.chars.get(figure.label.clone()).unwrap_or_default().iter().collect();
            words.iter().any(|word| label.contains(word))
        };
        let Some(end) = list.last() else { return false };
        let informs = |at: &usize| self.figure(*at).is_some_and(|total| tells(total, &["信息", "解读"]));
        let interpretation = tells(end.figure, &["解读"]) && !whole.iter().any(informs);
        interpretation || (list.len() <= FEWEST && tells(end.figure, OF_THEIR_OWN))
    }

    /// Whether an item is named as all those before it are: 文字解读144篇，图片解读61篇，视频解读1篇. A list does not end
    /// between them, even if those before already come to the total.
    pub(super) fn goes_on(&self, run: &[usize], next: &Item<'p>) -> bool {
        let ending = |figure: &Figure| {
            let label = self.chars.get(figure.label.clone()).unwrap_or_default();
            label.len().checked_sub(2).and_then(|from| label.get(from..))
        };
        let own = ending(next.figure);
        if next.figure.value.is_zero() || next.idle || next.beside || next.stop >= Stop::Clause {
            return false;
        }
        // What 、 joins is one list.
        let joined = |at: &usize| self.figure(*at).is_some_and(|figure| figure.gap.stop == Some(Stop::Item));
        let one = next.stop == Stop::Item && run.iter().skip(1).all(joined);
        one || own.is_some()
            && run.iter().all(|&at| self.figure(at).is_some_and(|figure| ending(figure) == own))
    }
}

/// Whether two units may count the same things: none written, or both of the kind used for cases and papers.
pub(super) fn alike(one: Unit, other: Unit) -> bool {
    one == other || one == Unit::None || other == Unit::None || (is_case(one) && is_case(other))
}

fn is_case(unit: Unit) -> bool {
    matches!(unit, Unit::Case | Unit::Piece)
}

/// How many items belong together by their words and marks: the list proper, before a new matter may begin.
pub(super) fn natural(items: &[Item<'_>], whole: Option<Decimal>) -> usize {
    let Some(first) = items.first() else { return 0 };
    let lower = |upto: usize| items.get(1..upto).unwrap_or_default().iter().map(|item| item.stop).max();
    // A list that 其他 closes goes on to it over every ，.
    let closing = items.iter().take_while(|item| item.stop < Stop::Clause).position(|item| item.figure.rest);
    for (index, item) in items.iter().enumerate().skip(1) {
        // 选房公告11件、办理结果公告2件: what 、 joins goes on whatever it begins with.
        let joined = item.stop <= Stop::Item;
        let other = !same_list(first.figure, item.figure, joined);
        let ranks = lower(index).is_some_and(|before| before < Stop::Clause && item.stop >= Stop::Clause);
        // A、B，C: behind the ， a new matter may begin.
        let comma = lower(index) == Some(Stop::Item)
            && item.stop >= Stop::Comma
            && closing.is_none_or(|end| end < index);
        // What is more than the whole is no part of it, unless each part is named by its means: 通过网站…；通过公众号….
        let one_kind = item.figure.kinds.meets(first.figure.kinds);
        let more = whole.is_some_and(|whole| item.figure.value > whole && !whole.is_zero())
            && !one_kind
            && !(by_means(first.figure) && by_means(item.figure));
        if other || more || item.idle || item.beside || item.inner || ranks || comma || !item.figure.adds {
            return index;
        }
    }
    items.len()
}

/// Whether a number's words begin with what it was done by: 通过网站公开, 利用公开栏发布.
pub(super) fn by_means(figure: &Figure) -> bool {
    const MEANS: [[char; 2]; 5] = [['通', '过'], ['利', '用'], ['借', '助'], ['依', '托'], ['运', '用']];
    figure.starts.is_some_and(|starts| MEANS.contains(&starts))
}

fn same_list(first: &Figure, item: &Figure, joined: bool) -> bool {
    if item.doing && !first.doing && !joined {
        return false;
    }
    let (kinds, other) = (first.kinds, item.kinds);
    kinds.meets(other) || item.rest || other.is_empty() || (kinds.is_empty() && !other.meets(Kinds::STAGES))
}

/// Whether a list as a whole is off its total by one, and only without its last item comes to it: 22条，16条，1条 of 38.
pub(super) fn misses_by_one(list: &[Item<'_>], exact: &[usize], due: Decimal) -> bool {
    let all: Decimal = list.iter().map(|item| item.figure.value).sum();
    // The last item may be joined by 以及.
    let even = list
        .iter()
        .skip(2)
        .all(|item| Some(item.stop) == list.get(1).map(|item| item.stop) || item.stop == Stop::None);
    let whole = list.iter().all(|item| {
        item.figure.adds && item.figure.unit == list.first().map_or(Unit::None, |item| item.figure.unit)
    });
    exact.len() > 1
        && exact.len() < list.len()
        && even
        && whole
        && Slip::between(all, due) == Some(Slip::OffByOne)
}

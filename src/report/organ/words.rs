//! What a word for a body or a region is to the body that reports.

use super::{Kind, Level, Organ};

/// What a word that names a body or a region, such as 我局, 全县, 区政府 or 县公安局, is to the body that reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// The body itself, or the region whose units its report counts: 我局; 全县 in the report of a county.
    Own,
    /// Perhaps only a part of what the report counts: 我办 and 县政府 in the report of a county, 本级.
    Part,
    /// More than the report counts: 全县 in the report of a bureau or a town.
    Wider,
    /// Another body or region.
    Other,
    /// Nothing can be told: the word names nobody, or it is not known whose report it is.
    Unsaid,
}

/// What any body may call itself behind 我 or 本.
const ANYBODY: [&str; 7] = ["单位", "机关", "行政机关", "部门", "机构", "系统", "体"];

/// Nouns by which single units speak of themselves behind 我, 本 or 全.
const UNITS: [&str; 22] = [
    "局",
    "分局",
    "办",
    "办公室",
    "委",
    "厅",
    "办公厅",
    "会",
    "院",
    "处",
    "站",
    "馆",
    "社",
    "所",
    "部",
    "署",
    "中心",
    "支队",
    "大队",
    "总队",
    "公司",
    "校",
];

/// Nouns for regions, with the level of what they name.
const REGIONS: [(&str, Level); 13] = [
    ("管理区", Level::District),
    ("开发区", Level::District),
    ("高新区", Level::District),
    ("新区", Level::District),
    ("园区", Level::District),
    ("街道", Level::Town),
    ("省", Level::Province),
    ("市", Level::City),
    ("州", Level::City),
    ("盟", Level::City),
    ("区", Level::District),
    ("县", Level::County),
    ("旗", Level::County),
];

impl Organ {
    /// What a folded word is to this body.
    pub fn tie(&self, word: &str) -> Tie {
        if self.name().is_empty() || word.is_empty() {
            return Tie::Unsaid;
        }
        if word.ends_with("本级") || ["省级", "市级", "县级", "区级", "镇级"].contains(&word) {
            return Tie::Part;
        }
        if word.starts_with("各级") || ["各镇街", "各地"].iter().any(|start| word.starts_with(start)) {
            return if self.is_single() { Tie::Wider } else { Tie::Own };
        }
        match word.strip_prefix(['我', '本', '全']) {
            Some(noun) => self.first_person(noun.trim_start_matches('们')),
            None => self.name_tie(word),
        }
    }

    /// Whether a folded word names this body itself.
    pub fn is_own(&self, word: &str) -> bool {
        self.tie(word) == Tie::Own
    }

    /// What 我…, 本… and 全… are, by the noun behind.
    fn first_person(&self, noun: &str) -> Tie {
        if ANYBODY.contains(&noun) || (!self.is_known() && self.mark().is_none()) {
            return Tie::Own;
        }
        if let Some(tie) = self.region_tie(noun) {
            return tie;
        }
        let office_of_street = self.mark() == Some("街道") && ["办", "办事处", "处"].contains(&noun);
        let committee = self.kind() == Kind::Committee && ["委", "管委会", "管委"].contains(&noun);
        if self.is_single() || office_of_street || committee {
            Tie::Own
        } else if UNITS.contains(&noun) || noun.ends_with("政府") {
            // 我办 in the report of a whole county is its office alone.
            Tie::Part
        } else {
            Tie::Unsaid
        }
    }

    /// What the region is that a noun names: 县, and 县各部门 as in 全县各部门. `None` if it names none.
    fn region_tie(&self, noun: &str) -> Option<Tie> {
        let towns = [("街", Level::Town), ("镇", Level::Town), ("乡", Level::Town)];
        let begins = |&&(mark, _): &&(&str, Level)| {
            noun.strip_prefix(mark)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['各', '上', '范']))
        };
        let (mark, level) = REGIONS.iter().chain(&towns).find(begins).copied()?;
        let own = self.mark();
        if !self.is_single() && self.place().ends_with(mark) {
            return Some(Tie::Own);
        }
        if own.is_some_and(|own| mark.ends_with(own) || own.starts_with(mark)) {
            return Some(Tie::Own);
        }
        // Where levels do not tell, as for a ministry, a region is another body's matter.
        let higher = match (level.depth(), self.level().depth()) {
            (Some(region), Some(body)) if self.is_single() => region <= body,
            (Some(region), Some(body)) => region < body,
            _ => self.kind() == Kind::Committee && level != Level::Town,
        };
        Some(if higher { Tie::Wider } else { Tie::Other })
    }

    /// The region in its name: that of 大岭地区行政公署, of 云川高新技术产业开发区(新城区)人民政府.
    fn place(&self) -> &str {
        let ends = ["行政公署", "人民政府", "政府"];
        let place = ends.iter().find_map(|end| self.name().strip_suffix(end)).unwrap_or(self.name());
        place.trim_end_matches(')')
    }

    /// Whether a name in the text is this body's, in full or shortened, or that of another.
    fn name_tie(&self, name: &str) -> Tie {
        let letters: Vec<char> = name.chars().collect();
        // 县政府 in the report of a county may be the government alone, without its departments.
        let counts_others = !self.is_single() && self.level() != Level::Town;
        if name.ends_with("政府") && letters.len() <= 4 && counts_others {
            return Tie::Part;
        }
        if let Some(place) = name.strip_suffix("人民政府").or_else(|| name.strip_suffix("政府"))
            && self.kind() != Kind::Office
            && let Some((level, own)) = Level::of(place).depth().zip(self.level().depth())
            && (level != own || self.is_single())
        {
            // 县政府 is the government above its towns and bureaus.
            return if level > own { Tie::Other } else { Tie::Wider };
        }
        let full = self.name().ends_with(name) || name.ends_with(self.name());
        // Words in front of a name need not belong to it: 由区政府办.
        let shortened = (0..letters.len().saturating_sub(1))
            .filter_map(|start| letters.get(start..))
            .filter(|tail| {
                !["政府", "人民政府", "办公室", "委员会"].contains(&tail.iter().collect::<String>().as_str())
            })
            .any(|tail| is_subsequence(tail.iter().copied(), self.name()));
        if full || shortened { Tie::Own } else { Tie::Other }
    }

    /// Whether a name may be this body's: one is made of characters of the other in their order, as 区政府办 is of
    /// 大通区人民政府办公室.
    pub fn may_be(&self, name: &str) -> bool {
        is_subsequence(name.chars(), self.name()) || is_subsequence(self.name().chars(), name)
    }

    /// Words by which bodies of another kind speak of themselves: those that no body like this one could use, and those that
    /// it might, where it goes by a second name or has taken over another body. 我县 in the report of a county's bureau and 我市 in
    /// that of a district are right.
    pub fn foreign_words(&self) -> [&'static [&'static str]; 2] {
        const TOWNS: &[&str] = &["我镇", "我乡", "我街道", "本镇", "本乡", "本街道"];
        let names = |place: &str| self.name().contains(place);
        match (self.kind(), self.level()) {
            (Kind::Government, Level::Town) if names("街道") => {
                [&["我镇", "我乡", "本镇", "本乡", "我局", "本局", "我厅", "我校"], &[]]
            }
            (Kind::Government, Level::Town) if names("镇") => {
                [&["我街道", "我乡", "本街道", "本乡", "我局", "本局", "我厅", "我校"], &[]]
            }
            (Kind::Government, Level::Town) if names("乡") => {
                [&["我街道", "我镇", "本街道", "本镇", "我局", "本局", "我厅", "我校"], &[]]
            }
            (Kind::Government, Level::County) if !names("区") => {
                [&["我区", "我镇", "我乡", "我街道", "本镇", "本乡", "本街道"], &[]]
            }
            (Kind::Government, Level::District) => {
                [&["我县", "本县", "我镇", "我乡", "我街道", "本镇", "本乡", "本街道"], &[]]
            }
            (Kind::Government, Level::City) if !names("区") && !names("县") => [TOWNS, &[]],
            (Kind::Department, level) if level != Level::Town && !names("办事处") => {
                let others: &[&str] = match self.name() {
                    name if name.ends_with('局') => &["我委", "我厅", "我校", "我院", "本校", "本院"],
                    name if name.ends_with(['委', '会']) => &["我局", "本局", "我厅", "我校", "我院"],
                    name if name.ends_with('厅') => &["我局", "本局", "我委", "我校", "我院"],
                    _ => &[],
                };
                [TOWNS, others]
            }
            (Kind::Office, level) if level != Level::Town => [TOWNS, &["我局", "本局", "我厅", "我校"]],
            _ => [&[], &[]],
        }
    }

    /// Whether a name is surely that of another body of this one's kind: another town's in the report of a town, another bureau's
    /// in that of a bureau, another county's in that of a county. Names that may be this body's by another name are none.
    pub fn is_of_another(&self, name: &str) -> bool {
        let (tails, abbreviates): (&[&str], bool) = match (self.kind(), self.level()) {
            (Kind::Government, Level::Town) => (&["街道", "镇", "乡"], false),
            (Kind::Government, Level::County | Level::District) => (&["县", "区", "旗"], false),
            (Kind::Department, _) if self.name().ends_with('局') => (&["局"], true),
            _ => return false,
        };
        let (Some(own), Some(other)) = (stem(self.name(), tails), stem(name, tails)) else { return false };
        if other.chars().count() < SHORTEST_STEM
            || other.starts_with(['各', '全', '我', '本', '该', '两', '总', '分'])
        {
            return false;
        }
        if abbreviates {
            // 教体局 is 教育和体育局; those whose task is disclosure are named in any report.
            let leads = ["政务", "政府", "数据", "审批", "信息", "档案", "司法", "保密"];
            !leads.iter().any(|task| other.contains(task)) && !other.chars().any(|char| own.contains(char))
        } else {
            let kinds = ["高新", "开发", "示范", "新", "园", "管理", "工业", "合作", "度假", "经开"];
            !kinds.iter().any(|kind| other.ends_with(kind))
                && !is_subsequence(own.chars(), other)
                && !is_subsequence(other.chars(), own)
        }
    }
}

/// Shorter stems are words such as 市局, 各镇.
const SHORTEST_STEM: usize = 2;

/// What a name says between the place it lies in and the end that tells its kind: 水利 of 清河县水利局, 柳林 of 清河县柳林镇人民政府.
fn stem<'n>(name: &'n str, tails: &[&str]) -> Option<&'n str> {
    let at = tails.iter().filter_map(|tail| name.rfind(tail)).max()?;
    let head = name.get(..at)?;
    let place = head.char_indices().rev().find(|(_, char)| "省市县区州旗盟".contains(*char));
    head.get(place.map_or(0, |(at, char)| at + char.len_utf8())..)
}

/// Whether characters stand in a text in their order.
fn is_subsequence(mut short: impl Iterator<Item = char>, long: &str) -> bool {
    let mut rest = long.chars();
    short.all(|char| rest.any(|other| other == char))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(organ: &str, tie: Tie, words: &[&str]) {
        for word in words {
            assert_eq!(Organ::of(organ).tie(word), tie, "{word} in the report of {organ}");
        }
    }

    #[test]
    fn short_names_of_the_reporting_body_are_its_own() {
        all("大通区人民政府办公室", Tie::Own, &["区政府办", "由区政府办", "我办", "本办公室", "本机关"]);
        all("某某县公安局", Tie::Own, &["县公安局", "我局", "本局", "全局"]);
        all("卫滨区人民政府", Tie::Own, &["卫滨区", "全区", "我区", "全区各部门"]);
        all("大路镇人民政府", Tie::Own, &["由镇政府", "我镇", "全镇"]);
        all("大岭地区行政公署", Tie::Own, &["全区", "我区"]);
        all("云川高新技术产业开发区(新城区)人民政府", Tie::Own, &["全区", "我区"]);
        all("南湖新区管委会", Tie::Own, &["我委", "管委会", "全区", "我区", "本新区"]);
        all("正阳街道办事处", Tie::Own, &["我街道", "我办", "我街", "街道办"]);
        all("内蒙古自治区人民政府", Tie::Own, &["全区", "我区"]);
    }

    #[test]
    fn the_office_of_a_region_is_a_part_of_it() {
        all("巫山县人民政府", Tie::Part, &["县政府", "我办", "我局", "本级", "县本级"]);
        all("巫山县", Tie::Part, &["县政府"]);
    }

    #[test]
    fn a_region_above_is_wider_and_another_is_foreign() {
        all("巫山县水利局", Tie::Wider, &["全县", "我县", "全市", "各级各部门"]);
        all("巫山县水利局", Tie::Other, &["全镇", "县教育局"]);
        all("大路镇人民政府", Tie::Wider, &["全县", "我市", "县政府", "清河县人民政府"]);
        all("清河县大路镇人民政府", Tie::Wider, &["清河县政府", "区政府"]);
        all("巫山县水利局", Tie::Wider, &["县政府", "巫山县人民政府"]);
        all("卫滨区人民政府", Tie::Wider, &["全市", "全省"]);
        all("卫滨区人民政府", Tie::Other, &["我镇", "区公安局"]);
        all("巫山县人民政府", Tie::Other, &["县公安局", "我镇"]);
    }

    #[test]
    fn another_body_of_the_same_kind_is_told_by_its_stem() {
        for (organ, others, own) in [
            (
                "清河县水利局",
                ["清河县林业局", "县教育局", "临江县交通运输局"],
                ["县水利局", "江州市水利局", "市局", "县政务服务数据管理局", "县政府办公室", "水利水电局"],
            ),
            (
                "清河县柳林镇人民政府",
                ["大路镇", "清河县石门镇人民政府", "正阳街道"],
                ["柳林镇", "柳林乡", "各镇", "清河县人民政府", "县水利局", "全镇"],
            ),
            (
                "清河县人民政府",
                ["临江县", "江州市临江县人民政府", "卫滨区"],
                ["清河县", "清河县政府", "清河高新区", "县教育局", "大路镇", "江州市"],
            ),
            ("教育和体育局", ["水利局"; 3], ["教体局"; 6]),
        ] {
            let organ = Organ::of(organ);
            assert!(others.iter().all(|name| organ.is_of_another(name)), "{others:?}");
            assert!(!own.iter().any(|name| organ.is_of_another(name)), "{own:?}");
        }
    }

    #[test]
    fn without_a_body_nothing_is_told() {
        all("", Tie::Unsaid, &["我局", "全县", "县公安局"]);
        all("某某", Tie::Own, &["我局", "全县"]);
    }
}

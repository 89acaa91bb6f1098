//! Names of bodies held against each other: the title says 清河县发展和改革局, the list 发改局.

use crate::report::Organ;
use crate::report::organ::Place;
use crate::text::compact;
use crate::vocabulary::NameMatch;
use std::collections::BTreeMap;

/// A name in the forms by which it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// As it stands, blanks left out.
    whole: String,
    /// Without the region, with its ending in the shortest usual form: 教育局, 青山镇, 政府办.
    own: String,
    /// The same without a single 县 or 区 in front, if there is one: 县教育局.
    bare: Option<String>,
}

/// Endings that say the same, longest first: what stands there, and its shortest form.
const ENDINGS: [(&str, &str); 10] = [
    ("人民政府办公室", "政府办"),
    ("人民政府办公厅", "政府办"),
    ("政府办公室", "政府办"),
    ("街道办事处", "街道"),
    ("街道办", "街道"),
    ("人民政府", ""),
    ("管理委员会", "管委会"),
    ("委员会", "委"),
    ("办公室", "办"),
    ("政府", ""),
];

/// Fewer characters than this are in too many names to tell anything by themselves.
const TELLING: usize = 3;

impl Name {
    pub(super) fn of(name: &str) -> Self {
        let whole = compact(name);
        // A second name in brackets, such as 林业局(县绿化办公室).
        let first = whole.split_once('(').map_or(whole.as_str(), |(first, _)| first);
        let places = Organ::of(first).places();
        let rest = first.get(places.iter().map(String::len).sum()..).unwrap_or(first);
        let own = match short(rest) {
            // A government and the committee of a zone are told by their place.
            end if end.is_empty() || end == "管委会" => {
                format!("{}{end}", places.last().map_or(first, |place| place))
            }
            own => own,
        };
        let bare = own.strip_prefix(['县', '区', '市', '旗', '州', '省']);
        let bare = bare.filter(|rest| rest.chars().count() >= 2).map(str::to_owned);
        Self { whole, own, bare }
    }

    /// By what the body is told from others of its region.
    pub(super) fn key(&self) -> &str {
        &self.own
    }

    fn forms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.own.as_str()).chain(self.bare.as_deref())
    }

    /// Whether the two may be names of one body, seen in one way.
    fn is(&self, other: &Self, how: NameMatch) -> bool {
        let any = |fits: fn(&str, &str) -> bool| {
            self.forms().any(|one| other.forms().any(|two| fits(one, two) || fits(two, one)))
        };
        match how {
            NameMatch::Same => self.whole == other.whole,
            NameMatch::Variant => any(|one, two| one == two),
            NameMatch::Part => any(|one, two| two.chars().count() >= TELLING && one.ends_with(two)),
            NameMatch::Short => any(is_short_for),
        }
    }
}

fn short(name: &str) -> String {
    let ending = ENDINGS.iter().find_map(|(long, short)| Some((name.strip_suffix(long)?, short)));
    ending.map_or_else(|| name.to_owned(), |(start, short)| format!("{start}{short}"))
}

/// Whether the characters of `short` stand in `long` in their order, the first of both being the same.
fn is_short_for(short: &str, long: &str) -> bool {
    let length = short.chars().count();
    let mut rest = long.chars();
    length >= 2
        && length < long.chars().count()
        && short.chars().next() == long.chars().next()
        && short.chars().all(|char| rest.any(|other| other == char))
}

/// The region that most of the bodies carry in their names, if it is that of half of those that carry any.
pub(super) fn region<'a>(organs: impl Iterator<Item = &'a Organ>) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut all = 0;
    for place in organs.filter_map(|organ| organ.places().pop()) {
        *counts.entry(place).or_default() += 1;
        all += 1;
    }
    let most = counts.values().copied().max()?;
    let mut having = counts.into_iter().filter(|(_, count)| *count == most);
    let (place, count) = having.next()?;
    (having.next().is_none() && count * 2 >= all).then_some(place)
}

/// A body with the places of its reports.
struct Body {
    name: Name,
    is_elsewhere: bool,
    at: Vec<usize>,
}

/// For each name of a list the bodies taken for it, by their places in `bodies`, and by what. The surest way goes first, and a
/// name that could be several bodies' is nobody's. A body of another region only counts under its very name.
pub(super) fn assign(list: &[String], bodies: &[Organ]) -> Vec<Option<(Vec<usize>, NameMatch)>> {
    let region = region(bodies.iter());
    let elsewhere =
        |organ: &Organ| region.as_deref().is_some_and(|region| organ.place_in(region) == Place::Elsewhere);
    let names: Vec<Name> = list.iter().map(|name| Name::of(name)).collect();
    let mut groups: BTreeMap<(bool, &str), Vec<usize>> = BTreeMap::new();
    for (at, body) in bodies.iter().enumerate() {
        groups.entry((elsewhere(body), body.name())).or_default().push(at);
    }
    // Bodies under one name are one body.
    let body = |((is_elsewhere, name), at)| Body { name: Name::of(name), is_elsewhere, at };
    let mut free: Vec<Body> = groups.into_iter().map(body).collect();
    let mut found: Vec<Option<(Vec<usize>, NameMatch)>> = vec![None; list.len()];
    for how in NameMatch::ALL {
        let sure = matches!(how, NameMatch::Same | NameMatch::Variant);
        let may = |body: &Body, name: &Name| {
            (!body.is_elsewhere || how == NameMatch::Same) && body.name.is(name, how)
        };
        let open: Vec<bool> = found.iter().map(Option::is_none).collect();
        let mut taken = vec![false; free.len()];
        for ((name, slot), _) in names.iter().zip(&mut found).zip(&open).filter(|(_, open)| **open) {
            let fitting: Vec<usize> =
                (0..free.len()).filter(|&at| free.get(at).is_some_and(|body| may(body, name))).collect();
            let rivals = |at: &usize| {
                let others = names.iter().zip(&open).filter(|(_, open)| **open);
                free.get(*at).map_or(0, |body| others.filter(|(other, _)| may(body, other)).count())
            };
            let unsure = !sure && (fitting.len() > 1 || fitting.iter().any(|at| rivals(at) > 1));
            if fitting.is_empty()
                || unsure
                || in_several_places(fitting.iter().filter_map(|&at| free.get(at)))
            {
                continue;
            }
            let mut places = Vec::new();
            for at in fitting {
                if let Some(taken) = taken.get_mut(at) {
                    *taken = true;
                }
                places.extend(free.get(at).into_iter().flat_map(|body| body.at.iter().copied()));
            }
            *slot = Some((places, how));
        }
        let mut keep = taken.into_iter().map(|taken| !taken);
        free.retain(|_| keep.next().unwrap_or(true));
    }
    found
}

/// Whether bodies name different regions as theirs.
fn in_several_places<'a>(bodies: impl Iterator<Item = &'a Body>) -> bool {
    let mut places = bodies.filter_map(|body| Organ::of(&body.name.whole).places().pop());
    let first = places.next();
    places.any(|place| Some(place) != first)
}

/// The names of a list, one a line, without their numbers; a line that is a number or a heading is none.
pub(super) fn lines(list: &str) -> Vec<String> {
    const HEADINGS: [&str; 6] = ["序号", "单位", "单位名称", "应报单位", "单位名单", "备注"];
    let is_name = |name: &str| {
        name.chars().count() > 1 && !HEADINGS.contains(&name) && !name.chars().all(|c| c.is_ascii_digit())
    };
    // Of a row of a table the first field that is a name.
    let name =
        |line: &str| line.split(['\t', ',', '，', '|']).map(without_number).find(|field| is_name(field));
    list.lines().filter_map(name).collect()
}

/// A name without the number in front of it: 1. or (1) or 1、; 110 in 110指挥中心 is none.
fn without_number(field: &str) -> String {
    let field = compact(field);
    let rest = field.trim_start_matches(['(', '[']).trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = rest.strip_prefix(['.', '、', ')', ']', ':']).filter(|_| rest.len() < field.len());
    rest.unwrap_or(&field).trim_end_matches(['。', '；', ';', '、']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each name of the list was taken for.
    fn taken(list: &[&str], bodies: &[&str]) -> Vec<Option<(String, NameMatch)>> {
        let list: Vec<String> = list.iter().map(|&name| name.to_owned()).collect();
        let organs: Vec<Organ> = bodies.iter().map(|name| Organ::of(name)).collect();
        let found = assign(&list, &organs);
        let name = |at: &usize| bodies[*at].to_owned();
        found.into_iter().map(|one| one.map(|(at, how)| (at.first().map(name).unwrap(), how))).collect()
    }

    #[test]
    fn a_unit_is_known_under_its_usual_names() {
        for (listed, body, how) in [
            ("清河县水利局", "清河县水利局", NameMatch::Same),
            ("水利局", "清河县水利局", NameMatch::Variant),
            ("县水利局", "清河县水利局", NameMatch::Variant),
            ("青山镇", "青山镇人民政府", NameMatch::Variant),
            ("青山镇政府", "清河县青山镇人民政府", NameMatch::Variant),
            ("城关街道", "城关街道办事处", NameMatch::Variant),
            ("政府办", "清河县人民政府办公室", NameMatch::Variant),
            ("国土空间规划院", "清河县自然资源局国土空间规划院", NameMatch::Part),
            ("税务局", "国家税务总局清河县税务局", NameMatch::Variant),
            ("发改局", "清河县发展和改革局", NameMatch::Short),
            ("市场监管局", "清河县市场监督管理局", NameMatch::Short),
            ("林业局", "清河县林业局(县绿化委员会办公室)", NameMatch::Variant),
        ] {
            let others = ["清河县教育局", body, "白石镇人民政府"];
            assert_eq!(taken(&[listed], &others), [Some((body.to_owned(), how))], "{listed}");
        }
    }

    #[test]
    fn what_could_be_several_is_nobody_s() {
        let two = ["清河县民政局", "清河县民族宗教事务局", "清河县民族事务局"];
        assert_eq!(taken(&["民宗局", "民族局"], &two)[1], None, "it may be short for either");
        assert_eq!(taken(&["林业局"], &["清河县林业和草原局", "清河县林业工业局"]), [None]);
        assert_eq!(
            taken(&["水利局"], &["清河县教育局", "清河县财政局", "安平县水利局"]),
            [None],
            "another county's"
        );
        assert_eq!(taken(&["清河县"], &["清河县水利局", "清河县教育局"]), [None]);
    }

    #[test]
    fn lists_come_with_numbers_and_headings() {
        let list = "序号\t单位名称\n1\t水利局\t张三\n（2）教育局\n3、 青山镇；\n\n110指挥中心\n5\n县 林业局";
        assert_eq!(lines(list), ["水利局", "教育局", "青山镇", "110指挥中心", "县林业局"]);
    }
}

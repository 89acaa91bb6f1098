//! The units of the county, under the names of their titles and of the list that the county keeps.

use crate::correct::Body;

/// The county whose units these are.
pub const COUNTY: &str = "清河县";

/// A unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// What its title says behind the county's name; of towns and streets the whole.
    name: &'static str,
    /// What its title said before, and until which year.
    was: Option<(&'static str, u16)>,
    /// What the county's list calls it.
    pub listed: &'static str,
    /// What kind of body it is.
    pub body: Body,
}

impl Unit {
    /// The name in its title of a year.
    pub fn organ(&self, year: u16) -> String {
        let name = self.was.filter(|(_, last)| year <= *last).map_or(self.name, |(name, _)| name);
        match self.body {
            Body::Town => name.to_owned(),
            _ => format!("{COUNTY}{name}"),
        }
    }

    /// Whether it has another name in a later year.
    pub fn is_renamed(&self) -> bool {
        self.was.is_some()
    }
}

const fn bureau(name: &'static str, listed: &'static str) -> Unit {
    Unit { name, was: None, listed, body: Body::Department }
}

const fn town(name: &'static str, listed: &'static str) -> Unit {
    Unit { name, was: None, listed, body: Body::Town }
}

/// All sixty, the government's own office first.
pub const UNITS: [Unit; 60] = [
    bureau("人民政府办公室", "政府办"),
    bureau("发展和改革局", "发改局"),
    bureau("教育局", "县教育局"),
    bureau("科学技术局", "清河县科学技术局"),
    bureau("公安局", "公安局"),
    bureau("民政局", "县民政局"),
    bureau("司法局", "司法局"),
    bureau("财政局", "清河县财政局"),
    bureau("人力资源和社会保障局", "人社局"),
    bureau("自然资源局", "县自然资源局"),
    bureau("住房和城乡建设局", "住建局"),
    bureau("交通运输局", "交通运输局"),
    bureau("水利局", "水利局"),
    bureau("农业农村局", "农业农村局"),
    bureau("商务局", "县商务局"),
    bureau("文化和旅游局", "文旅局"),
    bureau("退役军人事务局", "退役军人局"),
    bureau("应急管理局", "应急管理局"),
    bureau("审计局", "清河县审计局"),
    bureau("市场监督管理局", "市场监管局"),
    bureau("统计局", "统计局"),
    bureau("医疗保障局", "医保局"),
    bureau("林业局", "县林业局"),
    bureau("城市管理局", "城市管理局"),
    bureau("信访局", "信访局"),
    bureau("行政审批服务局", "行政审批局"),
    bureau("气象局", "气象局"),
    bureau("档案馆", "清河县档案馆"),
    bureau("体育局", "体育局"),
    bureau("民族宗教事务局", "民族宗教局"),
    bureau("粮食和物资储备局", "县粮食和物资储备局"),
    bureau("机关事务管理局", "机关事务局"),
    bureau("残疾人联合会", "残联"),
    bureau("供销合作社", "供销社"),
    bureau("公共资源交易中心", "公共资源交易中心"),
    bureau("投资促进中心", "投资促进中心"),
    bureau("住房保障中心", "住房保障中心"),
    bureau("融媒体中心", "融媒体中心"),
    Unit {
        was: Some(("工业和信息化局", 2022)), ..bureau("工业和信息化商务局", "工业和信息化商务局")
    },
    Unit { was: Some(("计划生育服务局", 2022)), ..bureau("卫生健康局", "卫健局") },
    town("青山镇人民政府", "青山镇"),
    town("柳溪镇人民政府", "柳溪镇政府"),
    town("白石镇人民政府", "白石镇人民政府"),
    town("双河镇人民政府", "双河镇"),
    town("大湾镇人民政府", "大湾镇"),
    town("石桥镇人民政府", "石桥镇政府"),
    town("杨柳镇人民政府", "杨柳镇"),
    town("黄土岭镇人民政府", "黄土岭镇"),
    town("马家镇人民政府", "马家镇"),
    town("新店镇人民政府", "新店镇"),
    town("东坪乡人民政府", "东坪乡"),
    town("西坪乡人民政府", "西坪乡政府"),
    town("长岭乡人民政府", "长岭乡"),
    town("高坡乡人民政府", "高坡乡"),
    town("松林乡人民政府", "松林乡"),
    town("竹园乡人民政府", "竹园乡"),
    town("城关街道办事处", "城关街道"),
    town("河东街道办事处", "河东街道办"),
    town("河西街道办事处", "河西街道办事处"),
    town("北关街道办事处", "北关街道"),
];

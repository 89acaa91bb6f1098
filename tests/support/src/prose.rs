//! Sentences for the made-up reports. They are this project's own and tell the figures of the scenario.

use crate::body::Body;
use crate::form::{COLUMNS, Edition};
use crate::rng::Rng;
use crate::scenario::Scenario;

/// Legal basis, list of the six parts, period, where to find the report and whom to ask.
pub(crate) fn preface(scenario: &Scenario) -> Vec<String> {
    let (organ, year) = (&scenario.organ, scenario.year);
    let notice = match scenario.edition3 {
        Edition::F2021 => {
            "《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）"
        }
        Edition::F2019 => {
            "《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）"
        }
    };
    vec![
        format!("根据《中华人民共和国政府信息公开条例》和{notice}的要求，编制本报告。"),
        format!(
            "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、\
             存在的主要问题及改进情况、其他需要报告的事项六部分组成，所列数据的统计期限为{year}年1月1日至{year}年12月31日。"
        ),
        format!(
            "本报告电子版可在门户网站下载。对报告内容有疑问的，可与{organ}办公室联系（电话：0000-1234567）。"
        ),
    ]
}

/// Section one with the figures of the tables.
pub(crate) fn overview(scenario: &Scenario, body: Body, rng: &mut Rng) -> Vec<String> {
    let mut out = vec![opening(scenario.year, &scenario.organ)];
    out.push("（一）主动公开".into());
    out.push(published(scenario, rng));
    out.push("（二）依申请公开".into());
    out.push(requests(scenario, rng));
    out.push(litigation(scenario, rng));
    out.extend(organisation(body));
    out
}

/// Section one without any figure of the tables.
pub(crate) fn quiet(body: Body, year: u16, organ: &str) -> Vec<String> {
    let mut out = vec![opening(year, organ)];
    out.push("（一）主动公开".into());
    out.push("按照目录及时发布群众关心的信息，重要文件与解读材料同步发布。".into());
    out.push("（二）依申请公开".into());
    out.push(
        "畅通受理渠道，规范登记、审核、答复等环节，依法依规办理每一件申请，具体数据见第三部分、第四部分。"
            .into(),
    );
    out.extend(organisation(body));
    out
}

fn opening(year: u16, organ: &str) -> String {
    format!("{year}年，{organ}按照上级统一部署，围绕中心工作和群众关切推进政务公开，各项任务有序完成。")
}

fn published(scenario: &Scenario, rng: &mut Rng) -> String {
    if scenario.edition2 == Edition::F2019 {
        return "全年主动公开各类政府信息，重要文件均同步配发解读材料。".into();
    }
    let cell = |id: &str| scenario.number(&format!("t2.documents.{id}"));
    let (issued, repealed, in_force) = (cell("issued"), cell("repealed"), cell("in_force"));
    let documents = match (rng.upto(2), issued, repealed) {
        (_, 0, 0) => "全年未制发、未废止行政规范性文件。".to_owned(),
        (0, ..) => format!("全年制发行政规范性文件{issued}件，废止{repealed}件，现行有效{in_force}件。"),
        (1, ..) => format!(
            "本年共制发行政规范性文件{issued}件、废止行政规范性文件{repealed}件，现行有效行政规范性文件{in_force}件。"
        ),
        _ => {
            format!("{}年，印发行政规范性文件 {issued} 件，废止行政规范性文件 {repealed} 件。", scenario.year)
        }
    };
    let (first, second) = (31 + rng.upto(900), 5 + rng.upto(300));
    format!(
        "{documents}通过门户网站发布信息{}条，其中动态类信息{first}条、其他信息{second}条。",
        first + second
    )
}

fn requests(scenario: &Scenario, rng: &mut Rng) -> String {
    let total = |row: &str| scenario.number(&format!("t3.{row}.total"));
    let group = |prefix: &str| -> u32 {
        let cells = scenario
            .cells
            .keys()
            .filter(|id| id.starts_with(&format!("t3.{prefix}")) && id.ends_with(".total"));
        cells.map(|id| scenario.number(id)).sum()
    };
    let (new, carried, done, open) =
        (total("received"), total("carried_in"), total("total"), total("carried_out"));
    if new + carried + done + open == 0 {
        return rng
            .pick(&[
                "全年未收到政府信息公开申请。",
                "本年度收到政府信息公开申请0件。",
                "全年没有收到公民、法人或者其他组织提出的政府信息公开申请。",
            ])
            .into();
    }
    let person = scenario.number("t3.received.person");
    let organisations: u32 =
        COLUMNS[1..6].iter().map(|(column, _)| scenario.number(&format!("t3.received.{column}"))).sum();
    let others = if scenario.edition3 == Edition::F2019 { total("other") } else { group("other.") };
    let outcome = format!(
        "予以公开{}件、部分公开{}件、不予公开{}件、无法提供{}件、不予处理{}件、其他处理{others}件",
        total("open"),
        total("partial"),
        group("denied."),
        group("unavailable."),
        group("rejected."),
    );
    match rng.upto(2) {
        0 => format!(
            "全年新收到政府信息公开申请{new}件，其中自然人申请{person}件、法人或其他组织申请{organisations}件；上年结转申请{carried}件；\
             办结{done}件，结转下年度继续办理{open}件。办结的申请中，{outcome}。"
        ),
        1 => format!(
            "本年新收政府信息公开申请{new}件，上年度结转{carried}件，共办理{}件，其中办结{done}件，结转下年度办理{open}件。",
            new + carried
        ),
        _ => format!(
            "共受理政府信息公开申请{new}件，另有上年结转申请{carried}件。全年答复{done}件，其中{outcome}；结转下年度{open}件。"
        ),
    }
}

fn litigation(scenario: &Scenario, rng: &mut Rng) -> String {
    let review = scenario.number("t4.review.total");
    let court = scenario.number("t4.direct.total") + scenario.number("t4.after_review.total");
    match (review, court) {
        (0, 0) => rng
            .pick(&[
                "全年未发生因政府信息公开引起的行政复议、行政诉讼。",
                "因政府信息公开被申请行政复议0件、被提起行政诉讼0件。",
            ])
            .into(),
        (review, 0) => format!("全年因政府信息公开被申请行政复议{review}件，未发生行政诉讼。"),
        (review, court) => format!("全年因政府信息公开被申请行政复议{review}件，被提起行政诉讼{court}件。"),
    }
}

fn organisation(body: Body) -> Vec<String> {
    let mut out: Vec<String> = [
        "（三）政府信息管理",
        "落实公文公开属性源头认定，坚持先审后发，定期对已公开信息开展自查，及时更正失效内容。",
        "（四）政府信息公开平台建设",
        "优化门户网站栏目设置，规范政务新媒体管理，在服务大厅设立公开查阅点。",
        "（五）监督保障",
    ]
    .map(String::from)
    .to_vec();
    out.push(if body.is_government() {
        "将政府信息公开纳入年度工作考核，通过问卷开展社会评议，群众总体评价良好；全年没有因政府信息公开工作被追究责任的情况。".into()
    } else {
        "明确专人负责政府信息公开工作，开展业务培训，工作开展情况纳入科室年度考核，全年没有因政府信息公开工作被追究责任的情况。".into()
    });
    out
}

/// Section five: what was done about last year's problems, this year's problems, what comes next.
pub(crate) fn problems(rng: &mut Rng) -> Vec<String> {
    let last = rng.pick(&[
        "针对上一年度查找的栏目更新不及时、解读形式单一等问题，今年建立了栏目责任清单，新增图表解读，相关问题已整改到位。",
        "上一年度报告中提出的答复文书不够规范的问题，今年通过统一文书模板、增加法制审核环节得到解决。",
    ]);
    let now = rng.pick(&[
        "目前还存在的主要问题：一是部分基层单位主动公开的深度不够；二是答复说理还不够充分。",
        "当前工作中仍有不足：一是政策解读与群众需求结合不紧；二是经办人员变动较多，业务不够熟练。",
    ]);
    let next = "下一步改进措施：一是细化公开目录，逐项落实责任；二是加强业务培训和案例指导，提高答复质量。";
    [last, now, next].map(String::from).to_vec()
}

/// Section six: the fee.
pub(crate) fn other(rng: &mut Rng, body: Body, organ: &str) -> Vec<String> {
    let _ = body;
    let sentence = rng
        .pick(&["本年度未收取信息处理费。", "本年度没有收取政府信息公开信息处理费，无其他需要报告的事项。"]);
    vec![if rng.upto(1) == 0 { sentence.to_owned() } else { format!("{organ}{sentence}") }]
}

/// A value cell of table 2, edition 2021.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cell2 {
    /// 规章 or 行政规范性文件, and which of its three columns.
    Documents(Item2, Documents2),
    /// 行政许可, 本年处理决定数量.
    Permits,
    /// 行政处罚, 本年处理决定数量.
    Penalties,
    /// 行政强制, 本年处理决定数量.
    Coercion,
    /// 行政事业性收费, 本年收费金额, in 万元.
    Fees,
}

/// The two kinds of document that 第二十条第（一）项 counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item2 {
    /// 规章.
    Rules,
    /// 行政规范性文件 (2019: 规范性文件).
    Documents,
}

/// The columns of 第二十条第（一）项 in edition 2021.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Documents2 {
    /// 本年制发件数.
    Issued,
    /// 本年废止件数.
    Repealed,
    /// 现行有效件数.
    InForce,
}

impl Item2 {
    /// The row's label as the form prints it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Rules => "规章",
            Self::Documents => "行政规范性文件",
        }
    }
}

impl Documents2 {
    /// All three, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Issued, Self::Repealed, Self::InForce];

    /// The column heading as the form prints it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Issued => "本年制发件数",
            Self::Repealed => "本年废止件数",
            Self::InForce => "现行有效件数",
        }
    }
}

impl Cell2 {
    /// All ten cells, in the order of the form.
    pub fn all() -> impl Iterator<Item = Self> {
        [Item2::Rules, Item2::Documents]
            .into_iter()
            .flat_map(|item| Documents2::ALL.into_iter().map(move |column| Self::Documents(item, column)))
            .chain([Self::Permits, Self::Penalties, Self::Coercion, Self::Fees])
    }

    /// The cell's id after `t2.`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Documents(Item2::Rules, Documents2::Issued) => "rules.issued",
            Self::Documents(Item2::Rules, Documents2::Repealed) => "rules.repealed",
            Self::Documents(Item2::Rules, Documents2::InForce) => "rules.in_force",
            Self::Documents(Item2::Documents, Documents2::Issued) => "documents.issued",
            Self::Documents(Item2::Documents, Documents2::Repealed) => "documents.repealed",
            Self::Documents(Item2::Documents, Documents2::InForce) => "documents.in_force",
            Self::Permits => "permits",
            Self::Penalties => "penalties",
            Self::Coercion => "coercion",
            Self::Fees => "fees",
        }
    }

    /// The row's label as the form prints it.
    pub fn row_label(self) -> &'static str {
        match self {
            Self::Documents(item, _) => item.label(),
            Self::Permits => "行政许可",
            Self::Penalties => "行政处罚",
            Self::Coercion => "行政强制",
            Self::Fees => "行政事业性收费",
        }
    }

    /// The column heading as the form prints it.
    pub fn column_label(self) -> &'static str {
        match self {
            Self::Documents(_, column) => column.label(),
            Self::Permits | Self::Penalties | Self::Coercion => "本年处理决定数量",
            Self::Fees => "本年收费金额（单位：万元）",
        }
    }

    /// Row and column in the form's words.
    pub fn label(self) -> String {
        format!("{}「{}」", self.row_label(), self.column_label())
    }
}

/// A row of table 2, edition 2019.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item2Of2019 {
    /// 规章.
    Rules,
    /// 规范性文件.
    Documents,
    /// 行政许可.
    Permits,
    /// 其他对外管理服务事项.
    Services,
    /// 行政处罚.
    Penalties,
    /// 行政强制.
    Coercion,
    /// 行政事业性收费.
    Fees,
    /// 政府集中采购.
    Procurement,
}

impl Item2Of2019 {
    /// All rows, in the order of the form.
    pub const ALL: [Self; 8] = [
        Self::Rules,
        Self::Documents,
        Self::Permits,
        Self::Services,
        Self::Penalties,
        Self::Coercion,
        Self::Fees,
        Self::Procurement,
    ];

    /// The row's id, its label, and the ids and headings of its columns.
    pub fn layout(self) -> (&'static str, &'static str, &'static [(&'static str, &'static str)]) {
        const MADE: &[(&str, &str)] = &[
            ("created", "本年新制作数量"),
            ("published", "本年新公开数量"),
            ("total_public", "对外公开总数量"),
        ];
        const DECIDED: &[(&str, &str)] =
            &[("items_last", "上一年项目数量"), ("delta", "本年增/减"), ("decisions", "处理决定数量")];
        const CHARGED: &[(&str, &str)] = &[("items_last", "上一年项目数量"), ("delta", "本年增/减")];
        const BOUGHT: &[(&str, &str)] = &[("items", "采购项目数量"), ("amount", "采购总金额")];
        match self {
            Self::Rules => ("rules", "规章", MADE),
            Self::Documents => ("documents", "规范性文件", MADE),
            Self::Permits => ("permits", "行政许可", DECIDED),
            Self::Services => ("services", "其他对外管理服务事项", DECIDED),
            Self::Penalties => ("penalties", "行政处罚", DECIDED),
            Self::Coercion => ("coercion", "行政强制", DECIDED),
            Self::Fees => ("fees", "行政事业性收费", CHARGED),
            Self::Procurement => ("procurement", "政府集中采购", BOUGHT),
        }
    }
}

/// A value cell of table 2, edition 2019: a row and the index of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell2Of2019 {
    /// The row.
    pub item: Item2Of2019,
    /// Index into the row's columns.
    pub column: u8,
}

impl Cell2Of2019 {
    /// All 22 cells, in the order of the form.
    pub fn all() -> impl Iterator<Item = Self> {
        Item2Of2019::ALL.into_iter().flat_map(|item| {
            let columns = item.layout().2.len();
            (0..columns).map(move |column| Self { item, column: u8::try_from(column).unwrap_or(0) })
        })
    }

    fn column_entry(self) -> (&'static str, &'static str) {
        self.item.layout().2.get(usize::from(self.column)).copied().unwrap_or_default()
    }

    /// The cell's id after `t2_2019.`.
    pub fn id(self) -> String {
        format!("{}.{}", self.item.layout().0, self.column_entry().0)
    }

    /// Row and column in the form's words.
    pub fn label(self) -> String {
        format!("{}「{}」", self.item.layout().1, self.column_entry().1)
    }

    /// Whether the form lets the number carry a minus sign: 本年增/减.
    pub fn signed(self) -> bool {
        self.column_entry().0 == "delta"
    }

    /// Whether the cell is an amount of money, which may have decimals and a unit.
    pub fn money(self) -> bool {
        self.column_entry().0 == "amount"
    }
}

//! The formulas of the sheet of scores: what [`traguardo::scoring`] does, in the words of a
//! spreadsheet. Not here: which row stands where.

use traguardo::target::Comparison;

/// The states of a part, as the sheet names them.
pub(super) const MEASURED: &str = "misurato";
pub(super) const MISSING: &str = "mancante";
pub(super) const NOT_DUE: &str = "non scaduto";
pub(super) const OUT: &str = "fuori dal conto";

/// Where the rules stand that formulas ask.
pub(super) struct RuleCells {
    pub cap: String,
    pub floor: String,
    pub at_most: String,
    pub missing: String,
    pub not_due: String,
    pub without_weights: String,
    pub decimals: String,
    pub rounding: String,
}

/// The rows below a node, by the first and the last, and the row of the node itself, which is what
/// its parts name it by.
#[derive(Clone, Copy)]
pub(super) struct Below {
    pub first: u32,
    pub last: u32,
    pub node: u32,
    /// Only its indicators (1) or only its children (2).
    pub kind: Option<u8>,
}

impl Below {
    fn cells(self, column: &str) -> String {
        format!("${column}${}:${column}${}", self.first, self.last)
    }

    /// What makes a row a part of the node.
    fn is_part(self) -> String {
        let kind = self.kind.map(|kind| format!(",{},{kind}", self.cells("O")));
        format!("{},{}{}", self.cells("N"), self.node, kind.unwrap_or_default())
    }

    fn count(self, more: &str) -> String {
        format!("COUNTIFS({}{more})", self.is_part())
    }

    fn counted(self, state: &str) -> String {
        let (states, weights) = (self.cells("K"), self.cells("P"));
        self.count(&format!(",{states},\"{state}\",{weights},\">0\""))
    }

    pub(super) fn sum(self, column: &str) -> String {
        format!("SUMIFS({},{})", self.cells(column), self.is_part())
    }

    /// The state that the parts roll up to; blank where there are none.
    pub(super) fn state(self, rules: &RuleCells) -> String {
        let states = self.cells("K");
        let within = self.count(&format!(",{states},\"<>{OUT}\""));
        let any = format!(
            "{}+{}+{}",
            self.counted(MEASURED),
            self.counted(MISSING),
            self.counted(NOT_DUE)
        );
        let (measured, missing) = (self.counted(MEASURED), self.counted(MISSING));
        format!(
            "IF({all}=0,\"\",IF({within}=0,\"{OUT}\",IF({any}=0,\"{MISSING}\",\
             IF({measured}=0,IF({missing}=0,\"{NOT_DUE}\",\"{MISSING}\"),\
             IF(AND({block}=\"blocca\",{missing}>0),\"{MISSING}\",\
             IF({entering}=0,\"{MISSING}\",\"{MEASURED}\"))))))",
            all = self.count(""),
            block = rules.missing,
            entering = self.sum("Q"),
        )
    }

    /// The mean of the parts that enter, where the state in a cell says that there is one.
    pub(super) fn mean(self, state: &str) -> String {
        format!("IF({state}=\"{MEASURED}\",{}/{},\"\")", self.sum("R"), self.sum("Q"))
    }
}

/// The weight with which a part in a state enters its parent's mean.
pub(super) fn entering(state: &str, weight: &str, rules: &RuleCells) -> String {
    let RuleCells { missing, not_due, .. } = rules;
    format!(
        "IF(OR({state}=\"{MEASURED}\",AND({state}=\"{MISSING}\",{missing}=\"zero\"),\
         AND({state}=\"{NOT_DUE}\",{not_due}=\"zero\")),{weight},0)"
    )
}

/// The state of a node with quotas, from those of its indicators (V) and its children (Z) and
/// from the quotas with which they count (X, AB) and enter (Y, AC).
pub(super) fn state_by_quota(row: u32, rules: &RuleCells) -> String {
    let (v, z) = (format!("$V{row}"), format!("$Z{row}"));
    let (x, ab) = (format!("$X{row}"), format!("$AB{row}"));
    let either =
        |state: &str| format!("OR(AND({v}=\"{state}\",{x}>0),AND({z}=\"{state}\",{ab}>0))");
    let (measured, missing) = (either(MEASURED), either(MISSING));
    format!(
        "IF(AND({v}=\"\",{z}=\"\"),\"{MISSING}\",\
         IF(AND(OR({v}=\"\",{v}=\"{OUT}\"),OR({z}=\"\",{z}=\"{OUT}\")),\"{OUT}\",\
         IF({x}+{ab}=0,\"{MISSING}\",\
         IF(NOT({measured}),IF({missing},\"{MISSING}\",\"{NOT_DUE}\"),\
         IF(AND({block}=\"blocca\",{missing}),\"{MISSING}\",\
         IF($Y{row}+$AC{row}=0,\"{MISSING}\",\"{MEASURED}\"))))))",
        block = rules.missing,
    )
}

/// The score of a node with quotas.
pub(super) fn mean_by_quota(row: u32) -> String {
    let part = |state: &str, quota: &str, score: &str| {
        format!("IF(${state}{row}=\"{MEASURED}\",${quota}{row}*${score}{row},0)")
    };
    format!(
        "IF($K{row}=\"{MEASURED}\",({}+{})/($Y{row}+$AC{row}),\"\")",
        part("V", "Y", "W"),
        part("Z", "AC", "AA"),
    )
}

/// The quota that counts: the one written; where it is blank, 0 unless none is written and the
/// rules then let both weigh the same.
pub(super) fn quota(
    (state, quota): (&str, &str),
    (other_state, other_quota): (&str, &str),
    rules: &RuleCells,
) -> String {
    format!(
        "IF(OR({state}=\"\",{state}=\"{OUT}\"),0,IF(ISNUMBER({quota}),MAX({quota},0),\
         IF(AND({without}=\"uguali\",OR({other_state}=\"\",{other_state}=\"{OUT}\",\
         NOT(ISNUMBER({other_quota})))),1,0)))",
        without = rules.without_weights,
    )
}

/// The weight of a part: the one written; where it is blank, 0 unless no sibling has one and the
/// rules then let all weigh the same.
pub(super) fn weight(row: u32, siblings: &str, rules: &RuleCells) -> String {
    format!(
        "IF($K{row}=\"{OUT}\",0,IF(ISNUMBER($D{row}),MAX($D{row},0),\
         IF(AND({}=\"uguali\",{siblings}=0),1,0)))",
        rules.without_weights
    )
}

/// What an actual scores against a level, before floor and cap.
fn against(comparison: Comparison, actual: &str, level: &str, rules: &RuleCells) -> String {
    let (v, t) = (actual, level);
    match comparison {
        Comparison::AtLeast | Comparison::MoreThan => format!(
            "IF({t}=0,IF({v}>=0,100,0),IF({t}>0,100*{v}/{t},\
             IF({v}>={t},100,100*(1-({t}-{v})/ABS({t})))))"
        ),
        Comparison::AtMost | Comparison::LessThan => format!(
            "IF({v}<={t},IF({t}=0,100,100*(1+({t}-{v})/ABS({t}))),IF({t}=0,0,\
             IF(AND({rule}=\"iperbolica\",{v}>0,{t}>0),100*{t}/{v},100*(1-({v}-{t})/ABS({t})))))",
            rule = rules.at_most
        ),
        Comparison::Exactly => format!("IF({v}={t},100,0)"),
    }
}

/// The score of an indicator, its actual in I, its level in G.
pub(super) fn level(row: u32, comparison: Comparison, rules: &RuleCells) -> String {
    let (actual, level) = (format!("$I{row}"), format!("$G{row}"));
    clamped(&actual, &against(comparison, &actual, &level, rules), rules)
}

/// The score of an indicator with a range from G to H.
pub(super) fn range(row: u32, rules: &RuleCells) -> String {
    let (actual, low, high) = (format!("$I{row}"), format!("$G{row}"), format!("$H{row}"));
    let below = against(Comparison::AtLeast, &actual, &low, rules);
    let above = against(Comparison::AtMost, &actual, &high, rules);
    let inside = format!("IF({actual}<{low},{below},IF({actual}>{high},{above},100))");
    clamped(&actual, &inside, rules)
}

fn clamped(actual: &str, score: &str, rules: &RuleCells) -> String {
    let RuleCells { cap, floor, .. } = rules;
    format!("IF(ISNUMBER({actual}),MAX(MIN({score},IF(ISNUMBER({cap}),{cap},1E12)),{floor}),\"\")")
}

/// The score as it is printed. The ninth decimal is beyond any printed one and before the noise of
/// binary fractions, so that 62,955 does not print 62,95.
pub(super) fn printed(row: u32, rules: &RuleCells) -> String {
    let RuleCells { decimals, rounding, .. } = rules;
    format!(
        "IF($K{row}=\"{MEASURED}\",IF({rounding}=\"tronca\",ROUNDDOWN(ROUND($L{row},9),{decimals}),\
         ROUND(ROUND($L{row},9),{decimals})),\"\")"
    )
}

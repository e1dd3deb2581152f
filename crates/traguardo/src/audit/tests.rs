//! Tests of the audit: what is equal, what rounding explains, and where a slip was made.
//! Nothing here but tests.

use super::*;
use crate::period::parse_date;
use crate::plan::Plan;
use crate::quantity::Quantity;
use crate::reading::Observed;
use crate::sample;
use crate::text::{Lang, Texts};

/// The sample with the achievements that its data give, all printed.
fn printed() -> Plan {
    let mut plan = sample::plan();
    let set = |cell: &mut Option<String>, text: &str| *cell = Some(text.to_owned());
    set(&mut plan.uses[0].details.printed.whole, "47,87");
    set(&mut plan.uses[1].details.printed.whole, "47,67");
    set(&mut plan.uses[2].details.printed.whole, "100,00");
    set(&mut plan.nodes[2].details.printed.whole, "100,00");
    set(&mut plan.nodes[1].details.printed.whole, "73,84");
    set(&mut plan.nodes[1].details.printed.indicators, "47,69");
    set(&mut plan.nodes[1].details.printed.children, "100,00");
    set(&mut plan.nodes[0].details.printed.whole, "73,84");
    plan
}

fn told(plan: &Plan, readings: &Readings) -> String {
    let texts = Texts::of(Lang::It);
    let audit = audit(plan, readings, &Rules::default(), parse_date("30/06/2020").unwrap());
    let mut told = String::new();
    for figure in audit.figures.iter().filter(|figure| figure.verdict != Verdict::Equal) {
        let kind = match figure.subject {
            Subject::Group(_, GroupKind::Indicators) => " (indicators)",
            Subject::Group(..) => " (children)",
            _ => "",
        };
        let reason = figure.reason.as_ref().map(|reason| texts.sentence(reason));
        let (code, verdict) = (&figure.code, figure.verdict.name());
        told.push_str(&format!("{code}{kind} {verdict}: {}\n", reason.unwrap_or_default()));
    }
    format!("{told}{} of {}", audit.count(Verdict::Equal), audit.figures.len())
}

#[test]
fn a_report_without_slips_is_equal_throughout() {
    assert_eq!(told(&printed(), &sample::readings()), "8 of 8");
}

#[test]
fn a_slip_is_named_where_it_was_made_and_what_follows_from_it_is_not_called_wrong() {
    let mut plan = printed();
    plan.uses[0].details.printed.whole = Some("74,87".to_owned());
    plan.nodes[1].details.printed.indicators = Some("50,39".to_owned());
    plan.nodes[1].details.printed.whole = Some("75,20".to_owned());
    plan.nodes[0].details.printed.whole = Some("75,20".to_owned());
    insta::assert_snapshot!(told(&plan, &sample::readings()), @r#"
    1 follows_wrong: È stampato 75,20, dai dati esce 73,84. Segue dalle sue parti, come sono stampate, e fra quelle c'è un errore.
    301 follows_wrong: È stampato 75,20, dai dati esce 73,84. Segue dalle sue parti, come sono stampate, e fra quelle c'è un errore.
    301 (indicators) follows_wrong: È stampato 50,39, dai dati esce 47,69. Segue dalle sue parti, come sono stampate, e fra quelle c'è un errore.
    EXPORT wrong: È stampato 74,87, ma la rilevazione 3.111.720.000 contro 6.500.000.000 dà 47,87. La differenza è 27,00.
    4 of 8
    "#);
}

#[test]
fn a_slip_of_a_node_is_told_with_what_its_parts_give() {
    let mut plan = printed();
    plan.nodes[1].details.printed.whole = Some("78,34".to_owned());
    insta::assert_snapshot!(told(&plan, &sample::readings()), @r#"
    301 wrong: È stampato 78,34, ma le sue parti, come sono stampate, danno 73,85: 50% × 47,69 + 50% × 100,00. La differenza è 4,49, e con gli arrotondamenti si arriva solo da 73,84 a 73,85.
    7 of 8
    "#);
}

#[test]
fn a_misprint_below_does_not_make_what_is_right_above_it_wrong() {
    let mut plan = printed();
    plan.uses[1].details.printed.whole = Some("67,47".to_owned());
    plan.nodes[1].details.printed.indicators = Some("47,70".to_owned());
    insta::assert_snapshot!(told(&plan, &sample::readings()), @r#"
    301 (indicators) within_rounding: È stampato 47,70, dai dati esce 47,69. Una sua parte è stampata male, ma il conto è fatto sulle cifre giuste, che danno da 47,54 a 47,84: la differenza sta nell'arrotondamento.
    PART wrong: È stampato 67,47, ma la rilevazione 143 contro 300 dà 47,67; con l'arrotondamento della fonte può dare da 47,50 a 47,83. La differenza è 19,80.
    6 of 8
    "#);
}

#[test]
fn what_cannot_be_compared_is_said_and_is_not_wrong() {
    let mut plan = printed();
    plan.uses[0].details.printed.whole = Some("raggiunto".to_owned());
    plan.uses[1].details.printed.whole = Some("-".to_owned());
    plan.uses[2].details.printed.whole = Some("N/D".to_owned());
    insta::assert_snapshot!(told(&plan, &sample::readings()), @r#"
    EXPORT not_compared: «raggiunto» non è una cifra e non si può confrontare.
    PART not_compared: È stampato «-» al posto di una cifra; dai dati esce 47,67.
    CERT wrong: È stampato «N/D», ma dai dati esce 100,00.
    5 of 8
    "#);
    insta::assert_snapshot!(told(&printed(), &Readings::default()), @r#"
    1 within_rounding: È stampato 73,84. Mancano le rilevazioni, ma le sue parti, come sono stampate, danno da 73,84 a 73,85.
    301 within_rounding: È stampato 73,84. Mancano le rilevazioni, ma le sue parti, come sono stampate, danno da 73,84 a 73,85.
    301 (indicators) within_rounding: È stampato 47,69. Mancano le rilevazioni, ma le sue parti, come sono stampate, danno da 47,69 a 47,70.
    301 (children) within_rounding: È stampato 100,00. Mancano le rilevazioni, ma le sue parti, come sono stampate, danno 100,00.
    EXPORT not_compared: È stampato 47,87; non si può confrontare perché non c'è una rilevazione.
    PART not_compared: È stampato 47,67; non si può confrontare perché non c'è una rilevazione.
    301.D1.2 within_rounding: È stampato 100,00. Mancano le rilevazioni, ma le sue parti, come sono stampate, danno 100,00.
    CERT not_compared: È stampato 100,00; non si può confrontare perché non c'è una rilevazione.
    0 of 8
    "#);
}

#[test]
fn rounded_thirds_explain_a_last_digit() {
    let mut plan = sample::plan();
    let mut readings = sample::readings();
    readings.list[1].observed = Observed::Number(Quantity::bare(Decimal::from(300)));
    for (used, weight) in plan.uses.iter_mut().zip([333, 667]) {
        used.details.weight = Some(Decimal::new(weight, 1));
    }
    let set = |cell: &mut Option<String>, text: &str| *cell = Some(text.to_owned());
    set(&mut plan.uses[0].details.printed.whole, "47,87");
    set(&mut plan.uses[1].details.printed.whole, "100,00");
    // A third of 47,8726 and two thirds of 100; with 33,3 and 66,7 it is 82,64.
    set(&mut plan.nodes[1].details.printed.indicators, "82,62");
    insta::assert_snapshot!(told(&plan, &readings), @r#"
    301 (indicators) within_rounding: È stampato 82,62, dai dati esce 82,64. Le sue parti, come sono stampate, danno da 82,61 a 82,67: la differenza sta nell'arrotondamento.
    2 of 3
    "#);
    for (used, weight) in plan.uses.iter_mut().zip([33, 67]) {
        used.details.weight = Some(Decimal::from(weight));
    }
    insta::assert_snapshot!(told(&plan, &readings), @r#"
    301 (indicators) wrong: È stampato 82,62, ma le sue parti, come sono stampate, danno 82,80: 33% × 47,87 + 67% × 100,00. La differenza è 0,18, e con gli arrotondamenti si arriva solo da 82,79 a 82,80.
    2 of 3
    "#);
}

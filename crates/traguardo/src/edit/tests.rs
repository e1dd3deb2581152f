//! Edits: each does what it says and nothing else, and refuses what cannot be.
//! Not here: where edits come from.

use proptest::prelude::*;

use super::*;
use crate::difference::{Fate, Item, diff};
use crate::plan::{Card, Details, Difficulty};
use crate::revision::is_same;
use crate::sample;
use crate::target::Expected;

fn contents() -> Contents {
    Contents { plan: sample::plan(), rules: Rules::default() }
}

fn used(indicator: &str, node: &str) -> RowOf {
    RowOf::Use { indicator: indicator.to_owned(), node: node.to_owned() }
}

fn new_node(code: &str, parent: Option<&str>) -> Edit {
    Edit::AddNode(Box::new(Node {
        code: code.to_owned(),
        parent: parent.map(String::from),
        level: "obiettivo operativo".to_owned(),
        title: "Nuovo".to_owned(),
        quotas: Quotas::default(),
        card: Card::default(),
        details: Details::default(),
    }))
}

fn refused(edit: &Edit) -> Refusal {
    apply(&contents(), edit).unwrap_err()
}

/// What an edit changes, as the difference tells it.
fn told(edit: &Edit) -> Vec<(Fate, Item, Vec<String>)> {
    let before = contents();
    let after = apply(&before, edit).unwrap();
    let entries = diff(&before.plan, &after.plan).entries.into_iter();
    let columns = |entry: &crate::difference::Entry| {
        entry.cells.iter().map(|cell| cell.column.to_string()).collect()
    };
    entries.map(|entry| (entry.fate, entry.item.clone(), columns(&entry))).collect()
}

fn change(item: Item, column: &str) -> Vec<(Fate, Item, Vec<String>)> {
    vec![(Fate::Changed, item, vec![column.to_owned()])]
}

fn use_item(indicator: &str, node: &str) -> Item {
    Item::Use { indicator: indicator.to_owned(), node: node.to_owned() }
}

#[test]
fn an_edit_of_a_cell_changes_that_cell_and_no_other() {
    let row = used("PART", "301");
    let edit = Edit::SetWeight { row: row.clone(), weight: Some(80.into()) };
    assert_eq!(told(&edit), change(use_item("PART", "301"), "peso"));
    for slot in ["target", "target_2021", "periodico_2020-09-30", "soglia_80"] {
        let written = Some(">= 500 N.".to_owned());
        let edit = Edit::SetTarget { row: row.clone(), slot: slot.parse().unwrap(), written };
        assert_eq!(told(&edit), change(use_item("PART", "301"), slot));
    }
    let row = RowOf::Node("301".to_owned());
    let edit = Edit::SetNote { row: row.clone(), note: Some(" Da rivedere ".to_owned()) };
    assert_eq!(told(&edit), change(Item::Node { code: "301".to_owned() }, "note"));
    let (responsible, collectors) = (vec!["S1".to_owned()], Vec::new());
    let edit = Edit::SetOwners { row, responsible, collectors };
    assert_eq!(told(&edit), change(Item::Node { code: "301".to_owned() }, "responsabile"));
    let title = Some("Titolo".to_owned());
    let edit = Edit::Retitle { indicator: "PART".into(), node: "301".into(), title };
    assert_eq!(told(&edit), change(use_item("PART", "301"), "titolo"));
}

#[test]
fn what_else_a_row_says_is_changed_and_the_word_of_the_oiv_stays() {
    let row = used("PART", "301");
    let mission = Some(" 011 ".to_owned());
    let edit = Edit::SetBelonging { row: row.clone(), mission, pira: true };
    let cells = told(&edit)[0].2.clone();
    assert_eq!(cells, ["missione", "pira"]);
    let complexity = Some(Decimal::from(30));
    let difficulty = Difficulty { complexity, ..Difficulty::default() };
    let edit = Edit::SetDifficulty { row: row.clone(), difficulty };
    assert_eq!(told(&edit), change(use_item("PART", "301"), "complessita"));
    let beyond = Difficulty { innovation: Some(101.into()), ..Difficulty::default() };
    let beyond = refused(&Edit::SetDifficulty { row, difficulty: beyond });
    assert_eq!(beyond, Refusal::MarkOutOfRange(101.into()));
    let mut before = contents();
    before.plan.nodes[1].card.assessed = Some(90.into());
    let edit = Edit::SetCard {
        code: "301".to_owned(),
        reference: Some("Obiettivo B06".to_owned()),
        kind: Some(" ".to_owned()),
        benefit: None,
        result: None,
    };
    let card = &apply(&before, &edit).unwrap().plan.nodes[1].card;
    assert_eq!(card.reference.as_deref(), Some("Obiettivo B06"));
    assert_eq!((card.kind.as_deref(), card.assessed), (None, Some(90.into())));
}

#[test]
fn an_indicator_moves_to_another_node_with_all_that_its_row_has() {
    let move_to = |to: &str| Edit::MoveUse {
        indicator: "PART".into(),
        node: "301".into(),
        to: to.to_owned(),
    };
    let mut before = contents();
    let row = used("PART", "301");
    let written = Some("circa 600".to_owned());
    let edit = Edit::SetTarget { row, slot: Slot::Year, written };
    before = apply(&before, &edit).unwrap();
    let answer = Answer {
        code: "PART".into(),
        parent: Some("301".into()),
        column: "target".into(),
        written: "circa 600".into(),
        means: ">= 600".into(),
        by: None,
        on: None,
        row: 0,
    };
    before = apply(&before, &Edit::Answer(answer)).unwrap();
    let after = apply(&before, &move_to("301.D1.2")).unwrap();
    let (old, new) = (&before.plan.uses[1], &after.plan.uses[1]);
    assert_eq!((new.node.as_str(), &new.details), ("301.D1.2", &old.details));
    assert_eq!(after.plan.answers[0].parent.as_deref(), Some("301.D1.2"));
    assert!(question::open(&after.plan).is_empty());
    assert_eq!(after.plan.indicators, before.plan.indicators);
    assert_eq!(apply(&before, &move_to("301")).unwrap(), before);
    let nowhere = apply(&before, &move_to("X")).unwrap_err();
    assert_eq!(nowhere, Refusal::NoSuchParent("X".to_owned()));
    let twice = apply(&before, &Edit::AddUse(Box::new(new.clone()))).unwrap();
    let taken = apply(&twice, &move_to("301.D1.2")).unwrap_err();
    assert_eq!(taken, Refusal::Taken(used("PART", "301.D1.2")));
}

#[test]
fn a_target_is_understood_as_soon_as_it_is_written() {
    let written = Some("entro 34.04.2020".to_owned());
    let edit = Edit::SetTarget { row: used("PART", "301"), slot: Slot::Year, written };
    let after = apply(&contents(), &edit).unwrap();
    assert_eq!(question::open(&after.plan).len(), 1);
}

#[test]
fn a_node_is_added_under_one_that_is_there_once() {
    let edit = new_node("301.D1.3", Some("301"));
    let after = apply(&contents(), &edit).unwrap();
    assert_eq!(after.plan.nodes.len(), 4);
    let row = RowOf::Node("301.D1.3".to_owned());
    assert_eq!(apply(&after, &edit).unwrap_err(), Refusal::Taken(row));
    let nowhere = refused(&new_node("X", Some("999")));
    assert_eq!(nowhere, Refusal::NoSuchParent("999".to_owned()));
    assert_eq!(refused(&new_node(" ", None)), Refusal::Blank("codice"));
}

#[test]
fn a_node_goes_with_all_that_stands_under_it() {
    let after = apply(&contents(), &Edit::RemoveNode { code: "301".to_owned() }).unwrap();
    assert_eq!(after.plan.nodes.len(), 1);
    assert_eq!((after.plan.uses.len(), after.plan.indicators.len()), (0, 0));
}

#[test]
fn an_indicator_goes_with_its_last_use_only() {
    let mut twice = contents();
    let mut again = twice.plan.uses[1].clone();
    again.node = "301.D1.2".to_owned();
    twice = apply(&twice, &Edit::AddUse(Box::new(again))).unwrap();
    let remove = |node: &str| Edit::RemoveUse { indicator: "PART".into(), node: node.into() };
    let once = apply(&twice, &remove("301")).unwrap();
    assert_eq!(once.plan.indicators.len(), 3);
    let none = apply(&once, &remove("301.D1.2")).unwrap();
    assert_eq!(none.plan.indicators.len(), 2);
}

#[test]
fn a_node_never_comes_to_stand_under_itself() {
    let edit = |parent: &str| Edit::ChangeNode {
        code: "301".to_owned(),
        parent: Some(parent.to_owned()),
        level: "obiettivo strategico".to_owned(),
        title: "Internazionalizzazione".to_owned(),
        quotas: Quotas::default(),
    };
    for parent in ["301", "301.D1.2"] {
        assert_eq!(refused(&edit(parent)), Refusal::UnderItself("301".to_owned()));
    }
    assert!(apply(&contents(), &edit("1")).is_ok());
}

#[test]
fn what_is_not_there_or_cannot_be_is_refused() {
    let weight = |row, weight| Edit::SetWeight { row, weight: Some(Decimal::from(weight)) };
    let nowhere = used("PART", "1");
    assert_eq!(refused(&weight(nowhere.clone(), 5)), Refusal::NoSuchRow(nowhere));
    for figure in [-1, 101] {
        let refusal = Refusal::WeightOutOfRange(Decimal::from(figure));
        assert_eq!(refused(&weight(used("PART", "301"), figure)), refusal);
    }
    let mut other = contents();
    other.plan.year = 2021;
    let refusal = Refusal::OfAnotherPlan { ipa: "cciaa_mo".to_owned(), year: 2021 };
    assert_eq!(refused(&Edit::HandIn(Box::new(other))), refusal);
    let mut twice = contents();
    twice.plan.nodes.push(twice.plan.nodes[1].clone());
    let row = RowOf::Node("301".to_owned());
    let refusal = apply(&twice, &weight(row.clone(), 5)).unwrap_err();
    assert_eq!(refusal, Refusal::NamedTwice(row));
}

#[test]
fn a_row_is_neutralised_by_an_act_once() {
    let edit = |act: &str| Edit::Neutralise { row: used("EXPORT", "301"), act: act.to_owned() };
    assert_eq!(refused(&edit(" ")), Refusal::NoAct);
    let after = apply(&contents(), &edit("D GC 65/2020")).unwrap();
    let of = |at: usize| &after.plan.uses[at].details;
    assert_eq!((of(0).weight, of(1).weight), (None, Some(Decimal::ONE_HUNDRED)));
    assert_eq!((of(0).is_out(), of(0).acts.as_slice()), (true, &["D GC 65/2020".to_owned()][..]));
    assert_eq!(apply(&after, &edit("altro")).unwrap_err(), Refusal::IsOut(used("EXPORT", "301")));
}

#[test]
fn a_hand_in_is_an_edit_and_one_that_is_equal_changes_nothing() {
    let before = contents();
    let after = apply(&before, &Edit::HandIn(Box::new(before.clone()))).unwrap();
    assert!(is_same((&before.plan, &before.rules), (&after.plan, &after.rules)));
}

/// Rows of one node with these weights in hundredths.
fn weighing(hundredths: &[u32]) -> Contents {
    let mut contents = contents();
    let model = contents.plan.uses[0].clone();
    contents.plan.uses.clear();
    contents.plan.indicators.clear();
    for (at, weight) in hundredths.iter().enumerate() {
        let code = format!("I{at}");
        let mut used = Use { indicator: code.clone(), ..model.clone() };
        used.details.weight = Some(Decimal::new(i64::from(*weight), 2));
        used.details.targets.year = Some(Expected::written(">= 5"));
        contents.plan.uses.push(used);
        contents.plan.indicators.push(Indicator { code, ..Indicator::default() });
    }
    contents.plan.understand();
    contents
}

fn sum(contents: &Contents) -> Decimal {
    let counted = contents.plan.uses.iter().filter(|used| !used.details.is_out());
    counted.filter_map(|used| used.details.weight).sum()
}

proptest! {
    #[test]
    fn the_weight_of_a_neutralised_row_is_spread_and_the_sum_stays(
        weights in proptest::collection::vec(0_u32..=10_000, 2..12),
        which in any::<proptest::sample::Index>(),
    ) {
        let before = weighing(&weights);
        let at = which.index(weights.len());
        let row = used(&format!("I{at}"), "301");
        let after = apply(&before, &Edit::Neutralise { row, act: "D GC 1/2020".into() }).unwrap();
        prop_assert_eq!(sum(&after), sum(&before));
        for (old, new) in before.plan.uses.iter().zip(&after.plan.uses) {
            // Nobody gets lighter, but for the hundredth that rounding takes from the heaviest.
            let lost = old.details.weight.unwrap() - new.details.weight.unwrap_or(Decimal::ZERO);
            let bound = Decimal::new(i64::try_from(weights.len()).unwrap(), 2);
            prop_assert!(new.details.is_out() || lost <= bound);
        }
    }

    #[test]
    fn an_edit_that_is_taken_back_leaves_the_plan_as_it_was(
        hundredths in 0_i64..=10_000, row in 0_usize..3, phrase in "[<>]= [1-9][0-9]{0,3} %",
    ) {
        let before = contents();
        let of = &before.plan.uses[row];
        let name = used(&of.indicator, &of.node);
        let weight = |weight| Edit::SetWeight { row: name.clone(), weight };
        let target = |written| Edit::SetTarget { row: name.clone(), slot: Slot::Year, written };
        let there = [weight(Some(Decimal::new(hundredths, 2))), target(Some(phrase))];
        let old = of.details.targets.year.as_ref().map(|e| e.verbatim.clone());
        let back = [weight(of.details.weight), target(old)];
        let changed = apply_all(&before, &there).unwrap();
        prop_assert!(diff(&before.plan, &changed.plan).entries.len() <= 1);
        prop_assert_eq!(apply_all(&changed, &back).unwrap(), before.clone());
        prop_assert_eq!(apply_all(&before, &[]).unwrap(), before);
    }

    #[test]
    fn a_column_is_read_as_it_is_written(year in 1990_i16..2100, score in 0_u32..=100, day in 1_i8..=28) {
        let days = Date::new(year, 6, day).unwrap();
        let slots =
            [Slot::Year, Slot::OtherYear(year), Slot::Periodic(days), Slot::Step(score.into())];
        for slot in slots {
            prop_assert_eq!(slot.to_string().parse(), Ok(slot));
        }
    }
}

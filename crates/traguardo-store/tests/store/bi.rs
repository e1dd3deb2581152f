//! The typed views for people with BI tools, which only PostgreSQL has.
//! Not here: the tables behind them.

use sqlx::postgres::PgConnection;
use sqlx::{Connection, Executor, Row};
use traguardo::number::Decimal;
use traguardo::period::{parse_date, parse_moment};
use traguardo::plan::{Card, Plan, Status};
use traguardo::quantity::Quantity;
use traguardo::reading::{Observed, Reading, Readings};
use traguardo::rules::Rules;
use traguardo::sample;
use traguardo::target::Expected;

use crate::engines::{open, postgres, run, signature};

/// Every column of every view with its type, as PostgreSQL says it.
const COLUMNS: &str = "SELECT table_name::text, string_agg(column_name || ' ' || data_type, ', ' \
    ORDER BY ordinal_position)::text FROM information_schema.columns \
    WHERE table_name LIKE 'bi\\_%' GROUP BY table_name ORDER BY table_name";

fn plan() -> Plan {
    let mut plan = sample::plan();
    plan.nodes[1].details.responsible = vec!["S1".to_owned(), "S2".to_owned()];
    plan.nodes[1].card = Card {
        reference: Some("B06".to_owned()),
        kind: Some("nuovo".to_owned()),
        benefit: Some("Tempi più brevi".to_owned()),
        result: Some("Fatto".to_owned()),
        assessed: Some(Decimal::new(955, 1)),
        assessed_reason: Some("Relazione completa".to_owned()),
    };
    plan.uses[0].details.pira = true;
    plan.uses[0].details.collectors = vec!["S3".to_owned()];
    plan.uses[2].details.status = Some(Status::Neutralised);
    plan.uses[2].details.weight = Some(Decimal::new(3334, 2));
    let targets = &mut plan.uses[2].details.targets;
    targets.other_years.insert(2021, Expected::written(">= 85,00 %"));
    targets.steps.insert(Decimal::from(80), Expected::written(">= 70,00 %"));
    plan.understand();
    plan
}

fn readings() -> Readings {
    let mut readings = sample::readings();
    let reading = |observed| Reading { observed, ..readings.list[2].clone() };
    let ratio = Observed::Quotient { numerator: 1.into(), denominator: 4.into(), stated: None };
    let day = parse_date("2020-07-01").ok();
    let added = [
        Reading {
            recorded_at: parse_moment("2020-07-21 10:30").ok(),
            reason: Some("errore".to_owned()),
            ..reading(Observed::Number(Quantity::bare(Decimal::new(9700, 2))))
        },
        Reading { date: day, ..reading(ratio) },
        Reading { date: day, part: Some(2), ..reading(Observed::YesNo(true)) },
        Reading { date: parse_date("0000-06-30").ok(), ..reading(Observed::NotAvailable) },
    ];
    readings.list.extend(added);
    readings
}

/// A row of answers as one text, `-` where there is a blank.
async fn asked(url: &str, sql: &'static str) -> Vec<String> {
    let mut connection = PgConnection::connect(url).await.unwrap();
    let rows = connection.fetch_all(sql).await.unwrap();
    connection.close().await.unwrap();
    let cell = |row: &sqlx::postgres::PgRow, at| {
        row.get::<Option<String>, _>(at).unwrap_or_else(|| "-".to_owned())
    };
    let told = |row| (0..Row::len(row)).map(|at| cell(row, at)).collect::<Vec<_>>().join(" | ");
    rows.iter().map(told).collect()
}

#[test]
fn the_views_have_natural_types() {
    run(async {
        let fresh = postgres().await;
        open(&fresh.url).await.close().await;
        let columns = asked(&fresh.url, COLUMNS).await;
        assert_eq!(columns.len(), 6, "{columns:?}");
        let of = |view: &str| columns.iter().find(|c| c.starts_with(view)).unwrap().clone();
        assert_eq!(
            of("bi_plan "),
            "bi_plan | plan text, body text, body_name text, year integer, revision text, \
             revision_number integer, saved_by text, saved_at timestamp without time zone"
        );
        assert_eq!(
            of("bi_target"),
            "bi_target | plan text, body text, year integer, node text, indicator text, kind text, \
             target_year integer, checkpoint date, step_score numeric, verbatim text"
        );
        for (view, typed) in [
            ("bi_node", "weight numeric"),
            ("bi_node", "card_result text"),
            ("bi_node", "assessed numeric"),
            ("bi_use", "pira boolean"),
            ("bi_reading", "date date"),
            ("bi_reading", "number numeric"),
            ("bi_reading", "recorded_at timestamp without time zone"),
            ("bi_reading", "counts boolean"),
        ] {
            assert!(of(view).contains(typed), "{view} {typed}: {}", of(view));
        }
    });
}

#[test]
fn the_views_hold_what_was_saved() {
    run(async {
        let fresh = postgres().await;
        let store = open(&fresh.url).await;
        let (plan, readings) = (plan(), readings());
        store.save(&plan, &readings, &Rules::default(), &signature(), |_, _| ()).await.unwrap();
        store.close().await;
        let rows = asked(
            &fresh.url,
            "SELECT node, indicator, title, (weight * 2)::text, pira::text, status, collectors \
             FROM bi_use ORDER BY position",
        );
        assert_eq!(
            rows.await,
            [
                "301 | EXPORT | Fatturato export provinciale | 20 | true | - | S3",
                "301 | PART | Partecipanti alle iniziative | 180 | false | - | -",
                "301.D1.2 | CERT | Rispetto dei tempi di rilascio | 66.68 | false | neutralised | -",
            ]
        );
        let rows = asked(&fresh.url, "SELECT node, responsible FROM bi_node ORDER BY position");
        assert_eq!(rows.await, ["1 | -", "301 | S1, S2", "301.D1.2 | -"]);
        let rows = asked(
            &fresh.url,
            "SELECT card_reference, card_kind, card_benefit, card_result, \
             (assessed + 1)::text, assessed_reason FROM bi_node WHERE assessed IS NOT NULL",
        );
        let card = "B06 | nuovo | Tempi più brevi | Fatto | 96.5 | Relazione completa";
        assert_eq!(rows.await, [card]);
        let rows = asked(
            &fresh.url,
            "SELECT indicator, kind, target_year::text, checkpoint::text, step_score::text, \
             verbatim FROM bi_target WHERE indicator <> 'PART' \
             ORDER BY indicator, target_year, kind",
        );
        assert_eq!(
            rows.await,
            [
                "CERT | step | 2020 | - | 80 | >= 70,00 %",
                "CERT | year | 2020 | - | - | >= 83,00 %",
                "CERT | other_year | 2021 | - | - | >= 85,00 %",
                "EXPORT | periodic | 2020 | 2020-06-30 | - | >= 6.500.000.000 €",
                "EXPORT | year | 2020 | - | - | >= 13.000.000.000 €",
            ]
        );
        let rows = asked(
            &fresh.url,
            "SELECT position::text, (date + 1)::text, number::text, quotient::text, yes::text, \
             counts::text FROM bi_reading WHERE indicator = 'CERT' ORDER BY position",
        );
        assert_eq!(
            rows.await,
            [
                "2 | 2020-07-01 | 95.97 | - | - | false",
                "3 | 2020-07-01 | 97.00 | - | - | true",
                "4 | 2020-07-02 | - | 0.25000000000000000000 | - | true",
                "5 | 2020-07-02 | - | - | true | true",
                "6 | - | - | - | - | true",
            ]
        );
    });
}

#[test]
fn the_views_show_the_latest_revision_only() {
    run(async {
        let fresh = postgres().await;
        let store = open(&fresh.url).await;
        let (plan, readings) = (plan(), readings());
        store.save(&plan, &readings, &Rules::default(), &signature(), |_, _| ()).await.unwrap();
        store.close().await;
        let later = "INSERT INTO revision (id, plan, number, saved_by, saved_at) \
            VALUES ('cciaa_mo/2020/2', 'cciaa_mo/2020', 2, 'X', '2020-09-01T00:00:00'); \
            INSERT INTO level (revision, position, name) VALUES ('cciaa_mo/2020/2', 0, 'area'); \
            INSERT INTO node (revision, position, code, level, title, pira) \
            VALUES ('cciaa_mo/2020/2', 0, 'NUOVO', 'area', 'Area', 1)";
        crate::engines::execute(&fresh.url, later).await.unwrap();
        let rows = asked(&fresh.url, "SELECT node, pira::text FROM bi_node");
        assert_eq!(rows.await, ["NUOVO | true"]);
        assert_eq!(asked(&fresh.url, "SELECT node FROM bi_use").await, [""; 0]);
        // Readings belong to the plan: they are counted once, whatever the revisions.
        let rows = asked(&fresh.url, "SELECT count(*)::text FROM bi_reading");
        assert_eq!(rows.await, ["7"]);
    });
}
